// SPDX-License-Identifier: Apache-2.0

/// The text that `--help` prints.
enum Usage {
    static let text = """
        mock-portal: an emulated Portal for ArcGIS and ArcGIS Server for tests

        mock-portal serve [SCENARIO]      serve a scenario (start/federated)
            --host H                      the address to listen on (127.0.0.1 and ::1)
            --hosts A,B                   names under which clients reach it: for the certificate and URLs
            --port N                      HTTP and HTTPS on one port (7443); 0 picks a free one
            --http-port N --https-port N  separate ports for HTTP and HTTPS instead
            --seed N                      the seed for tokens and ids
            --ready-file FILE             where to write URLs, users and apps as JSON while serving
            --ca-file FILE                where to write the CA certificate that clients need to trust
            --ca-dir DIR                  keep one CA there from start to start, so that it is trusted once
            --public-url URL              the URL that portals and servers use in response bodies
            --control-token TOKEN         require this bearer token under /_mock, and allow other machines
            --state URL                   be one of several replicas, which share what changes by redis:, rediss: or unix:
            --snapshot-after N            MiB of their log after which replicas keep a snapshot and trim the log (64); 0: never
            --deployment-ports A-B        the ports of replicas' /_mock/deployments, the same at each; without it they have none
            --no-inspector                no inspector at /_mock/
            --watch                       reload the scenario when its file, or one it reads, changes
            --exit-with-parent            end when the process that started it has ended
            --log pretty|json|off         the log on standard error
            --color auto|always|never     colors of the log; auto: on a terminal, without NO_COLOR and CI
        mock-portal check [SCENARIO…]     run the steps of scenarios, files, folders; without SCENARIO, of all built-in ones
            --against FILE                check another deployment; FILE has the keys of the ready file
            --keep-going                  go on after a step that failed
            --report FILE                 write which facts agree and differ there, redacted, to send or to keep
            --json                        print the result as JSON
            --junit FILE                  write the result as JUnit XML
            --color auto|always|never     colors of the result; auto: on a terminal, without NO_COLOR and CI
        mock-portal attest [SCENARIO…]    ask a real site what scenarios read, slowly, and say fact by fact whether it agrees
            --against FILE                the site; FILE has the keys of the ready file, and the passwords that may be tried
            --rate N                      requests a minute at most (30)
            --report FILE                 write the attestation, redacted, to send or to keep
            --by NAME                     who attests, for the report
            --json                        print the attestation as JSON
            --color auto|always|never     colors of the result; auto: on a terminal, without NO_COLOR and CI
        mock-portal list [THEME]          list the built-in scenarios
            --json                        with their reports, as JSON
        mock-portal show SCENARIO         print the file of a scenario
        mock-portal routes                list the endpoints
            --json                        with their evidence, as JSON
        mock-portal schema                print the JSON schema of scenario files
            --openapi                     print the OpenAPI document of the control endpoints instead
            --markdown                    print every key with an example, as Markdown, instead
        mock-portal explain [RULE]        explain a rule, or an error as 498; without RULE, list all rules
            --json                        as JSON
        mock-portal find WORDS            search errors, rules, scenarios and guides for words
            --json                        as JSON
        mock-portal health [URL]          ask a running serve how it is; ends with 0 if it answers
        mock-portal new [NAME]            write a first scenario; without arguments, ask for them
            --version V                   the release (11.4)
            --login L                     built-in, saml, oidc, ldap, iwa, pki or standalone
            --symptom S                   499, 498, expired, other-referer or wrong-password
        mock-portal import FILE           make a scenario of a recording of a real site
            --out FILE                    where to write it (standard output); also -o
            --redact coordinates          hide coordinates, too; names, hosts and secrets are always hidden
            --keep WORD,WORD              words that are not hidden
        mock-portal record                stand before real sites until Control-C, and write what passed as a scenario
            --upstream URL                a site: https://gis.example.com/portal; once for each
            --port N                      the port here, for HTTP and HTTPS (8443); 0 picks a free one
            --host H                      the address to listen on (127.0.0.1 and ::1)
            --ca-file FILE                where to write the CA certificate that clients need to trust
            --upstream-ca FILE            the certificates that sites are checked against (the machine's)
            --client-cert FILE            a client certificate that sites are shown, in PEM; with its key, or
            --client-key FILE             the key of it
            --out FILE                    where to write it (standard output); also -o
            --redact coordinates          as import
            --keep WORD,WORD              as import
        mock-portal gallery               list the built-in scenarios by error text, release, login and client, as Markdown
        mock-portal fidelity              list what is emulated, with the evidence, as Markdown
            --bodies                      list only the error bodies, one per line: name, confidence, body
        mock-portal completions SHELL     print what bash, zsh or fish completes
        mock-portal --help | --version    this text, or that of a command; -V is --version

        SCENARIO is theme/name, or the last part alone if unique; a path ends in .json5 or .json, or begins with . or /.
        Every option of serve is also a variable: --http-port is MOCK_PORTAL_HTTP_PORT, SCENARIO is MOCK_PORTAL_SCENARIO.
        Exit codes: 0 success; 1 a check failed; 2 bad arguments or a scenario with errors; 3 could not start.

        """

    /// A command as the text has it.
    struct Command: Sendable {
        var name: String
        var about: String
        var options: [String]
        var lines: [String]
    }

    /// The commands in the order of the text.
    static let commands: [Command] = {
        var commands: [Command] = []
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("mock-portal "), !line.hasPrefix("mock-portal --") {
                let words = line.split(separator: " ")
                let about = String(line.dropFirst(34))
                commands.append(Command(name: String(words[1]), about: about, options: [], lines: [line]))
            } else if line.hasPrefix("    --"), !commands.isEmpty {
                let options = line.prefix(34).split(separator: " ").filter { $0.hasPrefix("--") }.map(String.init)
                commands[commands.count - 1].options += options
                commands[commands.count - 1].lines.append(line)
            }
        }
        return commands
    }()

    private static let examples: [String: [String]] = [
        "serve": [
            "mock-portal serve", "mock-portal serve seed-thread/adfs-refused --port 0 --ready-file ready.json",
            "mock-portal serve ./report.json5 --watch", "mock-portal serve --host 0.0.0.0 --hosts portal.test",
        ],
        "check": [
            "mock-portal check", "mock-portal check ./report.json5 --junit result.xml",
            "mock-portal check tests/scenarios --keep-going",
        ],
        "attest": [
            "mock-portal attest start/federated --against site.json --rate 10 --report attestation.json --by 'Jane Doe, City of X'"
        ],
        "list": ["mock-portal list saml", "mock-portal list --json"], "show": ["mock-portal show start/standalone"],
        "schema": ["mock-portal schema > schema.json"],
        "explain": ["mock-portal explain token.expired", "mock-portal explain 498"],
        "find": ["mock-portal find 498 \"Invalid Token\"", "mock-portal find exactly 1000 rows"],
        "health": ["mock-portal health http://127.0.0.1:7443"],
        "new": ["mock-portal new report --version 10.9.1 --login saml --symptom 498"],
        "import": [
            "mock-portal import session.har -o report.json5 && mock-portal check ./report.json5",
            "mock-portal import console.txt -o report.json5",
            "mock-portal import cassette.yml --keep airports > report.json5",
        ],
        "record": [
            "mock-portal record --upstream https://gis.example.com/portal --upstream https://gis.example.com/arcgis -o report.json5"
        ],
        "completions": ["mock-portal completions bash > /etc/bash_completion.d/mock-portal"],
    ]

    /// Returns the part of the text that is about a command, with examples.
    static func text(of name: String) -> String {
        guard let command = commands.first(where: { $0.name == name }) else { return text }
        var lines = command.lines
        if let examples = examples[name] { lines += ["", "Examples:"] + examples.map { "    \($0)" } }
        return lines.joined(separator: "\n") + "\n\nmock-portal --help lists all commands.\n"
    }
}
