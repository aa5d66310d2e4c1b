// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Testing

@testable import MockPortal

@Suite("Counting requests")
struct VerificationTests {
    private static func renewal(_ user: String = "viewer", _ more: String = "") -> Exchange {
        ExchangeFixture.exchange(
            "POST", "/portal/sharing/rest/generateToken", form: "username=\(user)&f=json\(more)",
            door: .sharingRestGenerateToken, user: user)
    }

    @Test("as many as expected, or not")
    func counts() throws {
        let journal = ExchangeFixture.journal([Self.renewal(), Self.renewal(), ExchangeFixture.exchange("GET", "/x")])
        let pattern = RequestPattern.post("/portal/**/generateToken")
        #expect(try journal.verify(pattern, times: 2).passed)
        #expect(try journal.verify(pattern, times: .atLeast(1)).passed)
        #expect(try !journal.verify(pattern, times: .never).passed)
        #expect(try journal.verify(pattern, times: 2).exchanges.map(\.number) == [1, 2])
        #expect(try journal.verify(.any, times: 3).passed)
        #expect(try journal.verify(.get("/y"), times: .never).passed)
    }

    @Test("what came near is told, nearest first")
    func near() throws {
        let journal = ExchangeFixture.journal([
            ExchangeFixture.exchange("GET", "/arcgis/rest/info"),
            ExchangeFixture.exchange("POST", "/portal/sharing/generateToken", form: "username=viewer&password=hush"),
            ExchangeFixture.exchange("GET", "/portal/sharing/rest/generateToken?username=viewer"),
            ExchangeFixture.exchange("POST", "/portal/sharing/rest/generateTokn", form: "username=viewer"),
        ])
        let verification = try journal.verify(
            .post("/portal/sharing/rest/generateToken").form(["username": "viewer"]), times: 1)
        #expect(
            verification.description == """
                expected POST /portal/sharing/rest/generateToken with form username=viewer once: 0 came
                nearest:
                  #4 POST /portal/sharing/rest/generateTokn → 200: its path is /portal/sharing/rest/generateTokn, not /portal/sharing/rest/generateToken
                  #2 POST /portal/sharing/generateToken → 200: its path is /portal/sharing/generateToken, not /portal/sharing/rest/generateToken
                  #3 GET /portal/sharing/rest/generateToken?username=viewer → 200: its method is GET, not POST; its form has no username, not username=viewer
                """)
    }

    @Test("too many are shown")
    func tooMany() throws {
        let journal = ExchangeFixture.journal([Self.renewal(), Self.renewal()])
        let verification = try journal.verify(.door(.sharingRestGenerateToken), times: 1)
        #expect(!verification.passed)
        #expect(
            verification.description == """
                expected requests at sharing/rest/generateToken once: 2 came
                  #1 POST /portal/sharing/rest/generateToken → 200
                  #2 POST /portal/sharing/rest/generateToken → 200
                """)
    }

    @Test("counts stay exact past the bound: a plain list of all exchanges agrees")
    func exact() throws {
        var all: [Exchange] = []
        for number in 0..<500 {
            let verdict = number % 5 == 0 ? [Verdict(ExchangeFixture.rule, wouldPass: "another")] : []
            all.append(
                ExchangeFixture.exchange(
                    number % 2 == 0 ? "GET" : "POST", "/portal/\(number % 7)?n=\(number)",
                    door: number % 3 == 0 ? .sharing : nil, user: "u\(number % 4)", verdict: verdict))
        }
        let journal = ExchangeFixture.journal(all, capacity: 10)
        let patterns: [RequestPattern] = [
            .any, .get("/portal/3"), .door(.sharing), .user("u2"), .rule("token.example"), .path("/portal/*"),
            .post("/portal/1").door(.sharing).user("u1").rule("token.example"),
        ]
        for pattern in patterns {
            let matcher = RequestMatcher(pattern)
            let count = all.count(where: matcher.matches)
            #expect(journal.count(pattern) == count...count, "\(pattern)")
            #expect(try journal.verify(pattern, times: .exactly(count)).passed)
        }
        #expect(journal.dropped == 490)
    }

    @Test("refuses to answer where dropped exchanges could change the verdict, and only there")
    func refuses() throws {
        let journal = ExchangeFixture.journal((0..<20).map { Self.renewal("u\($0 % 2)") }, capacity: 5)
        let pattern = RequestPattern.user("u1").form(["f": "json"])
        #expect(journal.count(pattern) == 3...10)
        let refused = #expect(throws: JournalIncomplete.self) { try journal.verify(pattern, times: 3) }
        #expect(refused?.dropped == 15 && refused?.count == 3...10)
        #expect(throws: JournalIncomplete.self) { try journal.verify(pattern, times: .atMost(5)) }
        #expect(try journal.verify(pattern, times: .atLeast(2)).passed)
        #expect(try !journal.verify(pattern, times: .never).passed)
        #expect(try !journal.verify(pattern, times: .atLeast(11)).passed)
        #expect(try journal.verify(.user("u3").form(["f": "json"]), times: .never).passed)
    }

    @Test("an exchange that was dropped before its answer leaves its rule open")
    func unfinished() throws {
        var late = ExchangeFixture.exchange("GET", "/slow", user: "u")
        late.response = nil
        let journal = ExchangeFixture.journal([late, ExchangeFixture.exchange("GET", "/x")], capacity: 1)
        #expect(journal.count(.path("/slow")) == 1...1)
        #expect(journal.count(.path("/slow").rule("token.example")) == 0...1)
        #expect(journal.count(.path("/other").rule("token.example")) == 0...0)
    }

    @Test("more kinds than are kept apart leave every count open, not wrong")
    func overflow() {
        let journal = ExchangeFixture.journal(
            (0..<10_050).map { ExchangeFixture.exchange("GET", "/\($0)") }, capacity: 10)
        #expect(journal.count(.path("/3")) == 1...41)
        #expect(journal.count(.path("/10049")) == 1...41)
    }
}
