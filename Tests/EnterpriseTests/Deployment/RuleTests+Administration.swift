// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Enterprise

/// Sites that are created, members and certificates of portals, and hosted services.
extension RuleTests {
    static func site(_ id: String) throws -> PortalFixture.Heard? {
        let create = [("username", "a"), ("password", "b"), ("f", "json")]
        var bare = try PortalFixture("{ portal: null, servers: [{ site: false, license: 'none' }] }")
        switch id {
        case "admin.unlicensed": return bare.ask("/arcgis/admin/createNewSite", form: create)
        case "admin.site-needs-administrator":
            var licensed = try PortalFixture("{ portal: null, servers: [{ site: false }] }")
            return licensed.ask("/arcgis/admin/createNewSite", form: [("f", "json")])
        case "admin.site-exists", "admin.directory-missing", "admin.service-busy":
            var fixture = try busy()
            let token = siteAdmin(&fixture)
            switch id {
            case "admin.site-exists": return fixture.ask("/arcgis/admin/createNewSite?token=\(token)", form: create)
            case "admin.directory-missing":
                return fixture.ask("/arcgis/admin/system/directories/x?f=json&token=\(token)")
            default:
                fixture.ask("/arcgis/admin/services/S.MapServer/stop?f=json&token=\(token)", form: [])
                return fixture.ask("/arcgis/admin/services/S.MapServer/start?f=json&token=\(token)", form: [])
            }
        default: return nil
        }
    }

    private static func busy() throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ siteAdmin: { username: "psa", password: "psa" },
                services: [{ name: "S", operationTime: "PT9S", layers: [] }] }] }
            """)
    }

    static func portalSite(_ id: String) throws -> PortalFixture.Heard? {
        if id == "portaladmin.unknown-user-type" || id == "portaladmin.not-given" {
            var bare = try PortalFixture("{ portal: { version: '11.4', site: false } }")
            let type = id == "portaladmin.not-given" ? [] : [("username", "a"), ("password", "b")]
            return bare.ask(
                "/portal/portaladmin/createNewSite", form: type + [("userLicenseTypeId", "CreatorUT"), ("f", "json")])
        }
        var fixture = try PortalFixture(
            """
            { portal: { version: "10.8.1", users: [{ username: "anna", password: "pw", role: "org_admin" }] },
              servers: [{ version: "10.8.1", federated: true, license: "basic" }] }
            """)
        let token = fixture.token("anna", [("client", "requestip")])
        func post(_ path: String, _ form: [(String, String)]) -> PortalFixture.Heard {
            fixture.ask("/portal/portaladmin/\(path)?f=json&token=\(token)", form: form)
        }
        switch id {
        case "portaladmin.hosting-unlicensed":
            return post(
                "federation/servers/\(FederatedServers.id("gis"))/update", [("serverRole", "HOSTING_SERVER")])
        case "portaladmin.no-default-user-type":
            return post("security/config/update", [("securityConfig", #"{"enableAutomaticAccountCreation":true}"#)])
        case "portaladmin.bad-config": return post("security/config/update", [("securityConfig", "?")])
        case "portaladmin.bad-role":
            return post("security/users/createUser", [("username", "x"), ("password", "x"), ("role", "king")])
        case "portaladmin.member-exists":
            return post("security/users/createUser", [("username", "Anna"), ("password", "x")])
        case "portaladmin.site-exists": return post("createNewSite", [("username", "x"), ("password", "x")])
        case "portaladmin.alias-taken":
            return post("security/sslCertificates/importExistingServerCertificate", [("alias", "portal")])
        case "portaladmin.certificate-missing":
            return fixture.ask("/portal/portaladmin/security/sslCertificates/x?f=json&token=\(token)")
        default: return nil
        }
    }

    static func hosting(_ id: String) throws -> PortalFixture.Heard? {
        func made(_ isHosting: Bool) throws -> PortalFixture {
            try PortalFixture(
                """
                { portal: { version: "10.8.1", users: [{ username: "paul", password: "pw", role: "org_publisher" }] },
                  servers: [{ version: "10.8.1", federated: true, hosting: \(isHosting),
                    services: [{ name: "Hosted/T", type: "FeatureServer", owner: "paul", layers: [] }] }] }
                """)
        }
        var fixture = try made(id != "sharing.no-hosting-server")
        let token = fixture.token("paul", [("client", "requestip")])
        func definition(_ operation: String, _ json: String) -> PortalFixture.Heard {
            fixture.ask(
                "/arcgis/rest/admin/services/Hosted/T/FeatureServer/\(operation)?f=json&token=\(token)",
                form: [(operation, json)])
        }
        switch id {
        case "sharing.service-name-taken", "sharing.no-hosting-server":
            return fixture.ask(
                "/portal/sharing/rest/content/users/paul/createService?f=json&token=\(token)",
                form: [("createParameters", #"{"name":"T"}"#)])
        case "rest-admin.managed-member":
            return definition("addToDefinition", #"{"layers":[{"name":"A","indexes":[{"name":"PK"}]}]}"#)
        case "rest-admin.bad-definition": return definition("addToDefinition", "{}")
        case "rest-admin.not-updatable":
            return definition("updateDefinition", #"{"sourceSchemaChangesAllowed":true}"#)
        case "rest-admin.not-updated": return definition("updateDefinition", #"{"isView":true}"#)
        default: return try PublishingFixture.trigger(id)
        }
    }
}
