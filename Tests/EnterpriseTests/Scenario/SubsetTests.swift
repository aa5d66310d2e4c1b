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
            (#"{"a":{"$anything":true}}"#, #"{"a":null}"#, true), (#"{"a":{"$anything":true}}"#, "{}", false),
            (#"{"a":{"$length":2}}"#, #"{"a":[1,2]}"#, true), (#"{"a":{"$length":2}}"#, #"{"a":[1]}"#, false),
            (#"{"a":{"$length":2}}"#, #"{"a":"xy"}"#, true), (#"{"a":{"$length":0}}"#, #"{"a":null}"#, false),
            (#"{"a":{"$length":{"$between":[1,9]}}}"#, #"{"a":[1]}"#, true),
            (#"{"a":{"$length":{"$between":[1,9]}}}"#, #"{"a":[]}"#, false),
            (#"{"$keys":1}"#, #"{"a":1}"#, true), (#"{"$keys":1}"#, #"{"a":1,"b":2}"#, false),
            (#"{"$keys":["a","b"]}"#, #"{"a":1,"b":2}"#, true), (#"{"$keys":["b","a"]}"#, #"{"a":1,"b":2}"#, false),
            (#"{"$keys":0}"#, "[]", false), (#"{"$each":{"a":1}}"#, #"[{"a":1},{"a":1,"b":2}]"#, true),
            (#"{"$each":{"a":1}}"#, #"[{"a":1},{"a":2}]"#, false),
            // Of no element everything is true.
            (#"{"$each":{"a":1}}"#, "[]", false), (#"{"$each":{"a":1}}"#, #"{"a":1}"#, false),
            ("{}", "[]", false), (#"{"a":{}}"#, #"{"a":{"b":1}}"#, true),
        ])
    func subset(_ expected: String, _ actual: String, _ fits: Bool) throws {
        let wanted = try JSONReader.read(Array(expected.utf8))
        let found = try JSONReader.read(Array(actual.utf8))
        #expect(Subset.compare(wanted, found).isEmpty == fits)
    }

    @Test(
        "what differs is told with its place",
        arguments: [
            (#"{"a":{"$length":2}}"#, #"{"a":[1,2,3]}"#, "/a: $length 2, a length of 3"),
            (#"{"a":{"$length":2}}"#, #"{"a":7}"#, "/a: a list or a text, 7"),
            (#"{"$keys":2}"#, #"{"a":1}"#, "the body: $keys 2, 1 keys: a"),
            (#"{"a":{"$keys":["x"]}}"#, #"{"a":{"y":1}}"#, #"/a: $keys ["x"], 1 keys: y"#),
            (#"{"a":{"$each":{"b":1}}}"#, #"{"a":[{"b":1},{"b":2}]}"#, "/a/1/b: 1, 2"),
            (#"{"a":{"$each":{"b":1}}}"#, #"{"a":[]}"#, "/a: a list with elements, []"),
            (#"{"a":{"$anything":true}}"#, "{}", "/a: $anything true, nothing"),
        ])
    func differences(_ expected: String, _ actual: String, _ told: String) throws {
        let found = Subset.compare(try JSONReader.read(Array(expected.utf8)), try JSONReader.read(Array(actual.utf8)))
        #expect(found.map { "\($0.index): \($0.expected), \($0.found)" } == [told])
    }

    @Test(
        "in a fault's answer only what is known is filled in",
        arguments: [
            ("{a}/b", "1/b"), ("{{a}", "{a}"), ("{{{a}", "{1"), ("{unknown}", "{unknown}"),
            ("{{unknown}", "{{unknown}"),
            ("{ a }", "{ a }"), ("function f(){return {a}}", "function f(){return 1}"), ("{", "{"), ("{a", "{a"),
            ("{{{{", "{{{{"), ("{\"a\":{a}}", "{\"a\":1}"), ("{a}{a.b}", "12"),
        ])
    func filling(_ text: String, _ filled: String) {
        #expect(Placeholders.fill(text) { ["a": "1", "a.b": "2"][$0] } == filled)
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
