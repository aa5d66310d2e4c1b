// SPDX-License-Identifier: Apache-2.0

/// The text that `--help` prints.
enum Usage {
    static let text = """
        mock-portal: an emulated Portal for ArcGIS and ArcGIS Server for tests

        mock-portal serve [SCENARIO]      serve a scenario (start/federated)
            --host H                      the address to listen on (127.0.0.1 and ::1)
            --port N                      HTTP and HTTPS on one port (7443); 0 picks a free one
            --http-port N --https-port N  separate ports for HTTP and HTTPS instead
            --seed N                      the seed for tokens and ids
            --ready-file FILE             where to write URLs, users and apps as JSON while serving
            --ca-file FILE                where to write the CA certificate that clients need to trust
            --public-url URL              the URL that portals and servers use in response bodies
            --control-token TOKEN         require this bearer token under /_mock, and allow other machines
            --watch                       reload the scenario when its file, or one it reads, changes
            --log pretty|json|off         the log on standard error
        mock-portal check [SCENARIO…]     run the steps of scenarios; without SCENARIO, of all built-in ones
            --against FILE                check another deployment; FILE has the keys of the ready file
            --json                        print the result as JSON
            --junit FILE                  write the result as JUnit XML
        mock-portal list [THEME]          list the built-in scenarios
        mock-portal show SCENARIO         print the file of a scenario
        mock-portal routes                list the endpoints
        mock-portal schema                print the JSON schema of scenario files
            --openapi                     print the OpenAPI document of the control endpoints instead
        mock-portal explain [RULE]        explain why a rule refuses, and what to do; without RULE, list all
        mock-portal new [NAME]            write a first scenario; without arguments, ask for them
            --version V                   the release (11.4)
            --login L                     built-in, saml, oidc, ldap, iwa, pki or standalone
            --symptom S                   499, 498, expired, other-referer or wrong-password
        mock-portal gallery               list the built-in scenarios by error text, release, login and client, as Markdown
        mock-portal fidelity              list what is emulated, with the evidence, as Markdown
            --bodies                      list only the error bodies, one per line: name, confidence, body
        mock-portal --help | --version

        SCENARIO is theme/name, or the last part alone if unique; a path ends in .json5 or begins with . or /.
        Exit codes: 0 success; 1 a check failed; 2 bad arguments or a scenario with errors; 3 could not start.

        """
}
