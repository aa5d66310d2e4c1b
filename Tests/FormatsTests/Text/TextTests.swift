// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@Suite("Texts")
struct TextTests {
    @Test(
        "instants",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2016-01-26T17:29:00Z", 1_453_829_340_000),
            ("2016-01-26T17:29:00.5+01:00", 1_453_825_740_500), ("2000-02-29T23:59:59Z", 951_868_799_000),
            ("1969-12-31T23:59:59.999Z", -1), ("2016-01-26T17:29Z", 1_453_829_340_000),
        ] as [(String, Int64)])
    func instant(_ text: String, _ milliseconds: Int64) throws {
        let instant = try #require(ISO8601.instant(text))
        #expect(instant.milliseconds == milliseconds)
        #expect(ISO8601.instant(ISO8601.format(instant)) == instant)
    }

    @Test(
        "what is no instant",
        arguments: ["", "2016-01-26", "2016-02-30T00:00:00Z", "2016-01-26T25:00:00Z", "yesterday"])
    func noInstant(_ text: String) {
        #expect(ISO8601.instant(text) == nil)
    }

    @Test(
        "durations",
        arguments: [
            ("PT61M", 3_660_000), ("P1DT2H", 93_600_000), ("PT0.5S", 500), ("P2W", 1_209_600_000), ("-PT1S", -1000),
            ("PT1H1M1.001S", 3_661_001), ("P1W2D", 777_600_000), ("PT0S", 0), ("PT1.25S", 1250),
            ("PT1.123456789S", 1123),
            ("PT007M", 420_000),
        ] as [(String, Int64)])
    func duration(_ text: String, _ milliseconds: Int64) {
        #expect(ISO8601.milliseconds(ofDuration: text) == milliseconds)
    }

    @Test(
        "what is no duration",
        arguments: [
            "", "P", "PT", "P1Y", "61M", "PT5", "P1M", "PT1M1H", "P2D1W", "PT1S1S", "P1DT", "P1H", "PT1D", "PT1.S",
            "PT1.5M",
            "PT.5S", "PT1.1234567890S", "PT1000000000S", "PTS", "PT1ST1S", "-P", "--PT1S", "PT1S ", "pt1s", "PT-1S",
            "PT99999999999999999999S",
        ])
    func noDuration(_ text: String) {
        #expect(ISO8601.milliseconds(ofDuration: text) == nil)
    }

    @Test(
        "words of lists",
        arguments: [
            ("Map,Query,Data", "query", true), (" Map ,\tQuery\t", "Query", true), ("Query", "query", true),
            ("Queries", "Query", false), ("Map,Quer y", "Query", false), ("", "Query", false), (",,", "Query", false),
            ("Map,,Query,", "QUERY", true), ("Que", "Query", false),
        ])
    func list(_ list: String, _ word: String, _ isThere: Bool) {
        #expect(ASCII.list(list, has: word) == isThere)
    }

    @Test("JSON has escapes at any place of a text, beside letters of any size")
    func escapes() {
        for count in 0...40 {
            for (letter, written) in [
                ("\"", "\\\""), ("\\", "\\\\"), ("\u{1}", "\\u0001"), ("\u{1F}", "\\u001f"), (" ", " "), ("é", "é"),
                ("\u{7F}", "\u{7F}"), ("</", "<\\/"), (">", ">"), ("=", "="), ("\u{10FFFF}", "\u{10FFFF}"),
            ] {
                let (before, after) = (String(repeating: "ü", count: count), String(repeating: "a", count: 40 - count))
                let json = JSONWriter.json(.string(before + letter + after))
                #expect(String(decoding: json, as: UTF8.self) == "\"\(before)\(written)\(after)\"")
            }
        }
    }

    @Test("control characters end no field, wherever they stand")
    func fields() {
        for count in 0...20 {
            for letter in ["\r", "\n", "\u{0}", "\u{7F}", "\t", "é"] {
                let value = String(repeating: "x", count: count) + letter + String(repeating: "y", count: 20 - count)
                var out: [UInt8] = []
                ResponseWriter.write(Response(status: 200, fields: [.init("A", value)], body: []), to: &out)
                let kept = letter == "\t" || letter == "é" ? value : value.replacing(letter, with: "")
                #expect(String(decoding: out, as: UTF8.self).contains("A: \(kept)\r\n"))
            }
        }
    }

    @Test("three texts in one, whatever their length")
    func joined() {
        let texts = ["", "a", "://", "é", "https", "portal.example:7443", String(repeating: "ü", count: 40)]
        for first in texts {
            for second in texts {
                for third in texts { #expect(String(joining: first, second, third) == first + second + third) }
            }
        }
    }

    @Test("dates of HTTP")
    func httpDate() {
        #expect(HTTPDate.format(Instant(milliseconds: 784_111_777_000)) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.format(Instant(milliseconds: 951_868_799_999)) == "Tue, 29 Feb 2000 23:59:59 GMT")
    }

    @Test(
        "Esri's alphabet",
        arguments: [[], [0], [0, 1], [0, 1, 2], [255, 254, 253, 252], Array(0...255)] as [[UInt8]])
    func alphabet(_ bytes: [UInt8]) {
        #expect(EsriAlphabet.decode(EsriAlphabet.encode(bytes)) == bytes)
    }

    @Test("one token has one spelling", arguments: ["A", "AA", "AB..", "AAB.", "A=A=", "AA.A", "....", "é"])
    func oneSpelling(_ text: String) {
        #expect(EsriAlphabet.decode(text) == nil)
    }

    @Test("base 64 (RFC 4648 section 10)")
    func base64() {
        let vectors = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "foobar": "Zm9vYmFy"]
        for (text, coded) in vectors { #expect(Base64.encode(Array(text.utf8)) == coded) }
    }

    @Test("percent coding")
    func percent() {
        #expect(Percent.encode("a b/é~") == "a%20b%2F%C3%A9~")
        #expect(Percent.decode("a%20b%2f%C3%A9+%") == "a b/é+%")
        #expect(Percent.decode("a+b", plusIsSpace: true) == "a b")
    }

    @Test(
        "did you mean",
        arguments: [
            ("usernmae", "username"), ("pasword", "password"), ("USERNAME", "username"), ("xyz", nil),
            ("version", "version"),
        ] as [(String, String?)])
    func suggestion(_ word: String, _ found: String?) {
        #expect(Suggestion.nearest(to: word, among: ["username", "password", "role", "version"]) == found)
    }

    @Test("trimming and comparing without case")
    func ascii() {
        #expect(ASCII.trimmed(" \ta b\t ") == "a b")
        #expect(ASCII.equal("Token", "tOKEN"))
        #expect(!ASCII.equal("Token", "Tokens"))
        #expect(!ASCII.equal("É", "é"))
    }
}

@Suite("Did you mean")
struct SuggestionTests {
    @Test("a long word is nobody's misspelling, however like it a candidate is")
    func length() {
        let longest = String(repeating: "a", count: Suggestion.longest)
        #expect(Suggestion.nearest(to: longest, among: [longest + "b"]) == longest + "b")
        #expect(Suggestion.nearest(to: longest + "b", among: [longest]) == nil)
    }
}
