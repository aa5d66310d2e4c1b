// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing
import Trust

@testable import Enterprise

/// What holds of every token, whoever made it: its issuer's doors, its life, its binding, its end.
@Suite("Tokens, whatever they are")
struct TokenPropertyTests {
    /// Where a token comes from, and which sites take it.
    private struct Source: Sendable {
        var name: String
        var ask: String
        var form: [(String, String)]
        /// Contexts of the sites whose doors it passes.
        var trusted: Set<String>
        /// How it is exchanged, if it is.
        var serverURL: String?
    }

    private static func portal(_ context: String, _ trusted: Set<String>, server: String? = nil) -> Source {
        Source(
            name: "\(context) \(server ?? "")", ask: "/\(context)/sharing/rest/generateToken",
            form: [("username", "bert"), ("password", "pw")], trusted: server.map { [$0] } ?? trusted,
            serverURL: server.map { "https://h.example/\($0)" })
    }

    private static let sources = [
        portal("portal", ["portal", "a", "b"]), portal("other", ["other", "c"]), portal("portal", [], server: "a"),
        portal("portal", [], server: "b"), portal("other", [], server: "c"),
        Source(
            name: "store of d", ask: "/d/tokens/generateToken", form: [("username", "uwe"), ("password", "pw")],
            trusted: ["d"]),
    ]
    private static let doors = [
        "portal": "/portal/sharing/rest/community/self", "other": "/other/sharing/rest/community/self",
        "a": "/a/rest/services/S/MapServer", "b": "/b/rest/services/S/MapServer",
        "c": "/c/rest/services/S/MapServer", "d": "/d/rest/services/S/MapServer",
    ]

    private static func fixture(_ version: String = "11.4") throws -> PortalFixture {
        try PortalFixture(try Golden.text("wire/two-portals.json5").replacing("VERSION", with: version))
    }

    /// Asks for a token, and exchanges it if it is one of those; `more` are parameters beside name and password.
    private static func token(_ source: Source, _ fixture: inout PortalFixture, _ more: [(String, String)]) -> String {
        let token = fixture.ask(source.ask, form: source.form + more + [("f", "json")]).token
        guard let url = source.serverURL else { return token }
        let minutes = more.filter { $0.0 == "expiration" || $0.0 == "referer" }
        return fixture.ask(source.ask, form: [("token", token), ("serverUrl", url), ("f", "json")] + minutes).token
    }

    private static func passes(
        _ token: String, _ door: String, _ fixture: inout PortalFixture, referer: String? = nil
    ) -> Bool {
        let heard = fixture.ask(
            "\(doors[door] ?? "")?f=json&token=\(token)", fields: referer.map { [("Referer", $0)] } ?? [])
        return heard.verdict.isEmpty && heard.status == 200
    }

    @Test("pass the doors that trust their issuer, and no other", arguments: ["10.3.1", "10.6.1", "11.4"])
    func issuers(_ version: String) throws {
        var fixture = try Self.fixture(version)
        for source in Self.sources {
            for _ in 0..<8 {
                let token = Self.token(source, &fixture, [("referer", "https://app.example")])
                for door in Self.doors.keys {
                    #expect(
                        Self.passes(token, door, &fixture, referer: "https://app.example")
                            == source.trusted.contains(door),
                        "\(source.name) at \(door)")
                }
            }
        }
    }

    @Test("pass to the millisecond of their end, and never after it")
    func life() throws {
        var dice = Generator(seed: 11)
        var fixture = try Self.fixture()
        let start = fixture.now
        for source in Self.sources {
            for _ in 0..<25 {
                fixture.now = start
                // A server's own store cuts longer wishes at a day.
                let minutes = Int64.random(in: 1...1440, using: &dice)
                let token = Self.token(
                    source, &fixture, [("client", "referer"), ("referer", "x"), ("expiration", "\(minutes)")])
                for _ in 0..<4 {
                    let passed = Int64.random(in: 0...minutes * 120_000, using: &dice)
                    fixture.now = start.advanced(milliseconds: passed)
                    for door in source.trusted {
                        #expect(Self.passes(token, door, &fixture, referer: "x") == (passed < minutes * 60_000))
                    }
                }
                for (shift, isAlive) in [(Int64(-1), true), (0, false)] {
                    fixture.now = start.advanced(milliseconds: minutes * 60_000 + shift)
                    for door in source.trusted {
                        #expect(Self.passes(token, door, &fixture, referer: "x") == isAlive, "\(source.name)")
                    }
                }
            }
        }
    }

    @Test("pass with what they are bound to, and with nothing else")
    func bindings() throws {
        var dice = Generator(seed: 12)
        var fixture = try Self.fixture()
        func word() -> String { String((0..<12).map { _ in "abcdefghijklmnop".randomElement(using: &dice) ?? "a" }) }
        for source in Self.sources {
            for _ in 0..<20 {
                let referer = "https://\(word()).example/\(word())"
                let bound = Self.token(source, &fixture, [("client", "referer"), ("referer", referer)])
                for door in source.trusted {
                    #expect(Self.passes(bound, door, &fixture, referer: referer))
                    #expect(!Self.passes(bound, door, &fixture, referer: "https://\(word()).example/"))
                    #expect(!Self.passes(bound, door, &fixture, referer: word()))
                }
                fixture.peer = "10.1.2.\(Int.random(in: 0...255, using: &dice))"
                let address = Self.token(source, &fixture, [("client", "requestip")])
                let peer = fixture.peer
                for door in source.trusted {
                    #expect(Self.passes(address, door, &fixture), "\(source.name) at \(door)")
                }
                fixture.peer = "10.9.9.\(Int.random(in: 0...255, using: &dice))"
                for door in source.trusted { #expect(!Self.passes(address, door, &fixture)) }
                fixture.peer = peer
            }
        }
    }

    @Test("end with their issuer's key, all of them and no others")
    func rotation() throws {
        let issuers: [(event: Event, sources: Set<String>)] = [
            (Event(.rotateSharedKey, portal: "portal"), ["portal "]),
            (Event(.rotateSharedKey, portal: "other"), ["other "]),
            (Event(.rotateSharedKey, server: "a"), ["portal a"]),
            (Event(.restartServer, server: "c"), ["other c"]),
            (Event(.revokeTokens, server: "d"), ["store of d"]),
        ]
        for issuer in issuers {
            var fixture = try Self.fixture()
            let tokens = Self.sources.flatMap { source in
                (0..<20).map { _ in (source, Self.token(source, &fixture, [("client", "referer"), ("referer", "x")])) }
            }
            try fixture.deployment.happen(issuer.event)
            for (source, token) in tokens {
                for door in source.trusted {
                    #expect(
                        Self.passes(token, door, &fixture, referer: "x") != issuer.sources.contains(source.name),
                        "\(source.name) at \(door) after \(issuer.event.kind)")
                }
            }
        }
    }

    @Test("end with their user's password, and do not come back however often it changes")
    func passwords() throws {
        var fixture = try Self.fixture()
        let mine = Self.token(Self.sources[0], &fixture, [("referer", "x")])
        let theirs = Self.token(Self.sources[1], &fixture, [("referer", "x")])
        // 65,536 changes bring the count round to where it was.
        for number in 1...65_536 {
            var event = Event(.changePassword, portal: "portal", user: "bert")
            event.password = "pw"
            try fixture.deployment.happen(event)
            if number == 1 || number == 65_535 || number == 65_536 {
                #expect(!Self.passes(mine, "a", &fixture, referer: "x"), "\(number)")
                #expect(Self.passes(theirs, "c", &fixture, referer: "x"))
            }
        }
        #expect(Self.passes(Self.token(Self.sources[0], &fixture, [("referer", "x")]), "a", &fixture, referer: "x"))
    }

    @Test("end one by one when they are revoked")
    func revocation() throws {
        var fixture = try Self.fixture()
        let tokens = (0..<30).map { _ in Self.token(Self.sources[0], &fixture, [("referer", "x")]) }
        for (number, token) in tokens.enumerated() where number % 3 == 0 {
            let heard = fixture.ask(
                "/portal/sharing/rest/oauth2/revokeToken", form: [("auth_token", token), ("f", "json")])
            #expect(heard.body == #"{"success":true}"#)
        }
        for (number, token) in tokens.enumerated() {
            #expect(Self.passes(token, "a", &fixture, referer: "x") == (number % 3 != 0))
            #expect(Self.passes(token, "portal", &fixture, referer: "x") == (number % 3 != 0))
        }
        let unknown = fixture.ask(
            "/portal/sharing/rest/oauth2/revokeToken", form: [("auth_token", "x"), ("f", "json")])
        #expect(unknown.body == #"{"success":true}"#)
    }
}
