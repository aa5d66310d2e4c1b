// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("Fields")
struct FieldsTests {
    /// Names of up to 64 bytes and more, of which fields know the lengths.
    private static let names = (1...140).map { String(repeating: "n", count: $0) }

    @Test("are found by their names in any case, and none by the name of another that is as long or longer by 64")
    func names() {
        for name in Self.names {
            let fields = Fields([.init("Other", "first"), .init(name.uppercased(), "value"), .init(name, "second")])
            #expect(fields[name] == "value")
            #expect(fields.all(name) == ["value", "second"])
            #expect(fields.has(name, token: "second"))
            #expect(fields[String(repeating: "m", count: name.utf8.count)] == nil)
            #expect(fields[name + String(repeating: "n", count: 64)] == nil)
            #expect(fields.all("other") == ["first"])
        }
        #expect(Fields()["host"] == nil)
    }

    @Test(
        "the first has a value, or another",
        arguments: [("a/b", true), ("A/b", false), ("a/", false), ("a/bc", false), ("", false), ("second", false)])
    func value(_ value: String, _ isHad: Bool) {
        let fields = Fields([.init("Content-Type", "a/b"), .init("content-type", "second"), .init("Empty", "")])
        #expect(fields.has("content-type", value) == isHad)
        #expect(fields.has("empty", value) == value.isEmpty)
        #expect(!fields.has("accept", value))
    }
}
