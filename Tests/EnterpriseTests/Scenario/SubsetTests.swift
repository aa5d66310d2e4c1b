// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

@Suite("Subsets and placeholders")
struct SubsetTests {
    @Test(
        "what fits and what does not",
        arguments: [
            (#"{"a":1}"#, #"{"a":1,"b":2}"#, true), (#"{"a":1}"#, #"{"b":2}"#, false),
            (#"{"a":1.0}"#, #"{"a":1}"#, true),
            (#"{"a":"1"}"#, #"{"a":1}"#, false), (#"{"a":null}"#, #"{"a":null}"#, true),
            (#"{"a":null}"#, #"{}"#, false),
            ("[1,2]", "[1,2]", true), ("[1,2]", "[1,2,3]", false), (#"[{"a":1}]"#, #"[{"a":1,"b":2}]"#, true),
            (#"{"a":{"$absent":true}}"#, "{}", true), (#"{"a":{"$absent":true}}"#, #"{"a":null}"#, false),
            (#"{"a":{"$type":"number"}}"#, #"{"a":1}"#, true), (#"{"a":{"$type":"number"}}"#, #"{"a":"1"}"#, false),
            (#"{"a":{"$matches":"^x"}}"#, #"{"a":"xy"}"#, true), (#"{"a":{"$matches":"^x"}}"#, #"{"a":"yx"}"#, false),
            (#"{"a":{"$contains":[2]}}"#, #"{"a":[1,2]}"#, true), (#"{"a":{"$contains":[3]}}"#, #"{"a":[1,2]}"#, false),
            (#"{"a":{"$between":[1,2]}}"#, #"{"a":1.5}"#, true), (#"{"a":{"$between":[1,2]}}"#, #"{"a":3}"#, false),
            ("{}", "[]", false), (#"{"a":{}}"#, #"{"a":{"b":1}}"#, true),
        ])
    func subset(_ expected: String, _ actual: String, _ fits: Bool) throws {
        let wanted = try JSONReader.read(Array(expected.utf8))
        let found = try JSONReader.read(Array(actual.utf8))
        #expect(Subset.compare(wanted, found).isEmpty == fits)
    }

    @Test(
        "placeholders",
        arguments: [
            ("{a}/b", "1/b"), ("{{a}", "{a}"), ("{a.b}", "2"), ("{1}", "{1}"), ("{a b}", "{a b}"), ("{", "{"),
            ("{a", "{a"),
            ("{\"a\":1}", "{\"a\":1}"), ("{unknown}", "{unknown}"), ("x{a}{a}", "x11"),
        ])
    func placeholders(_ text: String, _ filled: String) {
        #expect(Placeholders.expand(text) { ["a": "1", "a.b": "2"][$0] } == filled)
    }
}
