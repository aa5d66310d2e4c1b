import Formats
import Trust

@testable import Enterprise

/// Administrator directories, and what stands in front of a site.
extension RuleTests {
    static func administration(_ id: String) throws -> Desk.Heard? {
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

    static func front(_ id: String) throws -> Desk.Heard? {
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
}
