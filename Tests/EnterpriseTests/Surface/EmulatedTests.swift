// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

@testable import Enterprise

/// Every documented path of portals, their content, their administration and that of servers: it is emulated at every release
/// that has it, or the fidelity page says why not.
@Suite("What is named is emulated")
struct EmulatedTests {
    private static let roots = [
        "sharing/rest", "portaladmin", "admin", "rest/admin",
    ]

    private static let rows = Surface.all.filter { row in
        roots.contains { row.path == $0 || row.path.hasPrefix("\($0)/") }
    }

    @Test(
        "asked at each release, nothing else says that it is not emulated",
        arguments: ["10.3.1", "10.5.1", "10.6.1", "10.9.1", "11.4", "12.1", "online"])
    func asked(_ release: String) throws {
        var crawl = try CrawlFixture(release, isSignedIn: true)
        for row in Self.rows where row.isIn(crawl.version) && Surface.limit(of: row) == nil {
            let heard = crawl.ask(crawl.target(row), "json")
            #expect(heard.rule?.hasSuffix(".not-emulated") != true, "\(release): \(row.path)")
        }
    }

    @Test("posted, nothing else says so")
    func posted() throws {
        for row in Self.rows where row.isIn(.v11_4) && row.method != .get && Surface.limit(of: row) == nil {
            // What a post does to the site is not to be seen by the next.
            var crawl = try CrawlFixture("11.4", isSignedIn: true)
            let heard = crawl.ask(crawl.target(row), "json", method: "POST")
            #expect(heard.rule?.hasSuffix(".not-emulated") != true, "\(row.path): \(heard.body.prefix(200))")
            #expect(heard.rule?.hasPrefix("token.") != true, "\(row.path): \(heard.body.prefix(200))")
        }
    }
}
