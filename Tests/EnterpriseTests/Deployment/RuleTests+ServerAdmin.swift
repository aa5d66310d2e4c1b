// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Enterprise

/// What a server's administrator directory refuses.
extension RuleTests {
    static func serverAdmin(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [
                { version: "11.4", operationTime: "PT9S", siteAdmin: { username: "psa", password: "psa" },
                  store: "\(id == "admin.store-unreachable" ? "unreachable" : "reachable")",
                  users: [{ username: "pub", password: "pw", role: "org_publisher" }],
                  services: [{ name: "S", access: "public", layers: [] }] },
                { name: "bare", context: "bare", site: false }] }
            """)
        let token = siteAdmin(&fixture)
        func post(_ path: String, _ form: [(String, String)] = [], by token: String? = nil) -> PortalFixture.Heard {
            fixture.ask("/arcgis/admin/\(path)?f=json&token=\(token ?? siteToken)", form: form)
        }
        let siteToken = token
        let machine = "machines/ARCGIS.INTERNAL.LOCAL"
        switch id {
        case "admin.not-given": return post("security/users/add")
        case "admin.not-json": return post("services/stopServices", [("services", "[]")])
        case "admin.bad-value": return post("mode/update", [("siteMode", "SHUT")])
        case "admin.name-taken": return post("security/users/add", [("username", "PUB"), ("password", "x")])
        case "admin.name-unknown": return post("security/users/remove", [("username", "pup")])
        case "admin.entry-missing": return fixture.ask("/arcgis/admin/uploads/x?f=json&token=\(token)")
        case "admin.post-only": return fixture.ask("/arcgis/admin/services/S.MapServer/stop?f=json&token=\(token)")
        case "admin.needs-privilege":
            let own = fixture.ask(
                "/arcgis/admin/generateToken", form: [("username", "pub"), ("password", "pw"), ("f", "json")]
            ).token
            return post("security/psa/disable", by: own)
        case "admin.read-only":
            _ = post("mode/update", [("siteMode", "READ_ONLY")])
            return post("services/createFolder", [("folderName", "F")])
        case "admin.store-read-only":
            _ = post("security/config/updateIdentityStore", [("userStoreConfig", #"{"type":"WINDOWS"}"#)])
            return post("security/users/add", [("username", "x"), ("password", "x")])
        case "admin.store-unreachable":
            return post("security/config/testIdentityStore", [("userStoreConfig", #"{"type":"LDAP"}"#)])
        case "admin.other-address":
            _ = post("security/config/update", [("allowedAdminAccessIPs", "10.1.1.1")])
            return fixture.ask("/arcgis/admin/machines?f=json&token=\(token)")
        case "admin.not-federated": return post("services/federate")
        case "admin.machine-busy":
            _ = post("\(machine)/stop")
            return post("\(machine)/start")
        case "admin.last-machine": return post("\(machine)/unregister")
        case "admin.join-failed":
            return fixture.ask("/bare/admin/joinSite", form: [("adminURL", "https://x/admin"), ("f", "json")])
        case "admin.file-type":
            _ = post("system/properties/update", [("properties", #"{"uploadFileExtensionWhitelist":"sd,soe"}"#)])
            return post("uploads/register", [("itemName", "a.exe")])
        case "admin.upgraded": return fixture.ask("/arcgis/admin/upgrade?f=json")
        case "admin.undecryptable":
            return fixture.ask(
                "/arcgis/admin/generateToken",
                form: [("username", "00"), ("password", "00"), ("encrypted", "true"), ("f", "json")])
        case "admin.invalid-item": return post("data/validateDataItem", [("item", #"{"path":"/cloudStores/a"}"#)])
        case "admin.not-committed":
            let item = post("uploads/register", [("itemName", "a.sd")]).json?["item"]?["itemID"]?.text ?? ""
            return post("uploads/\(item)/commit", [("parts", "1")])
        case "admin.certificate-taken":
            return post(
                "\(machine)/sslcertificates/importRootOrIntermediate",
                [("alias", "SelfSignedCertificate"), ("rootCACertificate", "x")])
        default: return nil
        }
    }

    /// What an administrator turned off, at the doors where it acts.
    static func turnedOff(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.standalone("11.4")
        let token = siteAdmin(&fixture)
        func post(_ path: String, _ form: [(String, String)] = []) {
            fixture.ask("/arcgis/admin/\(path)?f=json&token=\(token)", form: form)
        }
        switch id {
        case "server-token.psa-disabled":
            post("security/psa/disable")
            return fixture.ask(
                "/arcgis/admin/generateToken", form: [("username", "psa"), ("password", "psa"), ("f", "json")])
        case "service.plain-http":
            post("security/config/update", [("Protocol", "HTTPS")])
            return fixture.ask("\(open)?f=json", secure: false)
        case "service.directory-disabled":
            post("system/handlers/rest/servicesdirectory/edit", [("servicesDirEnabled", "false")])
            return fixture.ask("/arcgis/rest/services")
        default: return nil
        }
    }
}
