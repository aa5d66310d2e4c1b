// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import MockPortal

@Suite("Careless habits")
struct HygieneTests {
    private static let start: Int64 = 1_453_829_340_000
    private static let refusal = #"{"error":{"code":498,"message":"Invalid Token","details":[]}}"#

    /// A sign-in after so many seconds; its token lives an hour.
    private static func signIn(
        _ seconds: Int64, user: String = "viewer", token: String = "aaaa", referer: String = ""
    ) -> Exchange {
        let at = start + seconds * 1000
        return ExchangeFixture.exchange(
            "POST", "/portal/sharing/rest/generateToken", form: "username=\(user)&password=pw&referer=\(referer)",
            answer: #"{"token":"\#(token)","expires":\#(at + 3_600_000),"ssl":true}"#, user: user, isSecure: true,
            at: at)
    }

    private static func use(
        _ token: String, fields: [(String, String)] = [], answer: String = "{}", isSecure: Bool = true
    ) -> Exchange {
        ExchangeFixture.exchange(
            "POST", "/arcgis/rest/x", form: "token=\(token)", fields: fields, answer: answer, isSecure: isSecure)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var exchanges: [Exchange]
        var found: [Hygiene]
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a client of good habits", exchanges: [signIn(0), use("aaaa"), signIn(3500), use("aaaa")], found: []),
        Case(
            name: "the token in a URL",
            exchanges: [ExchangeFixture.exchange("GET", "/x?f=json&token=aaaa", isSecure: true)],
            found: [.tokenInURL]),
        Case(
            name: "an empty token in a URL", exchanges: [ExchangeFixture.exchange("GET", "/x?token=", isSecure: true)],
            found: []),
        Case(
            name: "an empty token in a URL before another",
            exchanges: [ExchangeFixture.exchange("GET", "/x?token=&TOKEN=a", isSecure: true)], found: [.tokenInURL]),
        Case(
            name: "the query's empty token, which counts before the form's",
            exchanges: [ExchangeFixture.exchange("POST", "/x?Token=", form: "token=a")], found: []),
        Case(
            name: "a code over plain HTTP, its name in capitals and encoded",
            exchanges: [ExchangeFixture.exchange("POST", "/x", form: "%43ODE=a&x=b")], found: [.plainHTTP]),
        Case(
            name: "a client's secret in a form of several parts",
            exchanges: [
                ExchangeFixture.exchange(
                    "POST", "/x",
                    form: "--b\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\ns\r\n--b--\r\n",
                    fields: [("Content-Type", "multipart/form-data; boundary=b")])
            ],
            found: [.plainHTTP]),
        Case(
            name: "a form whose type has a parameter",
            exchanges: [
                ExchangeFixture.exchange(
                    "POST", "/x", form: "refresh_token=a",
                    fields: [("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")])
            ],
            found: [.plainHTTP]),
        Case(
            name: "the same user for two referers",
            exchanges: [signIn(0, referer: "https://a"), signIn(60, referer: "https://b")], found: []),
        Case(name: "the password again", exchanges: [signIn(0), signIn(600, token: "bbbb")], found: [.passwordAgain]),
        Case(name: "another user's", exchanges: [signIn(0), signIn(600, user: "anna")], found: []),
        Case(
            name: "again after the token was refused",
            exchanges: [signIn(0), use("aaaa", answer: refusal), signIn(600)],
            found: []),
        Case(
            name: "four tokens in a minute", exchanges: (0..<4).map { signIn(Int64($0) * 10, user: "u") },
            found: [.passwordAgain, .refreshStorm]),
        Case(
            name: "refused three times", exchanges: (0..<3).map { use("t\($0)", answer: refusal) },
            found: [.endlessAuthentication]),
        Case(
            name: "refused twice, then well",
            exchanges: [use("a", answer: refusal), use("b", answer: refusal), use("c"), use("d", answer: refusal)],
            found: []),
        Case(
            name: "a Referer on some", exchanges: [use("a", fields: [("Referer", "https://x")]), use("a")],
            found: [.refererMissing]),
        Case(name: "a Referer on none", exchanges: [use("a"), use("a")], found: []),
        Case(name: "a token over plain HTTP", exchanges: [use("a", isSecure: false)], found: [.plainHTTP]),
        Case(
            name: "a bearer over plain HTTP",
            exchanges: [ExchangeFixture.exchange("GET", "/x", fields: [("X-Esri-Authorization", "Bearer a")])],
            found: [.plainHTTP]
        ),
        Case(name: "nothing secret over plain HTTP", exchanges: [ExchangeFixture.exchange("GET", "/x")], found: []),
    ]

    @Test("are seen where they are, and not where they are not", arguments: cases)
    func habits(_ case: Case) {
        let journal = ExchangeFixture.journal(`case`.exchanges)
        let remarks = Hygiene.remarks(journal.exchanges, Set(Hygiene.allCases))
        #expect(remarks.map(\.check) == `case`.found)
        for remark in remarks {
            #expect(!remark.exchanges.isEmpty && !remark.message.isEmpty)
            #expect(Hygiene.remarks(journal.exchanges, [remark.check]).count == 1)
        }
        #expect(Hygiene.remarks(journal.exchanges, []).isEmpty)
    }

    @Test("a remark prints without secrets")
    func printed() {
        let remark = Hygiene.remarks(
            ExchangeFixture.journal([ExchangeFixture.exchange("GET", "/x?token=abcdefghijk", isSecure: true)])
                .exchanges, [.tokenInURL])
        #expect(
            remark.first?.description == """
                token-in-url: a request has the token in the URL. Send the token in a POST body or in X-Esri-Authorization.
                  #1 GET /x?token=‹token:abcdefgh› → 200
                """)
    }
}
