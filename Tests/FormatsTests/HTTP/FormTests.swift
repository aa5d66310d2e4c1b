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

    @Test(
        "escapes are decoded, what is none stays, and what is no UTF-8 is replaced",
        arguments: [
            ("%", "%"), ("%4", "%4"), ("%4g", "%4g"), ("%zz", "%zz"), ("%41", "A"), ("%4a%4A", "JJ"), ("%%41", "%A"),
            ("%C3%A4", "ä"), ("%c3", "\u{FFFD}"), ("ä", "ä"), ("%00", "\u{0}"), ("a+b%2B", "a b+"),
            ("https%3A%2F%2Fapp.example%2F", "https://app.example/"),
            ("no escape but a long text", "no escape but a long text"),
        ])
    func escapes(_ coded: String, _ plain: String) {
        let pairs = Form.parse("\(coded)=\(coded)&last")
        #expect(pairs.map(\.name) == [plain, "last"])
        #expect(pairs.map(\.value) == [plain, ""])
        #expect(String(decoding: Percent.decode(Array(coded.utf8)[...], plusIsSpace: true), as: UTF8.self) == plain)
    }

    @Test("what is encoded is read as it was")
    func roundTrip() {
        for length in 0..<70 {
            let text = String(String.UnicodeScalarView((0..<length).map { Unicode.Scalar(UInt8($0 * 37 % 128)) })) + "€"
            #expect(Form.parse(Form.encode([(text, text), ("b", "")])).map(\.value) == [text, ""])
        }
    }

    @Test("what comes after the limit is passed over, and costs nothing")
    func limit() {
        let pairs = Form.parse(String(repeating: "a=1&", count: Form.limit) + "b=2")
        #expect(pairs.count == Form.limit)
        #expect(pairs.allSatisfy { $0.name == "a" })
        #expect(Form.parse(String(repeating: "&", count: 100_000) + "b=2").map(\.name) == ["b"])
    }
}
