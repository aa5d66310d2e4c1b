// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

@testable import Enterprise

/// Administrator directories, and what stands in front of a site.
extension RuleTests {
    static func administration(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.federated("11.4")
        let anna = fixture.token("anna", [("client", "requestip")])
        switch id {
        case "admin.not-administrator": return fixture.ask("/arcgis/admin/?f=json&token=\(fixture.token("bert"))")
        case "admin.address-bound": return fixture.ask("/arcgis/admin/?f=json&token=\(anna)")
        case "admin.no-site":
            var bare = try PortalFixture("{ portal: null, servers: [{ site: false }] }")
            return bare.ask("/arcgis/admin/?f=json")
        case "admin.upgrading":
            var busy = try PortalFixture("{ portal: null, servers: [{ state: 'upgrading' }] }")
            return busy.ask("/arcgis/admin/?f=json")
        case "admin.bad-config":
            return fixture.ask("/arcgis/admin/security/tokens/update?f=json&token=\(siteAdmin(&fixture))", form: [])
        case "admin.not-emulated":
            return fixture.ask("/arcgis/admin/system/diagnostics?f=json&token=\(siteAdmin(&fixture))")
        case "admin.no-resource": return fixture.ask("/arcgis/admin/woods?f=json&token=\(siteAdmin(&fixture))")
        case "admin.machine-missing": return fixture.ask("/arcgis/admin/machines/X?f=json&token=\(siteAdmin(&fixture))")
        case "portaladmin.not-emulated":
            return fixture.ask("/portal/portaladmin/system/content/samples?f=json&token=\(anna)")
        case "portaladmin.no-resource": return fixture.ask("/portal/portaladmin/woods?f=json&token=\(anna)")
        case "admin.service-missing":
            return fixture.ask("/arcgis/admin/services/Nope.MapServer?f=json&token=\(siteAdmin(&fixture))")
        case "admin.not-portal-administrator":
            return fixture.ask(
                "/portal/portaladmin/security?f=json&token=\(fixture.token("bert", [("client", "requestip")]))")
        case "portaladmin.no-site":
            var bare = try PortalFixture("{ portal: { site: false } }")
            return bare.ask("/portal/portaladmin?f=json")
        case "portaladmin.upgrade":
            var old = try PortalFixture("{ portal: { state: 'upgrading' } }")
            return old.ask("/portal/portaladmin?f=json")
        case "portaladmin.cannot-federate":
            return fixture.ask("/portal/portaladmin/federation/servers/federate?f=json&token=\(anna)", form: [])
        case "portaladmin.server-unknown":
            return fixture.ask("/portal/portaladmin/federation/servers/nope/validate?f=json&token=\(anna)", form: [])
        default: return try site(id) ?? serverAdmin(id) ?? portalSite(id) ?? portalAdmin(id)
        }
    }

    static func front(_ id: String) throws -> PortalFixture.Heard? {
        let directory = """
            { portal: { logins: { webTier: "ldap" },
                users: [{ username: "dirk", password: "pw", provider: "enterprise" }] } }
            """
        switch id {
        case "site.unreachable":
            var fixture = try PortalFixture("{ portal: null, servers: [{ state: 'unreachable' }] }")
            return fixture.ask("/arcgis/rest/info?f=json")
        case "site.long-url":
            var fixture = try PortalFixture("{ portal: null, servers: [{}], quirks: { 'server.long-url': '414' } }")
            return fixture.ask("/arcgis/rest/info?f=json&x=\(String(repeating: "y", count: 2140))")
        case "web-tier.unauthenticated":
            var fixture = try PortalFixture(directory)
            return fixture.ask("/portal/sharing/rest/info?f=json")
        case "web-tier.no-certificate", "web-tier.strange-certificate":
            var fixture = try PortalFixture(directory.replacing("ldap", with: "pki"))
            if id == "web-tier.strange-certificate" { fixture.certificate = [1, 2, 3] }
            return fixture.ask("/portal/sharing/rest/info?f=json")
        case "site.other-host":
            var fixture = try PortalFixture("{ portal: { adaptorHosts: ['gis.example'] } }")
            return fixture.ask("/portal/sharing/rest/info?f=json")
        case "web-tier.any-certificate":
            var fixture = try PortalFixture("{ portal: { logins: { clientCertificates: 'accept' } } }")
            fixture.certificate = [1, 2, 3]
            return fixture.ask("/portal/sharing/rest/info?f=json")
        case _ where Identity.Rules.tickets.contains { $0.id == id }: return try KerberosFixture.trigger(id)
        case "web-tier.wrong-credentials":
            var fixture = try PortalFixture(directory)
            let basic = "Basic \(Base64.encode(Array("dirk:no".utf8)))"
            return fixture.ask("/portal/sharing/rest/info?f=json", fields: [("Authorization", basic)])
        case "login.refused":
            var fixture = try PortalFixture.federated("11.4")
            return fixture.ask("/arcgis/rest/login", form: [("username", "psa"), ("password", "psa")])
        default: return nil
        }
    }
}
