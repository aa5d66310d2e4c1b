// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("One-time passwords")
struct OneTimePasswordTests {
    /// RFC 6238, appendix B: the last six of its eight digits.
    @Test(
        "are those of RFC 6238",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func vectors(_ seconds: Int64, _ code: String) {
        let secret = Array("12345678901234567890".utf8)
        let step = OneTimePassword.step(at: Instant(milliseconds: seconds * 1000))
        #expect(OneTimePassword.code(secret: secret, step: step) == code)
    }

    private static let user = """
        users: [{ username: "mia", password: "pw", mfaEnabled: true, totpSecret: "GEZDGNBVGY3TQOJQ GEZDGNBVGY3TQOJQ",
                  recoveryCodes: ["first", "second"] }],
        """

    /// The key of the page that asks for the code.
    private func page(_ fixture: inout OAuthFixture) throws -> String {
        let key = try #require(OAuthFixture.info(fixture.authorize())?["oauth_state"]?.text)
        let page = try #require(fixture.signIn(key, "mia")["Location"])
        return try #require(Form.parse(String(page.drop { $0 != "?" }.dropFirst())).first?.value)
    }

    private func post(
        _ fixture: inout OAuthFixture, _ key: String, _ more: [(String, String)]
    ) -> PortalFixture.Heard {
        fixture.fixture.ask("/portal/sharing/oauth2/mfa", form: [("oauth_state", key)] + more)
    }

    @Test("follow the deployment's clock, and are good once")
    func clock() throws {
        var fixture = try Self.fixture()
        let secret = try #require(Base32.decode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
        func code(_ fixture: OAuthFixture, _ more: Int64 = 0) -> String {
            OneTimePassword.code(secret: secret, step: OneTimePassword.step(at: fixture.fixture.now) + more)
        }
        var key = try page(&fixture)
        #expect(post(&fixture, key, [("mfa_code", "123456")]).rule == "oauth.second-factor")
        #expect(post(&fixture, key, [("mfa_code", code(fixture, 2))]).rule == "oauth.second-factor")
        #expect(post(&fixture, key, [("mfa_code", code(fixture))]).status == 302)
        key = try page(&fixture)
        #expect(post(&fixture, key, [("totp", code(fixture))]).rule == "oauth.second-factor")
        fixture.fixture.now = fixture.fixture.now.advanced(milliseconds: 30_000)
        #expect(post(&fixture, key, [("totp", code(fixture)), ("mfa_code", "")]).status == 302)
    }

    @Test("a recovery code is good once, in their place")
    func recovery() throws {
        var fixture = try Self.fixture()
        for (code, passes) in [("third", false), ("first", true), ("first", false), ("second", true)] {
            let heard = post(&fixture, try page(&fixture), [("mfa_code", ""), ("recovery_code", code)])
            #expect((heard.status == 302) == passes, "\(code)")
        }
    }

    @Test("base 32 is read in any case, and nothing else is")
    func base32() {
        #expect(Base32.decode("MZXW6YTBOI======") == Array("foobar".utf8))
        #expect(Base32.decode("mzxw 6ytb oi") == Array("foobar".utf8))
        #expect(Base32.decode("mzx1") == nil)
    }

    private static func fixture() throws -> OAuthFixture {
        var fixture = try OAuthFixture()
        fixture.fixture = try PortalFixture(
            """
            { portal: { allSSL: true, \(user)
                apps: [{ clientId: "app", clientSecret: "secret", redirectUris: ["\(OAuthFixture.callback)"] }] } }
            """)
        return fixture
    }
}
