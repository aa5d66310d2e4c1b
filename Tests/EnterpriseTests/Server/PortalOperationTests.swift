// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// Operations of `portaladmin`: what is changed is read back, and what it governs acts.
@Suite("Operations of portaladmin")
struct PortalOperationTests {
    private static func fixture(_ version: String = "11.4") throws -> PortalFixture {
        try PortalFixture(
            """
            { seed: 3, portal: { version: "\(version)", apps: [{ clientId: "app", clientSecret: "secret", redirectUris: [] }],
                users: [{ username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" },
                        { username: "dirk@X", password: "pw", provider: "enterprise" }] },
              servers: [{ name: "gis", version: "\(version)", federated: true, hosting: true },
                        { name: "second", version: "\(version)", context: "second", federated: true }] }
            """)
    }

    private static func ask(
        _ fixture: inout PortalFixture, _ path: String, _ form: [(String, String)]? = nil
    ) -> PortalFixture.Heard {
        let token = fixture.token("anna", [("client", "requestip")])
        return fixture.ask("/portal/portaladmin/\(path)?f=json&token=\(token)", form: form)
    }

    /// A resource, the operation that changes it, what is sent, and what is read back.
    private static let documents: [(String, String, [(String, String)], String)] = [
        (
            "system/properties", "system/properties/update",
            [("properties", #"{"WebContextURL":"https://proxy.example/portal","disableSignup":false}"#)],
            #"{"WebContextURL":"https://proxy.example/portal","disableSignup":false}"#
        ),
        (
            "system/webadaptors/config", "system/webadaptors/config/update",
            [("webAdaptorsConfig", #"{"sharedKey":"abc"}"#)], #"{"sharedKey":"abc"}"#
        ),
        ("system/languages", "system/languages/update", [("languages", "en,de")], #"{"languages":"en,de"}"#),
        (
            "system/content/configuration", "system/content/configuration/update",
            [("externalContentEnabled", "false")],
            #"{"isExternalContentEnabled":false}"#
        ),
        (
            "logs/settings", "logs/settings/edit", [("logLevel", "FINE"), ("maxLogFileAge", "30")],
            #"{"settings":{"logDir":"/opt/arcgis/portal/usr/arcgisportal/logs/","logLevel":"FINE","maxLogFileAge":30}}"#
        ),
        (
            "system/directories/content", "system/directories/content/edit", [("physicalPath", "/data/content")],
            #"{"name":"content","physicalPath":"/data/content"}"#
        ),
        (
            "system/emailSettings", "system/emailSettings/update",
            [("smtpServer", "smtp.example"), ("fromEmailAddress", "a@b.example"), ("smtpPort", "25")],
            #"{"accountId":"0123456789ABCDEF","smtpHost":"smtp.example","smtpPort":25,"mailFrom":"a@b.example","mailFromLabel":"","encryptionMethod":"NONE","authRequired":false}"#
        ),
        ("mode", "mode/update", [("isReadOnly", "false")], #"{"isReadOnly":false}"#),
        (
            "security/sslCertificates", "security/sslCertificates/update",
            [("sslProtocols", "TLSv1.3"), ("HSTSEnabled", "true")],
            #"{"webServerCertificateAlias":"portal","sslProtocols":"TLSv1.3","cipherSuites":"","HSTSEnabled":true,"sslCertificates":["portal"]}"#
        ),
    ]

    @Test("a change is read back", arguments: documents)
    func readBack(_ path: String, _ operation: String, _ form: [(String, String)], _ wanted: String) throws {
        var fixture = try Self.fixture()
        let done = Self.ask(&fixture, operation, form)
        #expect(done.json?["status"]?.text == "success", "\(done.body)")
        #expect(Self.ask(&fixture, path).body == wanted)
    }

    @Test("a new key of tokens ends those of before")
    func tokens() throws {
        var fixture = try Self.fixture()
        let old = fixture.token("bert")
        let done = Self.ask(&fixture, "security/tokens/update", [("tokenConfig", #"{"sharedKey":"new"}"#)])
        #expect(done.body == #"{"status":"success","recheckAfterSeconds":10}"#)
        let refused = fixture.ask("/portal/sharing/rest/community/self?f=json&token=\(old)")
        #expect(refused.rule == "token.undecipherable")
    }

    @Test("read-only: what is there is seen, and nothing changes, until the mode ends")
    func readOnly() throws {
        var fixture = try Self.fixture()
        let token = fixture.token("anna")
        func create() -> PortalFixture.Heard {
            fixture.ask(
                "/portal/sharing/rest/community/createGroup",
                form: [("title", "G"), ("f", "json"), ("token", token)])
        }
        _ = Self.ask(&fixture, "mode/update", [("isReadOnly", "true")])
        #expect(Self.ask(&fixture, "mode").json?["servers"]?.elements?.count == 2)
        #expect(create().rule == "portaladmin.read-only")
        #expect(
            Self.ask(&fixture, "security/users/createUser", [("username", "n"), ("password", "x")]).rule
                == "portaladmin.read-only")
        #expect(fixture.ask("/portal/sharing/rest/search?q=*&f=json&token=\(token)", form: []).verdict.isEmpty)
        _ = Self.ask(&fixture, "mode/update", [("isReadOnly", "false")])
        #expect(create().verdict.isEmpty)
    }

    @Test("the log has what was refused and what administrators did, as far as its level keeps it")
    func logs() throws {
        var fixture = try Self.fixture()
        let bad = [("username", "bert"), ("password", "no"), ("referer", "x"), ("f", "json")]
        _ = fixture.ask("/portal/sharing/rest/generateToken", form: bad)
        let warned = Self.ask(&fixture, "logs/query?level=WARNING".replacing("?level=WARNING", with: ""))
        let first = warned.json?["logMessages"]?[0]
        #expect(first?["type"]?.text == "WARNING" && first?["user"]?.text == "bert")
        _ = Self.ask(&fixture, "system/indexer/reindex", [("mode", "FULL_MODE")])
        let token = fixture.token("anna", [("client", "requestip")])
        let all = fixture.ask("/portal/portaladmin/logs/query?f=json&level=INFO&token=\(token)")
        #expect(all.json?["logMessages"]?[0]?["message"]?.text == "portaladmin/system/indexer/reindex")
        _ = Self.ask(&fixture, "logs/clean", [])
        _ = Self.ask(&fixture, "logs/settings/edit", [("logLevel", "OFF")])
        _ = Self.ask(&fixture, "logs/clean", [])
        _ = fixture.ask("/portal/sharing/rest/generateToken", form: bad)
        #expect(Self.ask(&fixture, "logs/query").json?["logMessages"] == .array([]))
    }

    @Test("there is one hosting server: a second takes the role from the first")
    func hosting() throws {
        var fixture = try Self.fixture()
        let id = FederatedServers.id("second")
        _ = Self.ask(&fixture, "federation/servers/\(id)/update", [("serverRole", "HOSTING_SERVER")])
        let servers = Self.ask(&fixture, "federation/servers").json?["servers"]?.elements
        #expect(servers?.compactMap { $0["serverRole"]?.text } == ["FEDERATED_SERVER", "HOSTING_SERVER"])
        #expect(Self.ask(&fixture, "federation/servers/\(id)").json?["isHosted"]?.truth == true)
    }

    @Test("validation says whether the server is reached and whether the releases fit")
    func validation() throws {
        var fixture = try Self.fixture()
        let id = FederatedServers.id("gis")
        let url = "https://h.example/arcgis"
        #expect(
            Self.ask(&fixture, "federation/servers/\(id)/validate").body
                == #"{"status":"success","serverId":"\#(id)","messages":["ArcGIS Server administration URL '\#(url)' is accessible.","ArcGIS Server '\#(url)' version is compatible with Portal for ArcGIS."],"adminUrl":"\#(url)"}"#
        )
        fixture.deployment.servers[0].condition = .unreachable
        #expect(Self.ask(&fixture, "federation/servers/validate").json?["status"]?.text == "failure")
    }

    @Test("a registered server trusts no token until it has the key; unregistered, it is alone")
    func registration() throws {
        var fixture = try Self.fixture()
        let token = fixture.token("anna", [("client", "requestip")])
        func post(_ path: String, _ form: [(String, String)]) -> PortalFixture.Heard {
            fixture.ask("/portal/sharing/rest/portals/self/servers/\(path)?f=json&token=\(token)", form: form)
        }
        let id = FederatedServers.id("second")
        #expect(post("\(id)/unregister", []).body == #"{"success":true,"serverId":"\#(id)"}"#)
        #expect(fixture.ask("/second/rest/info?f=json").json?["owningSystemUrl"] == nil)
        let url = "https://h.example/second"
        let made = post("register", [("name", "s"), ("url", url), ("adminUrl", url), ("isHosted", "false")])
        #expect(made.json?["serverId"]?.text == id && made.json?["secretKey"]?.text?.utf8.count == 64)
        #expect(fixture.deployment.servers[1].federation?.hasStaleKey == true)
        #expect(post("\(id)/update", [("serverFunction", "ImageHosting")]).verdict.isEmpty)
        #expect(
            fixture.ask("/portal/sharing/rest/portals/self/servers/\(id)?f=json&token=\(token)").json?[
                "serverFunction"]?
                .text == "ImageHosting")
    }

    @Test("a web adaptor that is registered has an id, until it is unregistered")
    func adaptors() throws {
        var fixture = try Self.fixture()
        let made = Self.ask(
            &fixture, "system/webadaptors/register", [("webAdaptorURL", "https://gis.example/portal")])
        let id = try #require(made.json?["id"]?.text)
        let one = Self.ask(&fixture, "system/webadaptors/\(id)").json
        #expect(one?["webAdaptorURL"]?.text == "https://gis.example/portal" && one?["httpsPort"]?.integer == 443)
        _ = Self.ask(&fixture, "system/webadaptors/\(id)/unregister", [])
        #expect(Self.ask(&fixture, "system/webadaptors").body == #"{"webAdaptors":[]}"#)
    }

    @Test("an app with a new id is nobody under the old one")
    func oauth() throws {
        var fixture = try Self.fixture()
        #expect(!fixture.appToken().isEmpty)
        let done = Self.ask(&fixture, "security/oauth/changeAppID", [("currentAppID", "app"), ("newAppID", "other")])
        #expect(done.body == #"{"status":"success"}"#)
        #expect(fixture.appToken().isEmpty)
    }

    @Test("an export is brought back")
    func export() throws {
        var fixture = try Self.fixture()
        let file = try #require(Self.ask(&fixture, "exportSite", [("location", "/backup")]).json?["location"]?.text)
        #expect(file.hasPrefix("/backup/") && file.hasSuffix("FULL.portalsite"))
        _ = Self.ask(&fixture, "security/users/createUser", [("username", "nina"), ("password", "x")])
        #expect(Self.ask(&fixture, "system/indexer/status").json?["indexes"]?[0]?["indexCount"]?.integer == 4)
        #expect(Self.ask(&fixture, "importSite", [("location", file)]).body == #"{"status":"success"}"#)
        #expect(Self.ask(&fixture, "system/indexer/status").json?["indexes"]?[0]?["indexCount"]?.integer == 3)
    }

    @Test("enterprise users are found, and have another name at the provider")
    func users() throws {
        var fixture = try Self.fixture()
        let found = Self.ask(&fixture, "security/users/searchEnterpriseUsers", [("filter", "dirk")])
        #expect(found.json?["users"]?[0]?["username"]?.text == "dirk@X" && found.json?["users"]?[1] == nil)
        _ = Self.ask(
            &fixture, "security/users/updateEnterpriseUser", [("username", "dirk@X"), ("idpUsername", "d.x")])
        #expect(fixture.deployment.portals[0].accounts.list[2].nameID == "d.x")
    }
}
