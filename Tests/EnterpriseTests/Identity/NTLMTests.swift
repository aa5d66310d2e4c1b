// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing
import Trust

@testable import Enterprise

@Suite("NTLM")
struct NTLMTests {
    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.filter { !$0.isWhitespace }.utf8.compactMap(Hex.value)
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// MS-NLMP 4.2.4.3: the third message of "User" of "Domain" with the password "Password".
    private static let authenticate = bytes(
        """
        4e544c4d53535000 03000000 18001800 6c000000 54005400 84000000 0c000c00 48000000 08000800 54000000
        10001000 5c000000 00000000 d8000000 35828262 0501280a0000000f
        44006f006d00610069006e00 5500730065007200 43004f004d0050005500540045005200
        86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa
        68cd0ab851e51c96aabc927bebef6a1c 01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000
        02000c0044006f006d00610069006e00 01000c00530065007200760065007200 00000000 00000000
        """)
    private static let challenge = bytes("0123456789abcdef")

    @Test("the published message, and no other password, challenge or name")
    func published() throws {
        let said = try #require(NTLM.Authentication(Self.authenticate))
        #expect(said.user == "User")
        #expect(said.domain == "Domain")
        #expect(said.isMade(with: "Password", challenge: Self.challenge))
        #expect(!said.isMade(with: "password", challenge: Self.challenge))
        #expect(!said.isMade(with: "Password", challenge: Self.bytes("0123456789abcdee")))
        var other = said
        other.user = "Other"
        #expect(!other.isMade(with: "Password", challenge: Self.challenge))
    }

    @Test("every message cut short or changed is read or refused, and proves nothing")
    func broken() {
        for count in 0..<Self.authenticate.count { _ = NTLM.Authentication(Array(Self.authenticate.prefix(count))) }
        var dice = Generator(seed: 5)
        for _ in 0..<2000 {
            var message = Self.authenticate
            message[Int.random(in: 0..<72, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            guard let said = NTLM.Authentication(message), said.user == "User", said.domain == "Domain" else {
                continue
            }
            _ = said.isMade(with: "Password", challenge: Self.challenge)
        }
    }

    @Test("MD4", arguments: [("", "31d6cfe0d16ae931b73c59d7e0c089c0"), ("abc", "a448017aaf21d8525fc10ae87aa6729d")])
    func md4(_ text: String, _ digest: String) throws {
        #expect(Hex.encode(try #require(Digest.md4(Array(text.utf8)))) == digest)
    }

    @Test("a handshake belongs to its connection, and ends with it")
    func connections() throws {
        var fixture = try PortalFixture(
            """
            { portal: { logins: { webTier: "iwa" }, users: [{ username: "User@Domain", password: "Password", provider: "enterprise" }] } }
            """)
        func ask(_ fixture: inout PortalFixture, _ message: [UInt8]?) -> PortalFixture.Heard {
            let fields = message.map { [("Authorization", "NTLM \(Base64.encode($0))")] } ?? []
            return fixture.ask("/portal/sharing/rest/portals/self?f=json", fields: fields)
        }
        let first = Self.bytes("4e544c4d5353500001000000")
        // The third message without a challenge before it proves nothing.
        #expect(ask(&fixture, Self.authenticate).status == 401)
        let asked = ask(&fixture, first)
        #expect(asked.status == 401)
        #expect(asked["WWW-Authenticate"]?.hasPrefix("NTLM TlRMTVNTUAACAAAA") == true)
        fixture.deployment.handshakes[1] = .challenged(Self.challenge)
        fixture.connection = 2
        #expect(ask(&fixture, Self.authenticate).status == 401)
        fixture.connection = 1
        #expect(ask(&fixture, Self.authenticate).json?["user"]?["username"]?.text == "User@Domain")
        #expect(ask(&fixture, nil).json?["user"]?["username"]?.text == "User@Domain")
        fixture.connection = 2
        #expect(ask(&fixture, nil).status == 401)
        fixture.connection = 1
        fixture.deployment.closed(1)
        #expect(ask(&fixture, nil).status == 401)
    }
}
