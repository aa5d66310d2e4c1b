// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Testing
import Trust

@testable import MockPortal

@Suite("The journal and the log")
struct JournalTests {
    private func exchange(_ target: String, verdict: [Verdict] = []) -> Exchange {
        let request = Request(
            method: "GET", target: Target(target), fields: Fields([.init("Cookie", "agstoken=abcdefghijk")]))
        let connection = Connection(id: 1, peerAddress: "127.0.0.1", peerPort: 1, localPort: 2, tls: nil)
        var exchange = Exchange(
            number: 0, at: Instant(milliseconds: 1_453_829_340_000), connection: connection, received: .request(request)
        )
        exchange.response = Response(status: 200, body: Array(#"{"error":{"code":498}}"#.utf8))
        exchange.verdict = verdict
        return exchange
    }

    @Test("drops the oldest, and counts what it dropped")
    func ring() {
        var journal = Journal(capacity: 3)
        for number in 1...5 { #expect(journal.note(exchange("/\(number)")) == number) }
        #expect(journal.total == 5)
        #expect(journal.dropped == 2)
        #expect(journal.exchanges.map(\.number) == [3, 4, 5])
        #expect(journal[2] == nil)
        #expect(journal[4]?.number == 4)
        #expect([Int.min, -1, 0, 6, .max].allSatisfy { journal[$0] == nil })
        journal.change(4) { $0.micros = 7 }
        #expect(journal[4]?.micros == 7)
        journal.clear()
        #expect(journal.total == 0 && journal.dropped == 0 && journal.last == nil)
        #expect(journal.note(exchange("/x")) == 6)
        #expect(journal[5] == nil)
        #expect(journal[6]?.number == 6)
    }

    @Test("a bound in bytes: large answers push the old ones out, also those that come late, and counts stay exact")
    func bytes() {
        var journal = Journal(capacity: 100, byteCapacity: 40_000)
        var large = exchange("/large")
        large.response = Response(status: 200, body: [UInt8](repeating: 65, count: 10_000))
        for _ in 1...10 { _ = journal.note(large) }
        #expect(journal.count == 3 && journal.dropped == 7 && journal.bytes <= 40_000)
        var late = exchange("/late")
        late.response = nil
        let number = journal.note(late)
        journal.change(number) { $0.response = Response(status: 200, body: [UInt8](repeating: 65, count: 30_000)) }
        #expect(journal.exchanges.map(\.path) == ["/late"])
        var pattern = RequestPattern()
        pattern.path = "/large"
        #expect(journal.count(pattern) == 10...10)
        journal.change(number) { $0.response?.body = [UInt8](repeating: 65, count: 90_000) }
        // The newest is kept whatever its size.
        #expect(journal.count == 1)
        _ = journal.note(exchange("/next"))
        #expect(journal.exchanges.map(\.path) == ["/next"])
        #expect(journal.total == 12 && journal.dropped == 11)
        journal.clear()
        #expect(journal.bytes == 0)
    }

    @Test(
        "secret members of JSON, wherever they stand and however they are spaced",
        arguments: [
            (#"{"token":"abcdefghijk"}"#, #"{"token":"‹token:abcdefgh›"}"#),
            (#"{"a":"token","token" : "abcdefghijk","b":1}"#, #"{"a":"token","token" : "‹token:abcdefgh›","b":1}"#),
            ("{\"password\"\n:\t\"x\"}", "{\"password\"\n:\t\"‹password›\"}"),
            (#"{"token":7,"x":"token"}"#, #"{"token":7,"x":"token"}"#),
            (#"{"token":"abcdefghijk"#, #"{"token":"abcdefghijk"#),
            (#"{"""token":"abcdefghijk"}"#, #"{"""token":"‹token:abcdefgh›"}"#),
            (#"{"mytoken":"abc","token":""}"#, #"{"mytoken":"abc","token":"‹token:›"}"#),
            (#""token""#, #""token""#), (#""token":"#, #""token":"#), ("", ""),
            (#"{"ü":"token","client_secret":"é"}"#, #"{"ü":"token","client_secret":"‹password›"}"#),
        ])
    func members(body: String, shown: String) {
        #expect(Redaction.hidden(body: Array(body.utf8), type: "application/json") == shown)
    }

    @Test(
        "one line an exchange, and two more where a rule refused it: the rule, and what would have passed; no secrets")
    func pretty() {
        let rule = Rule("token.example", "It is an example.", advice: "None.", evidence: .inferred("a test"))
        let verdict = Verdict(rule, facts: [.init("user", "anna")], wouldPass: "another token")
        #expect(
            Log.pretty(exchange("/x?token=abcdefghijk&password=pw&f=json", verdict: [verdict]))
                == "17:29:00 http  GET /x?token=‹token:abcdefgh›&password=‹password›&f=json 200/498\n  refused by token.example: It is an example. [user=anna]\n  would pass another token"
        )
        #expect(!Log.json(exchange("/x?token=abcdefghijk")).contains("ijk"))
    }

    @Test(
        "secrets in headers and bodies",
        arguments: [
            ("authorization", "Bearer abcdefghijk", "Bearer ‹token:abcdefgh›"),
            ("authorization", "Basic abc", "Basic ‹password›"),
            ("x-esri-authorization", "Bearer abcdefghijk ", "Bearer ‹token:abcdefgh›"),
            ("cookie", "a=b; agstoken=abcdefghijk", "a=b; agstoken=‹token:abcdefgh›"),
            ("referer", "https://x", "https://x"),
            ("set-cookie", "agstoken=abcdefghijk; Path=/; HttpOnly", "agstoken=‹token:abcdefgh›; Path=/; HttpOnly"),
            ("location", "https://x/a?code=abcdefghijk&state=s", "https://x/a?code=‹token:abcdefgh›&state=s"),
            (
                "location", "https://x/a#access_token=abcdefghijk&ssl=true",
                "https://x/a#access_token=‹token:abcdefgh›&ssl=true"
            ),
            (
                "location", "https://x/a?code=abcdefghijk#token=lmnopqrstuv",
                "https://x/a?code=‹token:abcdefgh›#token=‹token:lmnopqrs›"
            ),
        ])
    func headers(_ name: String, _ value: String, _ hidden: String) {
        #expect(Redaction.hidden(header: name, value) == hidden)
    }

    @Test(
        "secrets in forms and queries",
        arguments: [
            ("", ""), ("a=b", "a=b"), ("a", "a"), ("&&a=1&", "&&a=1&"), ("=x&token", "=x&token"),
            ("token=&password=", "token=&password="), ("TOKEN=abcdefghijk&f=json", "TOKEN=‹token:abcdefgh›&f=json"),
            ("username=é&pass%77ord=p=q&x=%20", "username=é&pass%77ord=‹password›&x=%20"),
            ("code=éééééééééé", "code=‹token:éééééééé›"), ("&client_secret=s", "&client_secret=‹password›"),
        ])
    func forms(_ form: String, _ hidden: String) {
        #expect(Redaction.hidden(form: form) == hidden)
        let type = "application/x-www-form-urlencoded;charset=UTF-8"
        #expect(Redaction.hidden(body: Array(form.utf8), type: type) == hidden)
        #expect(Redaction.hidden(target: "/a?\(form)") == "/a?\(hidden)")
    }

    @Test("a sign-in leaves no secret in the journal: codes, tokens, cookies, responses")
    func signIn() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let login = try #require(
            try wire.request("POST", "/arcgis/rest/login", body: "username=viewer&password=viewer", tls: true))
        let cookie = try #require(login["Set-Cookie"]?.firstMatch(of: /agstoken=([^;]+)/)).1
        let query = "client_id=mockapp&response_type=token&redirect_uri=urn:ietf:wg:oauth:2.0:oob"
        let page = try #require(
            try wire.request("GET", "/portal/sharing/rest/oauth2/authorize?\(query)", body: "", tls: true))
        let text = String(decoding: page.body, as: UTF8.self)
        let key = try #require(text.firstMatch(of: /"oauth_state":"([^"]+)"/)).1
        let back = try #require(
            try wire.request(
                "POST", "/portal/sharing/oauth2/signin", body: "oauth_state=\(key)&username=viewer&password=viewer",
                tls: true))
        let token = try #require(back["Location"]?.firstMatch(of: /access_token=([^&]+)/)).1
        let kept = wire.portal.state.withLock { $0.journal.exchanges }
        let journal = kept.map { String(decoding: JSONWriter.json($0.json(secrets: false)), as: UTF8.self) }.joined()
        for secret in [String(cookie), String(token)] {
            #expect(!journal.contains(secret))
            #expect(journal.contains("‹token:\(secret.prefix(8))›"))
        }
        #expect(!journal.contains("password=viewer"))
    }

    @Test("tokens in answers")
    func bodies() {
        let page = "<title>SUCCESS code=abcdefghijk</title><input id=\"code\" value=\"abcdefghijk\">"
        let hidden = "<title>SUCCESS code=‹token:abcdefgh›</title><input id=\"code\" value=\"‹token:abcdefgh›\">"
        #expect(Redaction.hidden(body: Array(page.utf8), type: "text/html;charset=utf-8") == hidden)
        let app = Array(#"{"client_secret":"abc","id_token":"abcdefghijk"}"#.utf8)
        #expect(
            Redaction.hidden(body: app, type: "text/plain")
                == #"{"client_secret":"‹password›","id_token":"‹token:abcdefgh›"}"#)
        let body = Array(#"{"token":"abcdefghijk","expires":1}"#.utf8)
        #expect(Redaction.hidden(body: body, type: "text/plain") == #"{"token":"‹token:abcdefgh›","expires":1}"#)
        let oauth = Array(#"{"access_token":"abcdefghijk","refresh_token": "lmnopqrstuv"}"#.utf8)
        #expect(
            Redaction.hidden(body: oauth, type: "text/plain")
                == #"{"access_token":"‹token:abcdefgh›","refresh_token": "‹token:lmnopqrs›"}"#)
        #expect(
            Redaction.hidden(body: Array("client_secret=x&a=b".utf8), type: "application/x-www-form-urlencoded")
                == "client_secret=‹password›&a=b")
    }
}
