// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Testing

@testable import Enterprise

/// The table of documented paths against the router, both ways.
@Suite("The whole surface")
struct SurfaceTests {
    @Test("no route answers what no documentation names and no client asks for")
    func documented() {
        let known = Set(Surface.all.flatMap { row in row.paths.map { "\(row.kind) \($0.shape)" } })
        let files = Surface.all.flatMap(\.paths).filter { $0.text.hasSuffix("{file}") }
        for route in Router.routes where route.kind != .idp && !route.path.contains("/servers/{id}/rest/") {
            let isKnown =
                known.contains("\(route.kind) \(route.pattern.shape)")
                || files.contains { $0.coversFile(route.pattern) }
            // Doors of sign-ins, whose paths portals choose themselves.
            let isOwn = route.path.hasPrefix("sharing/rest/oauth2/") || route.path.hasPrefix("sharing/oauth2/")
            #expect(isKnown || isOwn, "\(route.kind) \(route.path)")
        }
    }

    @Test("no two rows are of one path")
    func unique() {
        var seen: Set<String> = []
        for row in Surface.all {
            for path in row.paths {
                #expect(seen.insert("\(row.kind) \(path.shape)").inserted, "\(row.kind) \(path.text)")
            }
        }
    }

    @Test("the types of service are those of the rows below rest/services")
    func typesOfRows() {
        let rows = Surface.all.filter { $0.path.hasPrefix("rest/services/{service}/") }
        #expect(Set(rows.map(Surface.area)).sorted() == Surface.serviceTypes)
    }

    @Test("every type of service that is emulated is in it", arguments: ServiceKind.allCases)
    func types(_ kind: ServiceKind) { #expect(Surface.serviceTypes.contains(kind.rawValue)) }

    /// What answers that it is not emulated is named with its reason on the fidelity page.
    @Test("each path that is not emulated has one reason, and no reason is idle")
    func limits() {
        let gaps = Surface.all.filter { !Router.emulates($0) }
        for row in gaps {
            let found = Surface.limits.filter { $0.covers(row) }
            #expect(found.count == 1, "\(row.kind) \(row.path): \(found.map(\.reason))")
        }
        for limit in Surface.limits {
            for path in limit.paths {
                let limit = Surface.Limit("", [path])
                #expect(gaps.contains { limit.covers($0) }, "\(path) is emulated, or no real site has it")
            }
        }
    }
}
