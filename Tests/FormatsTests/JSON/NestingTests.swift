// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

/// JSON that nests: what is within the bound leaves half of the smallest stack to others; the rest is refused.
@Suite("JSON that nests", .disabled(if: StackUse.isSanitized))
struct JSONNestingTests {
    /// Arrays and objects by turns, and each kind alone.
    static func texts(_ depth: Int) -> [String] {
        func nested(_ opening: String, _ closing: String, _ count: Int) -> String {
            String(repeating: opening, count: count) + "1" + String(repeating: closing, count: count)
        }
        let turns = nested("[{\"a\":", "}]", depth / 2)
        return [
            nested("[", "]", depth), nested("{\"a\":", "}", depth), depth % 2 == 0 ? turns : "[\(turns)]",
        ]
    }

    @Test("is read, compared, written and let go on a small stack", arguments: [0, 1, 2])
    func deepest(_ shape: Int) throws {
        let bytes = Array(Self.texts(Nesting.deepest)[shape].utf8)
        let json = try JSONReader.read(bytes)
        let same = try JSONReader.read(bytes)
        let node = try #require(JSON5Reader.read(bytes, file: "f").0)
        let other = try #require(JSON5Reader.read(bytes, file: "f").0)
        let works: [(String, @Sendable () -> Void)] = [
            ("read", { _ = try? JSONReader.read(bytes) }), ("read JSON5", { _ = try? JSONReader.read(json5: bytes) }),
            ("read with places", { _ = JSON5Reader<Node>.read(bytes, file: "f") }),
            ("write", { _ = JSONWriter.json(json) }), ("write pretty", { _ = JSONWriter.pjson(json) }),
            ("compare", { _ = json == same }), ("hash", { _ = json.hashValue }),
            ("compare nodes", { _ = node == other }), ("hash nodes", { _ = node.hashValue }),
            ("leave places out", { _ = node.json }),
        ]
        for (name, work) in works {
            let used = StackUse.bytes(work)
            #expect(used <= StackUse.allowed, "\(name)")
        }
    }

    @Test("is refused beyond the bound", arguments: [Nesting.deepest + 1, 100_000])
    func deeper(_ depth: Int) {
        for text in Self.texts(depth) {
            let bytes = Array(text.utf8)
            #expect(throws: JSONReader.Failure.self) { try JSONReader.read(bytes) }
            let findings = JSON5Reader.read(bytes, file: "f").1
            #expect(findings.map(\.message) == ["nested deeper than 64"])
        }
    }
}
