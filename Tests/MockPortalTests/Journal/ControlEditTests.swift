// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Testing
import Trust

@testable import MockPortal

@Suite("Edits among the exchanges")
struct ControlEditTests {
    /// Each edit once, over HTTP, with its kind and its words.
    struct Case: Sendable, CustomTestStringConvertible {
        var call: (method: String, path: String, body: String)
        var kind: String
        var text: String
        var testDescription: String { "\(call.method) \(call.path) \(call.body)" }

        init(_ method: String, _ path: String, _ body: String, _ kind: String, _ text: String) {
            (call, self.kind, self.text) = ((method, path, body), kind, text)
        }
    }

    private static func event(_ name: String, _ rest: String, _ text: String) -> Case {
        Case("POST", "events", "{ event: '\(name)'\(rest) }", "event", text)
    }

    static let cases = [
        Case("POST", "clock", "{ advance: 'PT61M' }", "clock", "it moves by PT3660S to 2016-01-26T18:30:00Z"),
        Case(
            "POST", "clock", "{ set: '2016-01-26T17:28:59.5Z' }", "clock",
            "it moves by -PT0.500S to 2016-01-26T17:28:59.500Z"),
        Case("POST", "clock", "{ freeze: false }", "clock", "it runs"),
        Case(
            "POST", "clock", "{ skew: { server: 'gis', by: '-PT5M' } }", "clock", "the server gis is ahead by -PT300S"),
        Case("POST", "faults", "{ then: { delay: 'PT2S' } }", "faults", "f1 is set, a delay"),
        Case("DELETE", "faults", "", "faults", "all are removed"),
        Case(
            "POST", "tokens", "{ user: 'viewer', minutes: 5 }", "token",
            "a token of 5 minutes for the user viewer: ‹token:"),
        Case(
            "POST", "tokens", "{ siteAdmin: true, minutes: -1 }", "token",
            "a token that has expired for the site administrator: ‹token:"),
        Case(
            "POST", "tokens", "{ app: 'mockapp', foreign: true }", "token",
            "a token of 60 minutes for the app mockapp, foreign: ‹token:"),
        event("restart-server", "", "the server restarts"),
        event("rotate-shared-key", ", server: 'gis'", "the token key of the server gis is rotated"),
        event("rotate-shared-key", ", portal: 'portal'", "the token key of the portal portal is rotated"),
        event("unfederate", ", server: 'gis'", "the server gis is no longer federated"),
        event("federate", ", server: 'gis', portal: 'portal'", "the server gis is federated with the portal portal"),
        event("disable-user", ", user: 'viewer'", "the user viewer is disabled"),
        event("enable-user", ", user: 'viewer'", "the user viewer is enabled"),
        event("change-password", ", user: 'viewer', password: 'hush'", "the user viewer has a new password"),
        event("unlock-user", ", user: 'viewer'", "the user viewer is no longer locked out"),
        event("stop-service", ", service: 'Airports'", "the service Airports is stopped"),
        event("start-service", ", service: 'Airports', server: 'gis'", "the service Airports of gis is started"),
        event("delete-service", ", service: 'Airports'", "the service Airports is deleted"),
        event("revoke-tokens", ", user: 'viewer'", "the tokens of the user viewer are revoked"),
        event("revoke-tokens", ", portal: 'portal'", "the tokens of the portal portal are revoked"),
        event(
            "add-field", ", service: 'Airports', field: 'NOTE'",
            "layer 0 of the service Airports has the new field NOTE"),
        event(
            "drop-field", ", service: 'Airports', field: 'NAME'",
            "layer 0 of the service Airports no longer has the field NAME"),
        event(
            "rename-field", ", service: 'Airports', field: 'NAME', to: 'TITLE'",
            "the field NAME of layer 0 of the service Airports is now TITLE"),
        event("break-source", ", service: 'Airports'", "the source of layer 0 of the service Airports is broken"),
        event("slow-source", ", service: 'Airports'", "the source of layer 0 of the service Airports is slow"),
        event(
            "rebuild-source", ", service: 'Airports'", "the source of layer 0 of the service Airports is being rebuilt"),
        event(
            "miscount-source", ", service: 'Airports'", "the source of layer 0 of the service Airports counts wrongly"),
        event("mend-source", ", service: 'Airports'", "the source of layer 0 of the service Airports works"),
        event("rollover-idp-certificate", "", "the identity provider has a new certificate"),
        Case("PUT", "scenario", "{ name: 'start/standalone' }", "scenario", "start/standalone from its beginning"),
        Case("POST", "reset", "", "reset", "start/federated from its beginning"),
    ]

    @Test("says what was changed, without secrets", arguments: cases)
    func words(_ given: Case) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        wire.portal.state.withLock { state in
            state.clock.isFrozen = true
            state.clock.set(Instant(milliseconds: 1_453_829_340_000))
        }
        let answer = try wire.request(
            given.call.method, "/_mock/\(given.call.path)", body: given.call.body, type: "application/json")
        #expect(answer.map { $0.status < 300 } == true, "\(answer?.text ?? "")")
        let edits = try #require(try wire.get("/_mock/requests")?.json?["edits"]?.elements)
        #expect(edits.count == 1)
        #expect(edits.first?.members?.map(\.name) == ["id", "at", "kind", "text"])
        #expect(edits.first?["kind"]?.text == given.kind)
        let text = edits.first?["text"]?.text ?? ""
        #expect(given.text.hasSuffix("‹token:") ? text.hasPrefix(given.text) : text == given.text, "\(text)")
        if given.kind != "scenario", given.kind != "reset" {
            #expect(edits.first?["at"]?.integer == 1_453_829_340_000, "of a move: before it")
        }
        let own = wire.portal.edits
        #expect(own.map(\.text) == [text] && own.map(\.kind.rawValue) == [given.kind])
    }

    @Test("what is refused, and what only asks, changes nothing")
    func none() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        for (method, path, body) in [
            ("POST", "events", "{ event: 'disable-user', user: 'viewr' }"), ("DELETE", "faults/f1", ""),
            ("POST", "clock", "{ advance: '-PT1S' }"), ("POST", "tokens", "{ user: 'viewr' }"),
            ("PUT", "scenario", "{ name: 'standalon' }"), ("POST", "faults", "[]"),
            ("POST", "verify", "{ request: {} }"),
            ("GET", "clock", ""), ("GET", "requests", ""),
        ] {
            _ = try wire.request(method, "/_mock/\(path)", body: body, type: "application/json")
        }
        #expect(wire.portal.edits.isEmpty)
        _ = try wire.get("/arcgis/rest/info?f=json")
        #expect(wire.portal.journal.first?.number == 1, "none took a number")
    }

    @Test("stands between the two exchanges that it happened between, and is no exchange")
    func order() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        func ask() throws { _ = try wire.get("/arcgis/rest/info?f=json") }
        func page(_ query: String) throws -> (requests: [Int?], edits: [Int?], total: Int?) {
            let json = try wire.get("/_mock/requests?\(query)")?.json
            func ids(_ name: String) -> [Int?] { (json?[name]?.elements ?? []).map { $0["id"]?.integer } }
            return (ids("requests"), ids("edits"), json?["total"]?.integer)
        }
        try ask()
        try wire.portal.trigger(.rotateTokenKey(ofServer: "gis"))
        try ask()
        try ask()
        wire.portal.clock.freeze()
        wire.portal.clock.advance(hours: 1)
        let all = try page("")
        #expect(all.requests == [1, 3, 4] && all.edits == [2, 5, 6] && all.total == 3)
        let first = try page("limit=1")
        #expect(first.requests == [1] && first.edits == [2] && first.total == 3)
        let rest = try page("after=2&limit=1")
        #expect(rest.requests == [3] && rest.edits == [], "the next page has them")
        let last = try page("after=3&limit=1")
        #expect(last.requests == [4] && last.edits == [6], "the newest")
        #expect(try page("rule=token.expired").edits == [2, 5, 6])
        #expect(try wire.get("/_mock/requests/last")?.json?["id"]?.integer == 4)
        #expect(wire.portal.requests.count == 3)
        let heads = wire.portal.transcript().split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(heads.map { $0.prefix(2) } == ["#1", "#2", "#3", "#4", "#5", "#6"])
        #expect(heads[1].hasSuffix("  event: the token key of the server gis is rotated"))
        wire.portal.clearJournal()
        #expect(wire.portal.edits.isEmpty)
        wire.portal.clock.resume()
        #expect(wire.portal.edits.map(\.number) == [7], "numbers are never given twice")
    }

    @Test("another scenario and a reset begin the journal anew, with themselves")
    func anew() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        _ = try wire.get("/arcgis/rest/info?f=json")
        wire.portal.clock.freeze()
        _ = try wire.request("POST", "/_mock/reset")
        #expect(wire.portal.edits.map(\.kind) == [.reset] && wire.portal.edits.first?.number == 3)
        #expect(wire.portal.journal.isEmpty)
    }

    @Test("the journal keeps as many as exchanges, finds exchanges between them, and drops none for them")
    func bounds() {
        for capacity in [1, 2, 3, 7] {
            var journal = Journal(capacity: capacity)
            var exchanges: [Int] = []
            var edits: [Int] = []
            for step in 0..<60 {
                // Runs of one, two, three of each.
                if step % 7 < step % 4 {
                    edits.append(journal.note(.clock, "\(step)", at: Instant(milliseconds: 0)).number)
                } else {
                    exchanges.append(journal.note(ExchangeFixture.exchange("GET", "/\(step)")))
                }
                let kept = exchanges.suffix(capacity)
                #expect(journal.exchanges.map(\.number) == Array(kept))
                #expect(journal.edits.map(\.number) == Array(edits.suffix(capacity)))
                #expect(journal.total == exchanges.count && journal.dropped == exchanges.count - kept.count)
                for number in 0...(step + 2) {
                    #expect(journal[number]?.number == (kept.contains(number) ? number : nil))
                }
                #expect(journal.last?.number == exchanges.last)
            }
        }
    }

    @Test("the log for people has a line of each; the JSON log has exchanges alone")
    func told() {
        var journal = Journal()
        let edit = journal.note(.clock, "it runs", at: Instant(milliseconds: 1_453_829_340_000))
        #expect(Log.pretty(edit) == "17:29:00 /_mock clock: it runs")
        #expect(edit.description == "#1  2016-01-26T17:29:00Z  clock: it runs")
    }
}
