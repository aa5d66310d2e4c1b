// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Enterprise

/// Operations of `portaladmin`.
extension RuleTests {
    static func portalAdmin(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture(
            """
            { portals: [{ name: "one", version: "11.4", context: "portal",
                adaptorHosts: ["h.example"], directHosts: ["m.example"],
                users: [{ username: "anna", password: "pw", role: "org_admin" }] },
                { name: "two", version: "11.4", context: "other",
                users: [{ username: "otto", password: "pw", role: "org_admin" }] }],
              servers: [{ name: "gis", version: "11.4", siteAdmin: { username: "psa", password: "psa" },
                  federated: "two" },
                { name: "down", version: "11.4", context: "down", site: false,
                  siteAdmin: { username: "psa", password: "psa" } },
                { name: "own", version: "11.4", context: "own", federated: "one" }] }
            """)
        let token = fixture.token("anna", [("client", "requestip")])
        func post(_ path: String, _ form: [(String, String)]) -> PortalFixture.Heard {
            fixture.ask("/portal/portaladmin/\(path)?f=json&token=\(token)", form: form)
        }
        func federate(_ context: String) -> PortalFixture.Heard {
            let url = "https://h.example/\(context)"
            return post(
                "federation/servers/federate",
                [("url", url), ("adminUrl", url), ("username", "psa"), ("password", "psa")])
        }
        switch id {
        case "portaladmin.federated-elsewhere": return federate("arcgis")
        case "portaladmin.server-not-reached": return federate("down")
        case "portaladmin.bad-server-role":
            return post("federation/servers/\(FederatedServers.id("own"))/update", [("serverRole", "KING")])
        case "portaladmin.method": return fixture.ask("/portal/portaladmin/logs/clean?f=json&token=\(token)")
        case "portaladmin.bad-value": return post("logs/settings/edit", [("logLevel", "LOUD")])
        case "portaladmin.missing": return fixture.ask("/portal/portaladmin/machines/x?f=json&token=\(token)")
        case "portaladmin.weak-password":
            fixture.deployment.portals[0].accounts.passwordPolicy = PasswordPolicy()
            return post("security/users/createUser", [("username", "nina"), ("password", "short")])
        case "portaladmin.only-machine": return post("machines/unregister", [("machineName", PortalMachines.name)])
        case "portaladmin.no-email-settings": return post("system/emailSettings/test", [("mailTo", "a@b.example")])
        case "portaladmin.not-through-adaptor": return post("importSite", [("location", "x")])
        case "portaladmin.nothing-to-upgrade": return post("upgrade", [])
        case "portaladmin.bad-license":
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\nx\r\n--b--\r\n"
            return fixture.ask(
                "/portal/portaladmin/license/validateLicense?f=json", method: "POST",
                fields: [("Content-Type", "multipart/form-data; boundary=b")], body: Array(body.utf8))
        case "portaladmin.identity-store":
            return post("security/config/testIdentityStore", [("userStoreConfig", #"{"type":"LDAP"}"#)])
        case "portaladmin.certificate-in-use": return post("security/sslCertificates/portal/delete", [])
        case "portaladmin.read-only":
            _ = post("mode/update", [("isReadOnly", "true")])
            return fixture.ask(
                "/portal/sharing/rest/community/createGroup",
                form: [("title", "G"), ("f", "json"), ("token", token)])
        default: return nil
        }
    }
}
