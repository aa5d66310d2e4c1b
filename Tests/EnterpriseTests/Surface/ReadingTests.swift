// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Enterprise

/// What may be asked of a real site without leaving anything behind.
@Suite("What reads")
struct ReadingTests {
    private static func path(_ pattern: PathPattern) -> String {
        pattern.segments.map { segment in
            guard segment.hasPrefix("{") else { return segment }
            return segment == "{name.type}" ? "Airports.MapServer" : "1"
        }.joined(separator: "/")
    }

    @Test("no documented operation that changes something reads, with any method")
    func changes() {
        for row in Surface.all where row.method == .post {
            for pattern in row.paths {
                for method in ["GET", "POST", "HEAD"] {
                    let reach = Surface.reach(of: row.kind, Self.path(pattern), method: method)
                    #expect(reach != .reads && reach != .unknown, "\(method) \(row.kind) \(pattern.text)")
                }
            }
        }
    }

    @Test(
        "an operation that takes GET and starts, ends or writes something does not read",
        arguments: [
            "rest/services/Tools/GPServer/Buffer/submitJob", "rest/services/Tools/GPServer/Buffer/execute",
            "rest/services/Tools/GPServer/Buffer/jobs/1/cancel", "rest/logout", "admin/createNewSite", "admin/upgrade",
            "admin/%75pgrade", "admin/./createNewSite", "admin/x/../createNewSite",
            "rest/services/Airports/MapServer/exportTiles", "admin/services/Airports.MapServer/stop",
            "rest/services/Airports/FeatureServer/0/applyEdits",
        ])
    func starts(_ path: String) {
        for method in ["GET", "POST"] { #expect(Surface.reach(of: .server, path, method: method) != .reads) }
    }

    @Test("resources, queries and doors of tokens are told apart, whatever their letters")
    func reads() {
        for (path, method, reach) in [
            ("rest/info", "GET", Surface.Reach.reads), ("rest/services", "GET", .reads),
            ("rest/services/Airports/MapServer/0/query", "POST", .reads),
            ("rest/services/Airports/MapServer/0/QUERY", "GET", .reads), ("rest/info", "DELETE", .changes),
            ("tokens/generatetoken", "POST", .signsIn), ("admin/generateToken", "POST", .signsIn),
            ("rest/nothing/of/the/kind", "GET", .unknown),
        ] { #expect(Surface.reach(of: .server, path, method: method) == reach, "\(method) \(path)") }
        for (path, reach) in [
            ("sharing/rest/portals/self", Surface.Reach.reads), ("sharing/rest/generateToken", .signsIn),
            ("sharing/rest/oauth2/token", .signsIn), ("sharing/rest/oauth2/signout", .changes),
            ("sharing/rest/oauth2/revokeToken", .changes), ("sharing/rest/content/users/jane/addItem", .changes),
            ("sharing/rest/search", .reads), ("portaladmin/login", .signsIn),
        ] { #expect(Surface.reach(of: .portal, path, method: "POST") == reach, "\(path)") }
    }
}
