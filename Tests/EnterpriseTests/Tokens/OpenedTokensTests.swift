// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing
import Trust

@testable import Enterprise

@Suite("Tokens that were opened before")
struct OpenedTokensTests {
    private static func token(_ subject: Int) -> Token {
        Token(
            kind: .member, subject: subject, epoch: 0, binding: .none, issued: Instant(milliseconds: 0),
            expires: Instant(milliseconds: 60_000))
    }

    @Test("say what they said, however many there are")
    func same() {
        var generator = Generator(seed: 1)
        let issuer = Issuer(.portal, name: "p", seed: 1)
        let strings = (0..<40).map { issuer.string(Self.token($0), generator: &generator) }
        for _ in 0..<3 {
            for (number, string) in strings.enumerated() { #expect(issuer.open(string)?.subject == UInt32(number)) }
        }
    }

    @Test("are the same by their bytes: letters that Unicode takes for the same ones are others")
    func bytes() throws {
        var generator = Generator(seed: 1)
        let issuer = Issuer(.portal, name: "p", seed: 1)
        let strings = (0..<40).map { issuer.string(Self.token($0), generator: &generator) }
        let string = try #require(strings.first { $0.contains("K") })
        let other = string.replacing("K", with: "\u{212A}")
        #expect(other == string)
        #expect(issuer.open(string) != nil)
        #expect(issuer.open(other) == nil)
    }

    @Test("are those of one key: another one opens them neither before nor after")
    func rotated() {
        var generator = Generator(seed: 1)
        var issuer = Issuer(.portal, name: "p", seed: 1)
        let string = issuer.string(Self.token(7), generator: &generator)
        let copy = issuer
        #expect(issuer.open(string) != nil)
        issuer.rotate()
        #expect(issuer.open(string) == nil)
        #expect(copy.open(string) != nil)
        #expect(Issuer(.portal, name: "q", seed: 1).open(string) == nil)
        #expect(issuer.open(string + ".") == nil)
    }
}
