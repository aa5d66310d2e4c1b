// SPDX-License-Identifier: Apache-2.0

import Formats

@testable import Enterprise

/// A server with a geoprocessing service, and its administrator.
struct JobFixture {
    var fixture: PortalFixture
    let token: String

    init() throws {
        fixture = try PortalFixture(
            """
            { portal: null, servers: [{ version: "11.4", siteAdmin: { username: "psa", password: "psa" }, machine: "ONE",
                services: [{ name: "Tools/Work", type: "GPServer", access: "public",
                  tasks: [{ name: "Slow", parameters: [{ name: "In" }], results: { Out: 1 } }] }] }] }
            """)
        token = RuleTests.siteAdmin(&fixture)
    }

    /// Submits a job, and returns its id.
    mutating func submit() -> String {
        fixture.ask("/arcgis/rest/services/Tools/Work/GPServer/Slow/submitJob?f=json&In=1").json?["jobId"]?.text ?? ""
    }

    mutating func get(_ path: String) -> PortalFixture.Heard {
        fixture.ask(
            "/arcgis/admin/services/Tools/Work.GPServer/\(path)\(path.contains("?") ? "&" : "?")f=json&token=\(token)")
    }

    mutating func post(_ path: String, _ form: [(String, String)] = []) -> PortalFixture.Heard {
        fixture.ask("/arcgis/admin/services/Tools/Work.GPServer/\(path)?f=json&token=\(token)", form: form)
    }
}
