import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// Every rule can be triggered, and says what it looked at. (That no coded error leaves without one, `Desk` checks.)
@Suite("Rules")
struct RuleTests {
    private static let service = "/arcgis/rest/services/Airports/MapServer?f=json"
    private static let open = "/arcgis/rest/services/Open/MapServer"

    /// A request that the rule refuses; `nil` if there is none for that id.
    private static func trigger(_ id: String) throws -> Desk.Heard? {
        switch id.prefix(while: { $0 != "." }) {
        case "generate-token": try portalDoor(id)
        case "server-token": try otherDoors(id)
        case "oauth": try OAuthDesk.trigger(id)
        case "saml", "idp", "oidc": try SAMLDesk.trigger(id)
        case "token": try token(id)
        case "map", "wms": try MapDesk.trigger(id)
        case "edit", "attachment", "related", "feature": try EditDesk.trigger(id)
        case "geocode", "gp", "image", "tile": try OtherServiceDesk.trigger(id)
        case "admin", "portaladmin": try administration(id)
        case "site", "web-tier", "login": try front(id)
        case "fault": try FaultTests.trigger(id)
        default: try resource(id)
        }
    }

    private static func portalDoor(_ id: String) throws -> Desk.Heard? {
        var desk = try Desk.federated(
            "11.4", quirks: "'generate-token.plain-http': 'refuse', 'generate-token.unknown-client': 'refuse'")
        func login(
            _ user: String, _ password: String = "pw", _ more: [(String, String)] = [("referer", "x")],
            secure: Bool = true
        ) -> Desk.Heard {
            let form = [("username", user), ("password", password), ("f", "json")] + more
            return desk.ask("/portal/sharing/rest/generateToken", form: form, secure: secure)
        }
        switch id {
        case "generate-token.disabled-user": return login("gone")
        case "generate-token.enterprise-login": return login("dirk@CONTOSO")
        case "generate-token.no-form":
            var online = try Desk.federated("online")
            return online.ask("/portal/sharing/rest/generateToken")
        case "generate-token.method": return desk.ask("/portal/sharing/rest/generateToken?f=json")
        case "generate-token.locked-out":
            for _ in 0..<5 { _ = login("anna", "no") }
            return login("anna")
        case "generate-token.missing-parameter": return login("")
        case "generate-token.no-token-to-exchange":
            return login("anna", "pw", [("serverUrl", "https://h.example/arcgis")])
        case "generate-token.not-federated": return exchange(&desk, desk.token(), "https://nowhere.example/arcgis")
        case "generate-token.plain-http": return login("anna", secure: false)
        case "generate-token.query-credentials":
            return desk.ask("/portal/sharing/generateToken?username=anna&password=pw&referer=x&f=json", form: [])
        case "generate-token.unknown-client": return login("anna", "pw", [("client", "1.2.3.4")])
        case "generate-token.unknown-user": return login("nobody")
        case "generate-token.user-case": return login("Anna")
        case "generate-token.wrong-password": return login("anna", "no")
        default: return nil
        }
    }

    private static func otherDoors(_ id: String) throws -> Desk.Heard? {
        var desk = try Desk.federated("10.6.1")
        func server(
            _ desk: inout Desk, _ user: String, _ password: String, _ more: [(String, String)] = []
        ) -> Desk.Heard {
            let form = [("username", user), ("password", password), ("f", "json")] + more
            return desk.ask("/arcgis/tokens/generateToken", form: form)
        }
        switch id {
        case "server-token.federated":
            var closed = try Desk.federated("10.6.1", quirks: "'server-token.federated': 'refuse'")
            return server(&closed, "psa", "psa")
        case "server-token.invalid-credentials":
            var alone = try Desk.standalone()
            return server(&alone, "uwe", "no")
        case "server-token.long-without-client": return server(&desk, "psa", "psa", [("expiration", "600")])
        case "server-token.query-credentials":
            return desk.ask("/arcgis/tokens/generateToken?username=psa&password=psa&f=json", form: [])
        case "server-token.method": return desk.ask("/arcgis/tokens/generateToken?f=json")
        case "server-token.portal-users": return server(&desk, "anna", "pw")
        default: return nil
        }
    }

    private static func token(_ id: String) throws -> Desk.Heard? {
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

    private static func administration(_ id: String) throws -> Desk.Heard? {
        var desk = try Desk.federated("11.4")
        let anna = desk.token("anna", [("client", "requestip")])
        switch id {
        case "admin.not-administrator": return desk.ask("/arcgis/admin/?f=json&token=\(desk.token("bert"))")
        case "admin.address-bound": return desk.ask("/arcgis/admin/?f=json&token=\(anna)")
        case "admin.no-site":
            var bare = try Desk("{ portal: null, servers: [{ site: false }] }")
            return bare.ask("/arcgis/admin/?f=json")
        case "admin.upgrading":
            var busy = try Desk("{ portal: null, servers: [{ state: 'upgrading' }] }")
            return busy.ask("/arcgis/admin/?f=json")
        case "admin.bad-config":
            return desk.ask("/arcgis/admin/security/tokens/update?f=json&token=\(siteAdmin(&desk))", form: [])
        case "admin.service-missing":
            return desk.ask("/arcgis/admin/services/Nope.MapServer?f=json&token=\(siteAdmin(&desk))")
        case "admin.not-portal-administrator":
            return desk.ask("/portal/portaladmin?f=json&token=\(desk.token("bert", [("client", "requestip")]))")
        case "portaladmin.no-site":
            var bare = try Desk("{ portal: { site: false } }")
            return bare.ask("/portal/portaladmin?f=json")
        case "portaladmin.upgrade":
            var old = try Desk("{ portal: { state: 'upgrading' } }")
            return old.ask("/portal/portaladmin?f=json")
        case "portaladmin.cannot-federate":
            return desk.ask("/portal/portaladmin/federation/servers/federate?f=json&token=\(anna)", form: [])
        case "portaladmin.server-unknown":
            return desk.ask("/portal/portaladmin/federation/servers/nope/validate?f=json&token=\(anna)", form: [])
        default: return nil
        }
    }

    private static func front(_ id: String) throws -> Desk.Heard? {
        let directory = """
            { portal: { logins: { webTier: "ldap" },
                users: [{ username: "dirk", password: "pw", provider: "enterprise" }] } }
            """
        switch id {
        case "site.unreachable":
            var desk = try Desk("{ portal: null, servers: [{ state: 'unreachable' }] }")
            return desk.ask("/arcgis/rest/info?f=json")
        case "site.long-url":
            var desk = try Desk("{ portal: null, servers: [{}], quirks: { 'server.long-url': '414' } }")
            return desk.ask("/arcgis/rest/info?f=json&x=\(String(repeating: "y", count: 2140))")
        case "web-tier.unauthenticated":
            var desk = try Desk(directory)
            return desk.ask("/portal/sharing/rest/info?f=json")
        case "web-tier.no-certificate", "web-tier.strange-certificate":
            var desk = try Desk(directory.replacing("ldap", with: "pki"))
            if id == "web-tier.strange-certificate" { desk.certificate = [1, 2, 3] }
            return desk.ask("/portal/sharing/rest/info?f=json")
        case "web-tier.wrong-credentials":
            var desk = try Desk(directory)
            let basic = "Basic \(Base64.encode(Array("dirk:no".utf8)))"
            return desk.ask("/portal/sharing/rest/info?f=json", fields: [("Authorization", basic)])
        case "login.refused":
            var desk = try Desk.federated("11.4")
            return desk.ask("/arcgis/rest/login", form: [("username", "psa"), ("password", "psa")])
        default: return nil
        }
    }

    private static func sharing(_ id: String) throws -> Desk.Heard? {
        var desk = try Desk.federated("11.4")
        let rest = "/portal/sharing/rest"
        let bert = "f=json&token=\(desk.token("bert"))"
        switch id {
        case "sharing.no-query": return desk.ask("\(rest)/search?f=json")
        case "sharing.bad-query": return desk.ask("\(rest)/search?f=json&q=%22a")
        case "sharing.others-content": return desk.ask("\(rest)/content/users/anna?\(bert)")
        case "sharing.folder-missing": return desk.ask("\(rest)/content/users/bert/nope?\(bert)")
        case "sharing.not-in-folder":
            return desk.ask("\(rest)/content/users/bert/items/\(Item.id("gis", "Open", "MapServer"))?\(bert)")
        case "sharing.file-missing":
            return desk.ask("\(rest)/content/items/\(Item.id("gis", "Open", "MapServer"))/info/thumbnail/x.png?f=json")
        case "sharing.not-given": return desk.ask("\(rest)/content/users/bert/addItem?\(bert)", form: [])
        case "sharing.method": return desk.ask("\(rest)/content/users/bert/addItem?\(bert)")
        default: return nil
        }
    }

    private static func resource(_ id: String) throws -> Desk.Heard? {
        if let heard = try sharing(id) { return heard }
        var desk = try Desk.federated("11.4")
        switch id {
        case "sharing.plain-http": return desk.ask("/portal/sharing/rest/portals/self?f=json", secure: false)
        case "sharing.item-missing": return desk.ask("/portal/sharing/rest/content/items/0?f=json")
        case "sharing.group-missing": return desk.ask("/portal/sharing/rest/community/groups/g1?f=json")
        case "sharing.server-missing":
            return desk.ask("/portal/sharing/servers/nope/rest/services/Airports/MapServer?f=json")
        case "sharing.portal-missing":
            return desk.ask("/portal/sharing/rest/portals/nope/servers?f=json&token=\(desk.token())")
        case "access.not-shared":
            return desk.ask("/arcgis/rest/services/Folder/Mine/MapServer?f=json&token=\(desk.token("bert"))")
        case "access.other-page":
            var proxied = try Desk(
                """
                { portal: {}, servers: [{ federated: true, services: [
                    { name: "S", access: "public", item: { serviceProxyParams: { referrers: ["https://a.example/x"] } } }] }] }
                """)
            let id = FederatedServers.id("gis")
            return proxied.ask("/portal/sharing/servers/\(id)/rest/services/S/MapServer?f=json")
        case "federation.stale-key":
            var stale = try Desk(
                """
                { portal: { version: "10.6.1", users: [{ username: "bert", password: "pw" }] },
                  servers: [{ version: "10.6.1", federated: { portal: "portal", staleKey: true }, services: [] }] }
                """)
            return stale.ask("/arcgis/rest/services?f=json&token=\(stale.token())")
        case "http.method": return desk.ask("/arcgis/rest/info?f=json", method: "DELETE")
        case "http.not-found": return desk.ask("/arcgis/no/such/path")
        case "query.bad-parameter": return desk.ask("\(open)/0/query?where=1%3D1&resultOffset=x&f=json")
        case "query.bad-where": return desk.ask("\(open)/0/query?where=%3D&f=json")
        case "query.too-long":
            let slow = "NAME || '\(String(repeating: "a", count: 900))' LIKE '%\(String(repeating: "a", count: 100))b'"
            let clause = Array(repeating: slow, count: 50).joined(separator: " OR ")
            return desk.ask("\(open)/0/query", form: [("where", clause), ("f", "json")])
        case "query.no-filter": return desk.ask("\(open)/0/query?f=json")
        case "query.not-emulated": return desk.ask("\(open)/0/query?where=1%3D1&outSR=2154&f=json")
        case "query.no-paging":
            var desk = try Desk.standalone("11.4", quirks: "'query.paging': 'refuse'")
            return desk.ask("\(open)/0/query?where=1%3D1&resultOffset=1&f=json")
        case "query.format":
            var desk = try Desk.standalone("10.3.1")
            return desk.ask("\(open)/0/query?where=1%3D1&f=geojson")
        case "query.no-rows":
            var tree = try Desk(
                """
                { portal: null, servers: [{ services: [
                    { name: "Tree", access: "public", layers: [{ id: 0, type: "Group Layer" }] }] }] }
                """)
            return tree.ask("/arcgis/rest/services/Tree/MapServer/0/query?where=1%3D1&f=json")
        case "query.unknown-field": return desk.ask("\(open)/0/query?where=nope%3D1&f=json")
        case "service.folder-not-found": return desk.ask("/arcgis/rest/services/Nope?f=json")
        case "service.not-found": return desk.ask("/arcgis/rest/services/Nope/MapServer?f=json")
        case "service.format": return desk.ask("\(open)?f=woops")
        case "service.not-started": return desk.ask("/arcgis/rest/services/Stopped/MapServer?f=json")
        case "service.unknown-layer": return desk.ask("\(open)/7?f=json")
        case "sharing.user-missing":
            return desk.ask("/portal/sharing/rest/community/users/nobody?f=json&token=\(desk.token())")
        default: return nil
        }
    }

    private static func exchange(_ desk: inout Desk, _ token: String, _ url: String) -> Desk.Heard {
        desk.ask("/portal/sharing/rest/generateToken", form: [("token", token), ("serverUrl", url), ("f", "json")])
    }

    private static func siteAdmin(_ desk: inout Desk) -> String {
        let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
        return desk.ask("/arcgis/admin/generateToken", form: form).token
    }

    @Test("can be triggered, and say what would have passed", arguments: Explanation.rules.map(\.id))
    func rule(_ id: String) throws {
        let heard = try #require(try Self.trigger(id), "no request here triggers \(id)")
        #expect(heard.rule == id, "\(heard.body.prefix(200))")
        #expect(heard["X-Mock-Portal-Because"]?.hasPrefix(id) == true)
        #expect(heard.because.first?.wouldPass.isEmpty == false)
    }

    @Test("a new key ends all tokens of its site, and no others")
    func rotation() throws {
        var desk = try Desk.federated()
        let token = desk.token()
        let admin = Self.siteAdmin(&desk)
        desk.deployment.portals[0].issuer.rotate()
        #expect(desk.ask("\(Self.service)&token=\(token)").rule == "token.undecipherable")
        #expect(desk.ask("\(Self.service)&token=\(admin)").rule == "token.site-admin-on-service")
        #expect(desk.ask("\(Self.service)&token=\(desk.token())").because.isEmpty)
    }
}
