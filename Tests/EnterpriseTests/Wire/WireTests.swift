// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import Formats
import TestSupport
import Testing

@testable import Enterprise

/// Every fact about the token doors, refusals, identity and federation, for each release it names.
@Suite("Wire")
struct WireTests {
    private static let rows = WireTable.all.flatMap(\.rows)
    /// All rows, or those that quote what the environment says: the first that a spoilt body is shown to (`make mutate`).
    private static let asked = rows.filter { row in
        ProcessInfo.processInfo.environment["MOCK_PORTAL_WIRE_ROWS"].map { row.quotes($0) } ?? true
    }

    @Test("can be read, and each fact has rows or says why not")
    func table() {
        for table in WireTable.all {
            #expect(table.mistakes.isEmpty)
            let told = Set(table.rows.map(\.fact))
            for fact in table.facts { #expect(told.contains(fact) != table.without.contains(fact), "\(fact)") }
        }
        let facts = WireTable.all.flatMap(\.facts)
        #expect(Set(facts).count == facts.count)
        #expect(Set(Self.rows.map { "\($0.fact) \($0.version)" }).count >= 150)
    }

    @Test("answers as it was seen", arguments: asked)
    func row(_ row: WireTable.Row) throws {
        let setup = try Golden.text("wire/\(row.setup).json5").replacing("VERSION", with: row.version)
        var fixture = try PortalFixture(setup)
        var names = Self.known
        for step in row.steps {
            switch step {
            case .clock(let duration):
                fixture.now = fixture.now.advanced(
                    milliseconds: try #require(ISO8601.milliseconds(ofDuration: duration)))
            case .event(let text): try fixture.deployment.happen(try Event(try JSONReader.read(Array(text.utf8))))
            case .exchange(let exchange):
                let heard = ask(exchange, &fixture, names)
                if let name = exchange.name {
                    names[name] = Self.kept(heard)
                    names["\(name).refresh"] = heard.json?["refresh_token"]?.text
                } else {
                    compare(
                        heard, exchange, fixture.now, "line \(row.line), \(exchange.method) \(exchange.target)", names)
                }
            }
        }
    }

    /// What a step is asked for: a token, the code that a redirect carries, or the key of a sign-in page.
    private static func kept(_ heard: PortalFixture.Heard) -> String {
        if let token = heard.json?["token"]?.text ?? heard.json?["access_token"]?.text { return token }
        if let location = heard["Location"], let code = location.firstMatch(of: /[?&]code=([^&]+)/) {
            return String(code.1)
        }
        return heard.body.firstMatch(of: /"oauth_state":"([^"]+)"/).map { String($0.1) } ?? heard.body
    }

    /// Ids that follow from names.
    private static let known = [
        "gis": FederatedServers.id("gis"), "d": FederatedServers.id("d"), "mine": Item.id("gis", "Mine", "MapServer"),
        "mixed": Item.id("gis", "Mixed", "MapServer"),
    ]

    private func ask(
        _ exchange: WireTable.Exchange, _ fixture: inout PortalFixture, _ names: [String: String]
    ) -> PortalFixture.Heard {
        func filled(_ text: String) -> String { Self.fill(text, names) }
        var fields = exchange.fields.map { ($0.0, filled($0.1)) }
        var body: [UInt8]?
        if let form = exchange.form {
            fields.append(("Content-Type", "application/x-www-form-urlencoded"))
            body = Array(filled(form).utf8)
        }
        let peer = fixture.peer
        fixture.peer = exchange.peer ?? peer
        defer { fixture.peer = peer }
        return fixture.ask(
            filled(exchange.target), method: exchange.method, fields: fields, body: body, secure: !exchange.isPlain)
    }

    private func compare(
        _ heard: PortalFixture.Heard, _ exchange: WireTable.Exchange, _ now: Instant, _ index: String,
        _ names: [String: String]
    ) {
        let location = Comment(rawValue: index)
        #expect(heard.status == exchange.status ?? 200, location)
        for (name, value) in exchange.headers {
            #expect(heard[name].map { Self.masked($0, now) } == value.map { Self.fill($0, names) }, location)
        }
        let expected = Self.fill(exchange.body.joined(separator: "\n"), names)
        if !exchange.body.isEmpty { #expect(Self.masked(heard.body, now) == expected, location) }
        for text in exchange.contains { #expect(heard.body.contains(text), location) }
        if let rule = exchange.rule { #expect(heard.rule ?? "-" == rule, location) }
    }

    private static func fill(_ text: String, _ names: [String: String]) -> String {
        names.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// Tokens become their length, `‹64›`, and times the distance from now, `‹+60m›`.
    private static func masked(_ text: String, _ now: Instant) -> String {
        text.replacing(
            /("(?:access_|refresh_)?token"\s*:\s*|%22token%22%3A%22|agstoken=)("?)([A-Za-z0-9_-]{60,}\.{0,2})(?![A-Za-z0-9_-])/
        ) {
            match in
            "\(match.1)\(match.2)‹\(match.3.utf8.count)›"
        }.replacing(/(expires(?:"\s*:\s*"?|%22%3A)|created%22%3A)(\d{13})/) { match in
            let minutes = ((Int64(match.2) ?? 0) - now.milliseconds) / 60_000
            return "\(match.1)‹\(minutes < 0 ? "" : "+")\(minutes)m›"
        }
    }
}
