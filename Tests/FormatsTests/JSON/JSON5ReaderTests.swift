// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@Suite("JSON5")
struct JSON5ReaderTests {
    private func findings(_ text: String) -> [String] {
        JSON5Reader.read(Array(text.utf8), file: "f").1.map(\.description)
    }

    @Test(
        "what it reads",
        arguments: [
            ("{a: 1, 'b': \"c\", $d_1: [1, 2,],}", #"{"a":1,"b":"c","$d_1":[1,2]}"#), ("// x\n/* y\n */ null", "null"),
            ("+1", "1"), ("0x1F", "31"), (".5", "0.5"), ("5.", "5"), ("'it\\'s'", "\"it's\""), ("'a\\\nb'", "\"ab\""),
            ("\"\\u00e9\\x41\\v\\0\"", "\"éA\\u000b\\u0000\""), ("\"\\uD83D\\uDE00\"", "\"😀\""),
            ("\u{FEFF}[true, false]", "[true,false]"), ("[-1.5e-3]", "[-1.5e-3]"), ("{}", "{}"), ("[]", "[]"),
            ("{ 'é': 'ü' }", "{\"é\":\"ü\"}"),
        ])
    func good(_ text: String, _ json: String) throws {
        let (node, findings) = JSON5Reader.read(Array(text.utf8), file: "f")
        #expect(findings.map(\.description) == [])
        let found = try #require(node).json
        let wanted = try JSONReader.read(Array(json.utf8))
        #expect(
            String(decoding: JSONWriter.json(found), as: UTF8.self)
                == String(decoding: JSONWriter.json(wanted), as: UTF8.self))
    }

    @Test("every value knows its line and column, counted in characters")
    func positions() throws {
        let (node, _) = JSON5Reader.read(Array("{\n  é: [1,\n   'x'],\n}".utf8), file: "f")
        let list = try #require(node?["é"])
        #expect(list.position == Position(line: 2, column: 6))
        guard case .array(let nodes) = list.value else {
            Issue.record("no list")
            return
        }
        #expect(nodes.map(\.position) == [Position(line: 2, column: 7), Position(line: 3, column: 4)])
    }

    @Test(
        "never crashes, whatever is cut off",
        arguments: ["{a: [1, 'x\\u00e9', {b: null}], /* c */ d: 0x1F, // e\n f: -.5e+3}"])
    func everyPrefix(_ text: String) {
        let bytes = Array(text.utf8)
        for end in 0..<bytes.count {
            let (node, findings) = JSON5Reader.read(Array(bytes[..<end]), file: "f")
            #expect(node == nil)
            #expect(findings.count == 1, "cut at \(end)")
        }
    }

    @Test("what nests too deep is refused, not crashed on")
    func depth() {
        let text = String(repeating: "[", count: 100_000)
        #expect(findings(text).count == 1)
    }

    @Test("bytes that are no UTF-8")
    func notUTF8() {
        #expect(
            JSON5Reader.read([0x7B, 0xFF, 0x7D], file: "f").1.map(\.description) == [
                "f:1:1: error: the file is not UTF-8"
            ])
    }

    @Test(
        "what is wrong, where, and what was meant",
        arguments: [
            "{a: 1 b: 2}", "{a 1}", "{a: 1, a: 2}", "[1 2]", "{a: tru}", "'abc", "{a: 1", "/* x", "{a: 01}", "'\\x4'",
            "'\\uD800'", "{a: 1} x", "", "{1a: 2}", "[,]", "{a: }", "{a: 0x}", "'a\nb'", "{a: 1e}", "/x", "Infinity",
            "-NaN", "0x-5", "1e999",
        ])
    func bad(_ text: String) throws {
        let name = text.replacing("\n", with: "\\n")
        try Golden.expect("json5-findings.txt", entry: name, findings(text).joined(separator: " | "))
    }
}
