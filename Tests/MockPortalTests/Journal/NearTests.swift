// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Testing
import Trust

@testable import MockPortal

@Suite("What came nearest, and what the journal hands out")
struct NearTests {
    private static let patterns: [RequestPattern] = [
        .get("/portal/3").user("u9"), .post("/portal/sharing/1").form(["f": "pjson"]), .path("/nowhere/*/x"),
        .rule("token.example").door(.sharing), RequestPattern.any.query(["n": "7"]).method("PUT"),
        .path("/portal/*").form(["f": "json", "g": "1", "h": "2"]),
    ]

    private static func random(_ count: Int, _ generator: inout Generator) -> [Exchange] {
        (0..<count).map { number in
            let bits = generator.next()
            let verdict = bits % 5 == 0 ? [Verdict(ExchangeFixture.rule, wouldPass: "another")] : []
            return ExchangeFixture.exchange(
                bits % 2 == 0 ? "GET" : "POST",
                ["/portal/\(bits % 4)", "/portal/sharing/\(bits % 3)"][Int(bits >> 8) % 2]
                    + "?n=\(bits % 11)", form: bits % 3 == 0 ? "f=json&g=\(bits % 2)" : "",
                door: bits % 7 == 0 ? .sharing : nil, user: bits % 3 == 0 ? nil : "u\(bits % 4)", verdict: verdict)
        }
    }

    /// By looking at each exchange and sorting all.
    private static func plainly(_ journal: Journal, _ pattern: RequestPattern, limit: Int) -> [Int] {
        let matcher = RequestMatcher(pattern)
        let wanted = pattern.path.map(RequestMatcher.path)
        let found = journal.exchanges.reversed().compactMap { exchange -> (Int, Int)? in
            guard let differences = matcher.differences(exchange), !differences.isEmpty else { return nil }
            let weight = differences.reduce(0) { $0 + journal.weight($1, exchange, wanted) }
            return weight <= 4 ? (weight, exchange.number) : nil
        }
        return found.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.prefix(limit)
            .map(\.element.1)
    }

    @Test("is what looking at each of them finds", arguments: [1, 2, 3, 4, 5])
    func near(_ seed: UInt64) {
        var generator = Generator(seed: seed)
        let journal = ExchangeFixture.journal(Self.random(300, &generator))
        for pattern in Self.patterns {
            for limit in [1, 3, 20] {
                #expect(
                    journal.near(pattern, limit: limit).map(\.exchange.number)
                        == Self.plainly(journal, pattern, limit: limit), "\(pattern), \(limit)")
            }
        }
    }

    @Test("one matcher for many exchanges finds what a new one for each finds")
    func matchers() {
        var generator = Generator(seed: 9)
        let all = Self.random(500, &generator)
        for pattern in Self.patterns + [.get("/portal/*"), .any, .user("u1").path("/portal/1")] {
            let matcher = RequestMatcher(pattern)
            for exchange in all { #expect(matcher.matches(exchange) == RequestMatcher(pattern).matches(exchange)) }
        }
    }

    @Test("what is kept is handed out without the counts of what was dropped")
    func kept() {
        let journal = ExchangeFixture.journal((0..<20).map { ExchangeFixture.exchange("GET", "/\($0)") }, capacity: 5)
        #expect(journal.kept.exchanges.map(\.number) == journal.exchanges.map(\.number))
        #expect(journal.kept.dropped == 15)
        #expect(journal.count(.path("/3")) == 1...1)
        #expect(journal.kept.count(.path("/3")) == 0...0)
    }
}
