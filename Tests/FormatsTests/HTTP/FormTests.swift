// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("Forms")
struct FormTests {
    @Test(
        "pairs in their order",
        arguments: [
            ("", [:]), ("a=1", ["a": "1"]), ("a=1&b=2", ["a": "1", "b": "2"]), ("a", ["a": ""]), ("a=", ["a": ""]),
            ("&&a=1&", ["a": "1"]), ("a=b=c", ["a": "b=c"]), ("a=%20+%2B", ["a": "  +"]), ("=1", ["": "1"]),
        ] as [(String, KeyValuePairs<String, String>)])
    func pairs(_ text: String, _ expected: KeyValuePairs<String, String>) {
        let parsed = Form.parse(text)
        #expect(parsed.map(\.name) == expected.map(\.key))
        #expect(parsed.map(\.value) == expected.map(\.value))
    }

    @Test("what comes after the limit is passed over, and costs nothing")
    func limit() {
        let pairs = Form.parse(String(repeating: "a=1&", count: Form.limit) + "b=2")
        #expect(pairs.count == Form.limit)
        #expect(pairs.allSatisfy { $0.name == "a" })
        #expect(Form.parse(String(repeating: "&", count: 100_000) + "b=2").map(\.name) == ["b"])
    }
}
