// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Enterprise

@Suite("What q of a search finds")
struct SearchQueryTests {
    private static let items: [ContentItem] = {
        var roads = ContentItem(id: "aa01", title: "Road Segments", type: "Feature Service")
        roads.owner = "anna"
        roads.tags = ["roads", "New South Wales"]
        roads.snippet = "Fire trails too"
        roads.created = Instant(milliseconds: 1000)
        roads.access = .everyone
        var map = ContentItem(id: "bb02", title: "Airports of the world", type: "Web Map")
        map.owner = "Bert"
        map.tags = ["airports"]
        map.created = Instant(milliseconds: 2000)
        map.access = .groups(["g1", "g2"])
        var tiles = ContentItem(id: "cc03", title: "Historical_Imagery_1970s", type: "Map Service")
        tiles.owner = "anna"
        tiles.typeKeywords = ["ArcGIS Server", "Data", "Tiled"]
        tiles.created = Instant(milliseconds: 3000)
        return [roads, map, tiles]
    }()

    private static func found(_ text: String) throws -> String {
        let query = try SearchQuery(text)
        let born = Instant(milliseconds: 0)
        return items.filter { query.finds(SearchRecord(item: $0, born: born)) }.map { String($0.id.prefix(1)) }.joined()
    }

    static let cases: [(String, String)] = [
        ("*", "abc"), ("*:*", "abc"), ("", "abc"), ("airports", "b"), ("AIRPORT", "b"), ("fires", "a"),
        ("map service", "c"), ("\"map service\"", "c"), ("\"service map\"", ""), ("owner:anna", "ac"),
        ("owner:Anna", ""), ("owner:bert", ""), ("owner:Bert", "b"), ("owner:an*", "ac"),
        ("type:\"Feature Service\"", "a"), ("type:\"Web Map\"", "b"), ("type:map", "bc"), ("-type:map", "a"),
        ("NOT type:map", "a"), ("type:\"Feature Service\" OR type:\"Web Map\"", "ab"),
        ("(type:\"Scene Service\" OR          type:\"Feature Service\")", "a"),
        ("type:(\"Feature Service\" OR \"Web Map\")", "ab"), ("owner:anna AND -type:\"Map Service\"", "a"),
        ("owner:anna type:\"Map Service\"", "c"), ("owner:anna +type:service -tiled", "a"), ("id:bb02", "b"),
        ("id:BB02", "b"), ("id:bb", ""), ("group:g1", "b"), ("group:g1 OR group:g2", "b"), ("access:public", "a"),
        ("access:shared", "b"), ("orgid:0123456789ABCDEF", "abc"), ("airports accountid:0123456789ABCDEF", "b"),
        ("accountid:other", ""), ("tags:\"new south wales\"", "a"), ("tags:south", "a"), ("title:air*", "b"),
        ("title:*ports", "b"), ("title:a?rports", "b"), ("title:historical*", "c"), ("title:imagery", ""),
        ("created:[1000 TO 2000]", "ab"), ("created:{1000 TO 3000}", "b"), ("created:[2000 TO *]", "bc"),
        ("created:[0000000000000001000 TO 0000000000000001000]", "a"), ("created:[x TO y]", ""),
        ("typekeywords:tiled", "c"), ("title:road^2 OR tags:airports~0.8", "ab"), ("nofield:x", ""),
        ("title:", "abc"), ("owner:anna AND (tags:roads OR typekeywords:tiled) NOT id:cc03", "a"),
        ("title:road\\ segments", "a"), ("http://h.example/x", ""), ("owner:anna && type:service", "ac"),
        ("id:aa01 || id:cc03", "ac"), ("!owner:anna", "b"), ("snippet:[a TO g]", "a"),
    ]

    @Test("by word, phrase, field, range, wildcard and operator", arguments: cases)
    func finds(_ query: String, _ wanted: String) throws {
        #expect(try Self.found(query) == wanted)
    }

    @Test(
        "what is not closed is said",
        arguments: ["(a", "a)", "\"a", "title:\"a", "created:[1 TO", "created:[1 2]", "created:[1 TO 2 TO 3]"])
    func unreadable(_ query: String) {
        #expect(throws: SearchQuery.Unreadable.self) { try SearchQuery(query) }
    }

    @Test("whatever comes in: an answer, and soon")
    func wild() throws {
        var dice = SeededGenerator(seed: 11)
        let texts = Self.cases.map(\.0)
        var read = 0
        for _ in 0..<4000 {
            let text = String(decoding: dice.changed(texts, upTo: 400), as: UTF8.self)
            if (try? Self.found(text)) != nil { read += 1 }
        }
        #expect(read > 400)
        #expect(throws: SearchQuery.Unreadable.self) { try SearchQuery(String(repeating: "(", count: 100_000)) }
        #expect(throws: Never.self) { try SearchQuery(String(repeating: "a OR ", count: 999) + "a") }
        #expect(throws: SearchQuery.Unreadable.self) { try SearchQuery(String(repeating: "a OR ", count: 1000) + "a") }
        #expect(throws: SearchQuery.Unreadable.self) { try SearchQuery(String(repeating: "a ", count: 500_000)) }
        #expect(try Self.found(String(repeating: "zz* ", count: 1000)) == "")
        #expect(try Self.found("title:\(String(repeating: "*a", count: 20_000))") == "")
    }
}
