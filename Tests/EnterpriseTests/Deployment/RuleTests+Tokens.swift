import Facts

@testable import Enterprise

/// Tokens that are presented.
extension RuleTests {
    static func token(_ id: String) throws -> Desk.Heard? {
        var desk = try Desk.federated(
            id == "token.other-address" ? "11.4" : id == "token.exchanged-app-on-service" ? "10.6.1" : "10.3.1")
        func present(_ token: String, fields: [(String, String)] = []) -> Desk.Heard {
            desk.ask("\(service)&token=\(token)", fields: fields)
        }
        switch id {
        case "token.app-on-service": return present(desk.appToken())
        case "token.empty": return present("")
        case "token.ended":
            let token = desk.token("bert")
            let number = desk.deployment.portals[0].accounts.number(named: "bert") ?? 0
            desk.deployment.portals[0].accounts[number].epoch &+= 1
            return present(token)
        case "token.exchanged-app-on-service":
            let app = desk.appToken()
            return present(exchange(&desk, app, "https://h.example/arcgis").token)
        case "token.expired":
            let token = desk.token()
            desk.now = desk.now.advanced(minutes: 121)
            return present(token)
        case "token.ip-bound-on-service": return present(desk.token("bert", [("client", "requestip")]))
        case "token.other-address":
            let token = desk.token("bert", [("client", "requestip")])
            desk.peer = "10.9.8.7"
            return present(token)
        case "token.other-issuer":
            var two = try Desk(
                """
                { portals: [{ name: "portal", users: [{ username: "bert", password: "pw" }] }, { name: "two", context: "two" }],
                  servers: [{ federated: "two", services: [] }] }
                """)
            return two.ask("/arcgis/rest/services?f=json&token=\(two.token())")
        case "token.other-referer": return present(desk.token(), fields: [("Referer", "https://other.example")])
        case "token.other-server":
            var two = try Desk(
                """
                { portal: { users: [{ username: "bert", password: "pw" }] },
                  servers: [{ name: "a", context: "a", federated: true, services: [] },
                            { name: "b", context: "b", federated: true, services: [] }] }
                """)
            let portal = two.token()
            return two.ask("/b/rest/services?f=json&token=\(exchange(&two, portal, "https://h.example/a").token)")
        case "token.referer-missing":
            desk = try Desk.federated(quirks: "'token.referer-missing': 'refuse'")
            return present(desk.token())
        case "token.required": return desk.ask(service)
        case "token.site-admin-on-service": return present(siteAdmin(&desk))
        case "token.undecipherable": return present("rubbish")
        case "token.unknown-client-on-service": return present(desk.token("bert", [("client", "1.2.3.4")]))
        default: return nil
        }
    }

    static func exchange(_ desk: inout Desk, _ token: String, _ url: String) -> Desk.Heard {
        desk.ask("/portal/sharing/rest/generateToken", form: [("token", token), ("serverUrl", url), ("f", "json")])
    }

    static func siteAdmin(_ desk: inout Desk) -> String {
        let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
        return desk.ask("/arcgis/admin/generateToken", form: form).token
    }
}
