// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Enterprise

/// A deployment that is asked on a small stack what nests: whoever tests calls it on a thread of Swift's pool.
@Suite("Requests that nest", .disabled(if: StackUse.isSanitized))
struct RequestNestingTests {
    private static func nested(_ opening: String, _ closing: String, _ depth: Int) -> String {
        String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
    }

    /// A request's path, and the parameter that nests.
    static let requests: [(String, String, @Sendable (Int) -> String)] = [
        ("/arcgis/rest/services/Open/MapServer/0/query", "where", { nested("(", ")", $0) + "=1" }),
        ("/arcgis/rest/services/Open/MapServer/0/query", "geometry", { nested("[", "]", $0) }),
        ("/arcgis/rest/services/Open/MapServer/0/query", "geometry", { nested("{\"rings\":[", "]}", $0 / 2) }),
        ("/arcgis/rest/services/Open/MapServer/0/query", "outStatistics", { nested("[", "]", $0) }),
        ("/arcgis/rest/services/Open/MapServer/export", "layerDefs", { nested("{\"0\":", "}", $0) }),
        ("/arcgis/rest/services/Open/MapServer/export", "dynamicLayers", { nested("[{\"source\":", "}]", $0 / 2) }),
        ("/arcgis/rest/services/Airports/FeatureServer/0/addFeatures", "features", { nested("[", "]", $0) }),
        ("/portal/sharing/rest/search", "q", { nested("(", ")", $0) }),
        ("/portal/sharing/rest/search", "q", { nested("tags:(", ")", $0) }),
    ]

    @Test("are answered on 512 KiB of stack, half of which is left", arguments: requests.indices)
    func small(_ index: Int) throws {
        let (path, name, value) = Self.requests[index]
        let fixture = try PortalFixture.federated("11.4")
        for depth in [30, Nesting.deepest, Nesting.deepest + 1, 5000] {
            let text = value(depth)
            let used = StackUse.bytes(of: StackUse.smallest) {
                var fixture = fixture
                _ = fixture.ask(path, form: [("f", "pjson"), (name, text)])
            }
            #expect(used <= StackUse.allowed, "\(depth)")
        }
    }

    @Test("A scenario that nests is read or refused on 512 KiB of stack", arguments: [60, 64, 65, 5000])
    func scenario(_ depth: Int) {
        let text =
            "{ extends: \"start/federated\", portal: { items: [{ id: \"a\", data: \(Self.nested("[", "]", depth - 4)) }] } }"
        let used = StackUse.bytes(of: StackUse.smallest) {
            _ = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
        }
        #expect(used <= StackUse.allowed)
    }
}
