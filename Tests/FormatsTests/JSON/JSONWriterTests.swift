// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("JSON as ArcGIS writes it")
struct JSONWriterTests {
    private let error = JSON.object([
        .init(
            "error",
            .object([
                .init("code", .int(498)), .init("message", .string("Invalid Token")), .init("details", .array([])),
            ]))
    ])

    @Test("f=json has no blanks")
    func json() {
        #expect(
            String(decoding: JSONWriter.json(error), as: UTF8.self)
                == #"{"error":{"code":498,"message":"Invalid Token","details":[]}}"#)
    }

    @Test("f=pjson indents by one blank; empty lists stay on their line")
    func pjson() {
        let text = "{\n \"error\": {\n  \"code\": 498,\n  \"message\": \"Invalid Token\",\n  \"details\": []\n }\n}"
        #expect(String(decoding: JSONWriter.pjson(error), as: UTF8.self) == text)
    }

    @Test(
        "other hands",
        arguments: [
            (
                JSONWriter.Style.server, #"{"a":"<b>x<\/b>"}"#,
                "{\n \"e\": [],\n \"n\": [\n  1,\n  8\n ],\n \"s\": [\n  \"x\"\n ]\n}"
            ),
            (
                .firstServer, #"{"a":"<b>x<\/b>"}"#,
                "{\n \"e\": [\n  ],\n \"n\": [\n  1,\n  8\n ],\n \"s\": [\n  \"x\"\n ]\n}"
            ),
            (.early, #"{"a":"<b>x<\/b>"}"#, "{\n  \"e\" : [],\n  \"n\" : [1, 8],\n  \"s\" : [\n    \"x\"\n  ]\n}"),
            (
                .hosted, #"{"a":"\u003cb\u003ex\u003c/b\u003e"}"#,
                "{\n  \"e\" : [],\n  \"n\" : [\n    1,\n    8\n  ],\n  \"s\" : [\n    \"x\"\n  ]\n}"
            ),
        ])
    func styles(_ style: JSONWriter.Style, _ plain: String, _ pretty: String) {
        let markup = JSON.object([.init("a", .string("<b>x</b>"))])
        #expect(String(decoding: JSONWriter.json(markup, style: style), as: UTF8.self) == plain)
        #expect(
            JSONWriter.jsonp(markup, callback: "f", style: style).map { String(decoding: $0, as: UTF8.self) }
                == "f(\(plain));")
        let lists = JSON.object([
            .init("e", .array([])), .init("n", .array([.int(1), .int(8)])), .init("s", .array([.string("x")])),
        ])
        #expect(String(decoding: JSONWriter.pjson(lists, style: style), as: UTF8.self) == pretty)
    }

    @Test("jsonp takes names only")
    func jsonp() {
        let call = JSONWriter.jsonp(.object([]), callback: "window._EsriLeafletCallbacks.c1")
        #expect(call.map { String(decoding: $0, as: UTF8.self) } == "window._EsriLeafletCallbacks.c1({});")
        for name in ["", "alert(1)//", "a b", "a<b", String(repeating: "a", count: 300)] {
            #expect(JSONWriter.jsonp(.null, callback: name) == nil)
        }
    }

    @Test(
        "texts",
        arguments: [
            ("a/b", "\"a/b\""), ("</a>", "\"<\\/a>\""),
            ("\"\\\n\r\t\u{8}\u{c}\u{1}", "\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\""),
            ("é€😀", "\"é€😀\""),
        ])
    func text(_ text: String, _ written: String) {
        #expect(String(decoding: JSONWriter.json(.string(text)), as: UTF8.self) == written)
    }

    @Test(
        "numbers as Java spells them",
        arguments: [
            (0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (7_588_427.6905, "7588427.6905"), (1e7, "1.0e7"),
            (-16_908_980.10527849, "-1.690898010527849e7"), (0.001, "0.001"), (0.0001, "1.0e-4"), (1e21, "1.0e21"),
            (123_456.5, "123456.5"), (9_999_999.5, "9999999.5"), (-33.95, "-33.95"),
        ] as [(Double, String)])
    func double(_ number: Double, _ spelling: String) {
        #expect(JSON.double(number) == .number(spelling))
    }

    @Test("what is no number is the text NaN")
    func notANumber() {
        #expect(JSON.double(.nan) == .string("NaN"))
        #expect(JSON.double(.infinity) == .string("NaN"))
    }

    @Test(
        "what is written is read back the same",
        arguments: ["{\"a\":[1,2.50,-3e7,true,false,null,\"x\\u00e9\"],\"a\":{}}"])
    func roundTrip(_ text: String) throws {
        let json = try JSONReader.read(Array(text.utf8))
        #expect(try JSONReader.read(JSONWriter.json(json)) == json)
        #expect(try JSONReader.read(JSONWriter.pjson(json)) == json)
        #expect(json["a"]?.members?.isEmpty == true)
    }

    @Test(
        "strict JSON refuses what JSON5 allows",
        arguments: [
            "{a:1}", "[1,]", "'a'", "// x\n1", "+1", "0x1", ".5", "5.", "01", "NaN", "", "{} {}", "[1 2]", "\"\t\"",
        ])
    func strict(_ text: String) {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test("pointers")
    func pointer() throws {
        let json = try JSONReader.read(Array(#"{"a":[{"b/c":1,"~":2}],"":3}"#.utf8))
        #expect(json.at(pointer: "/a/0/b~1c")?.integer == 1)
        #expect(json.at(pointer: "/a/0/~0")?.integer == 2)
        #expect(json.at(pointer: "/")?.integer == 3)
        #expect(json.at(pointer: "") == json)
        #expect(json.at(pointer: "/a/1") == nil)
        #expect(json.at(pointer: "a") == nil)
    }
}
