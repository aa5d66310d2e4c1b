import Enterprise
import Facts
import Formats
import Testing

@testable import MockPortal

@Suite("The journal and the log")
struct JournalTests {
    private func exchange(_ target: String, because: [Because] = []) -> Exchange {
        let request = Request(
            method: "GET", target: Target(target), fields: Fields([.init("Cookie", "agstoken=abcdefghijk")]))
        let connection = Connection(id: 1, peerAddress: "127.0.0.1", peerPort: 1, localPort: 2, tls: nil)
        var exchange = Exchange(
            number: 0, at: Instant(milliseconds: 1_453_829_340_000), connection: connection, received: .request(request)
        )
        exchange.response = Response(status: 200, body: Array(#"{"error":{"code":498}}"#.utf8))
        exchange.because = because
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
        journal.change(4) { $0.micros = 7 }
        #expect(journal[4]?.micros == 7)
        journal.clear()
        #expect(journal.total == 0 && journal.dropped == 0 && journal.last == nil)
        #expect(journal.note(exchange("/x")) == 6)
        #expect(journal[5] == nil)
        #expect(journal[6]?.number == 6)
    }

    @Test("one line an exchange, with the rule and what would have passed; no secrets")
    func pretty() {
        let rule = Rule("token.example", "It is an example.", advice: "None.", evidence: .inferred("a test"))
        let because = Because(rule, facts: [.init("user", "anna")], wouldPass: "another token")
        #expect(
            Log.pretty(exchange("/x?token=abcdefghijk&password=pw&f=json", because: [because]))
                == "17:29:00 http  GET /x?token=‹token:abcdefgh›&password=‹password›&f=json 200/498  refused by token.example: It is an example. [user=anna] Would pass: another token"
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
        ])
    func headers(_ name: String, _ value: String, _ hidden: String) {
        #expect(Secrets.hidden(header: name, value) == hidden)
    }

    @Test("tokens in answers")
    func bodies() {
        let body = Array(#"{"token":"abcdefghijk","expires":1}"#.utf8)
        #expect(Secrets.hidden(body: body, type: "text/plain") == #"{"token":"‹token:abcdefgh›","expires":1}"#)
        let oauth = Array(#"{"access_token":"abcdefghijk","refresh_token": "lmnopqrstuv"}"#.utf8)
        #expect(
            Secrets.hidden(body: oauth, type: "text/plain")
                == #"{"access_token":"‹token:abcdefgh›","refresh_token": "‹token:lmnopqrs›"}"#)
        #expect(
            Secrets.hidden(body: Array("client_secret=x&a=b".utf8), type: "application/x-www-form-urlencoded")
                == "client_secret=‹password›&a=b")
    }
}
