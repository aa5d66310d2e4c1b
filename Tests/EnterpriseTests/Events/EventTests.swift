// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// What administrators do, done without a client: each event shows at a door.
@Suite("Events")
struct EventTests {
    /// A deployment to which events happen.
    private struct Scene {
        var fixture: PortalFixture

        init() throws { fixture = try PortalFixture.federated("11.4") }

        mutating func happen(_ event: String) throws {
            let read = try Event(try JSONReader.read(json5: Array(event.utf8)))
            try fixture.deployment.happen(read)
        }

        /// Returns the rule that refuses a service to somebody.
        mutating func refusal(_ service: String, _ token: String) -> String? {
            fixture.ask(
                "/arcgis/rest/services/\(service)/MapServer?f=json&token=\(token)",
                fields: [("Referer", "https://app.example")]
            ).rule
        }
    }

    @Test("a role, a user type")
    func roles() throws {
        var scene = try Scene()
        let token = scene.fixture.token("bert", [("client", "requestip")])
        let path = "/portal/portaladmin?f=json&token=\(token)"
        #expect(scene.fixture.ask(path).rule == "admin.not-portal-administrator")
        try scene.happen("{ event: 'change-role', user: 'bert', role: 'org_admin' }")
        #expect(scene.fixture.ask(path).rule == nil)
        try scene.happen("{ event: 'change-user-type', user: 'bert', userType: 'viewerUT' }")
        let told = scene.fixture.ask("/portal/sharing/rest/community/self?f=json&token=\(token)")
        #expect(told.json?["userLicenseTypeId"]?.text == "viewerUT")
    }

    @Test("a group gains, loses and is gone")
    func groups() throws {
        var scene = try Scene()
        let bert = scene.fixture.token("bert")
        #expect(scene.refusal("Team", bert) != nil)
        try scene.happen("{ event: 'add-to-group', user: 'bert', group: 'g1' }")
        #expect(scene.refusal("Team", bert) == nil)
        try scene.happen("{ event: 'add-to-group', user: 'bert', group: 'g1' }")
        #expect(scene.fixture.deployment.portals[0].groups[0].members.count { $0 == "bert" } == 1)
        try scene.happen("{ event: 'remove-from-group', user: 'bert', group: 'g1' }")
        #expect(scene.refusal("Team", bert) != nil)
        try scene.happen("{ event: 'add-to-group', user: 'bert', group: 'g1' }")
        try scene.happen("{ event: 'delete-group', group: 'g1' }")
        #expect(scene.refusal("Team", bert) != nil)
    }

    @Test("a service is shared otherwise")
    func sharing() throws {
        var scene = try Scene()
        let bert = scene.fixture.token("bert")
        #expect(scene.refusal("Airports", bert) == nil)
        try scene.happen("{ event: 'share-service', service: 'Airports', access: 'private' }")
        #expect(scene.refusal("Airports", bert) != nil)
        try scene.happen("{ event: 'share-service', service: 'Airports', access: 'public' }")
        #expect(scene.fixture.ask("/arcgis/rest/services/Airports/MapServer?f=json").rule == nil)
    }

    @Test("a password ends, a user is gone")
    func users() throws {
        var scene = try Scene()
        let bert = scene.fixture.token("bert")
        try scene.happen("{ event: 'expire-password', user: 'anna' }")
        let form = [("username", "anna"), ("password", "pw"), ("referer", "x"), ("f", "json")]
        #expect(
            scene.fixture.ask("/portal/sharing/rest/generateToken", form: form).rule
                == "generate-token.password-expired")
        try scene.happen("{ event: 'delete-user', user: 'bert' }")
        #expect(scene.refusal("Airports", bert)?.hasPrefix("token.") == true)
        #expect(Self.told("{ event: 'disable-user', user: 'bert' }", &scene)?.key == "user")
        #expect(Self.told("{ event: 'delete-user', user: 'bert' }", &scene)?.key == "user")
    }

    @Test("a site stops and starts, an organization too", arguments: ["portal: 'portal'", "server: 'gis'"])
    func availability(_ site: String) throws {
        var scene = try Scene()
        let path = site.hasPrefix("portal") ? "/portal/sharing/rest/info?f=json" : "/arcgis/rest/info?f=json"
        try scene.happen("{ event: 'stop-site', \(site) }")
        #expect(scene.fixture.ask(path).rule == "site.unreachable")
        try scene.happen("{ event: 'start-site', \(site) }")
        #expect(scene.fixture.ask(path).rule == nil)
        let bert = scene.fixture.token("bert")
        try scene.happen("{ event: 'disable-organization' }")
        #expect(scene.refusal("Airports", bert) != nil)
        try scene.happen("{ event: 'enable-organization' }")
        #expect(scene.refusal("Airports", bert) == nil)
    }

    @Test("a site that may not be edited")
    func readOnly() throws {
        var scene = try Scene()
        let anna = scene.fixture.token("anna", [("client", "requestip")])
        let folder = ("/portal/sharing/rest/content/users/anna/createFolder?f=json&token=\(anna)", [("title", "t")])
        try scene.happen("{ event: 'lock-site', portal: 'portal' }")
        #expect(scene.fixture.ask(folder.0, form: folder.1).rule == "portaladmin.read-only")
        try scene.happen("{ event: 'unlock-site', portal: 'portal' }")
        #expect(scene.fixture.ask(folder.0, form: folder.1).rule == nil)
        let siteAdmin = RuleTests.siteAdmin(&scene.fixture)
        let stop = "/arcgis/admin/services/createFolder?f=json&token=\(siteAdmin)"
        try scene.happen("{ event: 'lock-site' }")
        #expect(scene.fixture.ask(stop, form: [("folderName", "F")]).rule == "admin.read-only")
        let mode = scene.fixture.ask("/arcgis/admin/mode?f=json&token=\(siteAdmin)").json
        #expect(mode?["siteMode"]?.text == "READ_ONLY" && mode?["copyConfigLocal"]?.truth == false)
        try scene.happen("{ event: 'unlock-site' }")
        #expect(scene.fixture.ask(stop, form: [("folderName", "F")]).rule == nil)
    }

    @Test("a license ends")
    func license() throws {
        var scene = try Scene()
        let siteAdmin = RuleTests.siteAdmin(&scene.fixture)
        try scene.happen("{ event: 'change-license', license: 'none' }")
        let told = scene.fixture.ask("/arcgis/admin/system/licenses?f=json&token=\(siteAdmin)")
        #expect(told.json?["edition"]?["name"]?.text == "None")
    }

    @Test(
        "an event that names nothing that is there is told with what is",
        arguments: [
            ("{ event: 'change-role', user: 'bert', role: 'org_admn' }", "role", "org_admin"),
            ("{ event: 'change-role', user: 'psa', role: 'org_admin' }", "user", nil),
            ("{ event: 'change-user-type', user: 'bert', userType: 'viewerut' }", "userType", "viewerUT"),
            ("{ event: 'add-to-group', user: 'bert', group: 'g2' }", "group", "g1"),
            ("{ event: 'add-to-group', user: 'berd', group: 'g1' }", "user", "bert"),
            ("{ event: 'delete-group', group: 'g2' }", "group", "g1"),
            ("{ event: 'delete-user', user: 'psa' }", nil, nil),
            ("{ event: 'stop-site', portal: 'portl' }", "portal", "portal"),
            ("{ event: 'disable-organization', portal: 'portl' }", "portal", "portal"),
            ("{ event: 'share-service', service: 'Airports' }", nil, nil),
        ])
    func impossible(_ event: String, _ key: String?, _ suggestion: String?) throws {
        var scene = try Scene()
        let told = Self.told(event, &scene)
        #expect(told != nil)
        #expect(told?.key == key)
        #expect(told?.suggestion == suggestion)
    }

    /// Returns why an event is impossible.
    private static func told(_ event: String, _ scene: inout Scene) -> Event.Impossible? {
        do { try scene.happen(event) } catch { return error as? Event.Impossible }
        return nil
    }
}
