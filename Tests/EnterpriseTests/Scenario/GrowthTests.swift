// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Foundation
import Testing

@testable import Enterprise

/// What a scenario has many of costs as much as there is of it: four times as much takes about four times as long, not
/// sixteen times.
@Suite("Scenarios that grow", .serialized)
struct GrowthTests {
    private static let shapes: [String: @Sendable (Int) -> String] = [
        "portals": { count in
            let portals = (0..<count).map {
                "{ name: 'p\($0)', context: 'p\($0)', users: [{ username: 'a', password: 'b' }] }"
            }
            return "{ portals: [\(portals.joined(separator: ", "))] }"
        },
        "members of a group, and owners": { count in
            let names = (0..<count).map { "user\($0)" }
            let users = names.map { "{ username: '\($0)', password: 'b' }" }.joined(separator: ", ")
            let members = names.reversed().map { "'\($0)'" }.joined(separator: ", ")
            let items = names.reversed().map { "{ title: 'i', type: 'Web Map', owner: '\($0)' }" }
            return """
                { portal: { users: [\(users)], items: [\(items.joined(separator: ", "))],
                  groups: [{ id: 'g', owner: 'user0', title: 'g', members: [\(members)] }] } }
                """
        },
        "items and services shared with groups": { count in
            let numbers = 0..<count
            let groups = numbers.map { "{ id: 'g\($0)', owner: 'a', title: 'g' }" }.joined(separator: ", ")
            let items = numbers.map {
                "{ title: 'i', type: 'Web Map', owner: 'a', access: { groups: ['g\(count - 1 - $0)'] } }"
            }
            let services = numbers.map {
                "{ name: 'S\($0)', access: { groups: ['g\(count - 1 - $0)'] }, owner: 'a' }"
            }
            return """
                { portal: { users: [{ username: 'a', password: 'b' }], groups: [\(groups)],
                            items: [\(items.joined(separator: ", "))] },
                  servers: [{ name: 'gis', services: [\(services.joined(separator: ", "))] }] }
                """
        },
    ]

    /// The seconds of this thread's own work, whatever else the machine does; the least of two.
    private static func seconds(_ text: String) throws -> Double {
        var least = Double.infinity
        for _ in 0..<2 {
            var (before, after) = (timespec(), timespec())
            unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before)
            let (scenario, findings) = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
            unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after)
            #expect(findings.map(\.description) == [])
            _ = try #require(scenario)
            least = min(least, Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) / 1e9)
        }
        return least
    }

    @Test("load in linear time", arguments: shapes.keys.sorted())
    func linear(_ name: String) throws {
        let shape = try #require(Self.shapes[name])
        let (few, many) = (try Self.seconds(shape(400)), try Self.seconds(shape(1600)))
        #expect(many < 8 * few, "400 take \(few) s, 1,600 take \(many) s")
    }
}
