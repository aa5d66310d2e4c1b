// SPDX-License-Identifier: Apache-2.0

/// What `--help` prints.
enum Usage {
    static let text = """
        mock-portal: a Portal for ArcGIS and ArcGIS Server for tests

        mock-portal serve [SCENARIO]      serve a scenario; without one: start/federated
            --host H                      the address to listen on (127.0.0.1 and ::1)
            --port N                      HTTP and HTTPS on one port (7443); 0 is a free one
            --http-port N --https-port N  a port for each instead
            --seed N                      the seed that tokens follow from
            --ready-file FILE             URLs, users and apps as JSON, there while it serves
            --ca-file FILE                where to write the certificate that clients are to trust
            --public-url URL              the URL that portals and servers give themselves in bodies
            --control-token TOKEN         what calls under /_mock must bring as Bearer, from other machines too
            --watch                       serve the scenario anew when its file, or one that it reads, changes
            --log pretty|json|off         the log on standard error
        mock-portal check [SCENARIO…]     run the steps of scenarios; without one: of all built-in ones
            --against FILE                against another deployment: FILE has the keys of the ready file
            --json                        the result as JSON
            --junit FILE                  the result as JUnit XML
        mock-portal list [THEME]          the built-in scenarios
        mock-portal show SCENARIO         a scenario's file
        mock-portal routes                the endpoints that are answered
        mock-portal schema                the JSON schema of scenario files
            --openapi                     the OpenAPI document of the control endpoints instead
        mock-portal explain [RULE]        why a rule refuses, and what would pass; without one: all rules
        mock-portal new [NAME]            writes a scenario to begin with; without flags it asks
            --version V                   the release (11.4)
            --login L                     built-in, saml, oidc, ldap, iwa, pki or standalone
            --symptom S                   499, 498, expired, other-referer or wrong-password
        mock-portal gallery               the built-in scenarios by error text, release, login and client, as Markdown
        mock-portal fidelity              what is emulated and how we know, as Markdown
            --bodies                      only the error bodies, a line each: name, confidence, body
        mock-portal --help | --version

        SCENARIO is theme/name, or the last part alone where unique; what ends in .json5 or begins with . or / is a path.
        Exit codes: 0 fine; 1 a check failed; 2 bad arguments or a scenario with errors; 3 could not start.

        """
}
