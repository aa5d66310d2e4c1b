// SPDX-License-Identifier: Apache-2.0

import Facts

import Formats

@testable import Enterprise

/// Tokens that are presented.
extension RuleTests {
    static func token(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.federated(
            id == "token.other-address" ? "11.4" : id == "token.exchanged-app-on-service" ? "10.6.1" : "10.3.1")
        func present(_ token: String, fields: [(String, String)] = []) -> PortalFixture.Heard {
            fixture.ask("\(service)&token=\(token)", fields: fields)
        }
        switch id {
        case "token.app-on-service": return present(fixture.appToken())
        case "token.empty": return present("")
        case "token.other-address-of-site":
            var two = try PortalFixture(
                """
                { portal: { logins: { webTier: "ldap" }, directHosts: ["machine.example"],
                    users: [{ username: "dirk", password: "pw", provider: "enterprise" }],
                    apps: [{ clientId: "app", clientSecret: "secret", redirectUris: [] }] } }
                """)
            let form = [
                ("client_id", "app"), ("client_secret", "secret"), ("grant_type", "client_credentials"), ("f", "json"),
            ]
            let token = two.ask(
                "/portal/sharing/rest/oauth2/token", form: form, fields: [("Host", "machine.example:7443")])
            let basic = "Basic \(Base64.encode(Array("dirk:pw".utf8)))"
            return two.ask(
                "/portal/sharing/rest/portals/self?f=json&token=\(token.json?["access_token"]?.text ?? "")",
                fields: [("Authorization", basic)])
        case "token.ended":
            let token = fixture.token("bert")
            let number = fixture.deployment.portals[0].accounts.number(named: "bert") ?? 0
            fixture.deployment.portals[0].accounts[number].epoch &+= 1
            return present(token)
        case "token.exchanged-app-on-service":
            let app = fixture.appToken()
            return present(exchange(&fixture, app, "https://h.example/arcgis").token)
        case "token.expired":
            let token = fixture.token()
            fixture.now = fixture.now.advanced(minutes: 121)
            return present(token)
        case "token.ip-bound-on-service": return present(fixture.token("bert", [("client", "requestip")]))
        case "token.other-address":
            let token = fixture.token("bert", [("client", "requestip")])
            fixture.peer = "10.9.8.7"
            return present(token)
        case "token.other-issuer":
            var two = try PortalFixture(
                """
                { portals: [{ name: "portal", users: [{ username: "bert", password: "pw" }] }, { name: "two", context: "two" }],
                  servers: [{ federated: "two", services: [] }] }
                """)
            return two.ask("/arcgis/rest/services?f=json&token=\(two.token())")
        case "token.other-referer": return present(fixture.token(), fields: [("Referer", "https://other.example")])
        case "token.other-server":
            var two = try PortalFixture(
                """
                { portal: { users: [{ username: "bert", password: "pw" }] },
                  servers: [{ name: "a", context: "a", federated: true, services: [] },
                            { name: "b", context: "b", federated: true, services: [] }] }
                """)
            let portal = two.token()
            return two.ask("/b/rest/services?f=json&token=\(exchange(&two, portal, "https://h.example/a").token)")
        case "token.referer-missing":
            fixture = try PortalFixture.federated(quirks: "'token.referer-missing': 'refuse'")
            return present(fixture.token())
        case "token.required": return fixture.ask(service)
        case "token.site-admin-on-service": return present(siteAdmin(&fixture))
        case "token.undecipherable": return present("rubbish")
        case "token.unknown-client-on-service": return present(fixture.token("bert", [("client", "1.2.3.4")]))
        default: return nil
        }
    }

    static func exchange(_ fixture: inout PortalFixture, _ token: String, _ url: String) -> PortalFixture.Heard {
        fixture.ask("/portal/sharing/rest/generateToken", form: [("token", token), ("serverUrl", url), ("f", "json")])
    }

    static func siteAdmin(_ fixture: inout PortalFixture) -> String {
        let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
        return fixture.ask("/arcgis/admin/generateToken", form: form).token
    }
}
