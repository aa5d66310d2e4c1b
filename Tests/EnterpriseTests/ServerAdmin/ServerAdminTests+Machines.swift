// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// A site's machines and clusters.
extension ServerAdminTests {
    @Test("a stopped machine hosts nothing, and can be administered")
    func machine() throws {
        var site = try Site()
        site.post("machines/ARCGIS.INTERNAL.LOCAL/stop")
        #expect(site.fixture.ask("/arcgis/rest/services/Open/MapServer?f=json").rule == "site.unreachable")
        site.post("machines/ARCGIS.INTERNAL.LOCAL/start")
        #expect(site.fixture.ask("/arcgis/rest/services/Open/MapServer?f=json").verdict.isEmpty)
    }

    @Test("a machine joins a site, which answers for it, and leaves it")
    func joining() throws {
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [
                { name: "one", context: "arcgis", siteAdmin: { username: "psa", password: "psa" }, machine: "ONE",
                  services: [{ name: "S", access: "public", layers: [] }] },
                { name: "two", context: "two", site: false, machine: "TWO" }] }
            """)
        let form = [
            ("adminURL", "https://h.example/arcgis/admin"), ("username", "psa"), ("password", "psa"), ("f", "json"),
        ]
        #expect(fixture.ask("/two/admin/joinSite", form: form).json?["status"]?.text == "success")
        #expect(fixture.ask("/two/rest/services/S/MapServer?f=json").verdict.isEmpty)
        let token = RuleTests.siteAdmin(&fixture)
        #expect(fixture.ask("/arcgis/admin/machines?f=json&token=\(token)").body.contains("TWO"))
        fixture.ask("/arcgis/admin/machines/TWO/unregister?f=json&token=\(token)", form: [])
        #expect(fixture.ask("/two/admin/?f=json").rule == "admin.no-site")
    }

    @Test("clusters are there before 10.8, and can be made")
    func clusters() throws {
        var old = try Site("10.5.1")
        old.post("clusters/create", [("clusterName", "c"), ("machineNames", "")])
        old.post("clusters/c/machines/add", [("machineNames", "ARCGIS.INTERNAL.LOCAL")])
        #expect(old.get("clusters/c/machines").body.contains("ARCGIS.INTERNAL.LOCAL"))
        old.post("clusters/c/stop")
        #expect(old.get("clusters/c").json?["configuredState"]?.text == "STOPPED")
        var new = try Site("10.8")
        #expect(new.get("clusters").rule == "admin.no-resource")
    }
}
