// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("Locked accounts")
struct LockoutTests {
    private static let invalid =
        #"{"error":{"code":400,"message":"Unable to generate token.","details":["Invalid username or password."]}}"#

    private func login(_ fixture: inout PortalFixture, _ password: String, user: String = "anna") -> PortalFixture.Heard
    {
        let form = [("username", user), ("password", password), ("referer", "x"), ("f", "json")]
        return fixture.ask("/portal/sharing/rest/generateToken", form: form)
    }

    @Test("a portal locks after five wrong passwords in a row, for fifteen minutes, and says no more than before")
    func portal() throws {
        var fixture = try PortalFixture.federated("11.4")
        for _ in 0..<4 { #expect(login(&fixture, "no").rule == "generate-token.wrong-password") }
        #expect(!login(&fixture, "pw").token.isEmpty, "the right password ends the row")
        for _ in 0..<5 { #expect(login(&fixture, "no").rule == "generate-token.wrong-password") }
        let locked = login(&fixture, "pw")
        #expect(locked.body == Self.invalid)
        #expect(locked.rule == "generate-token.locked-out")
        #expect(
            locked.verdict.first?.facts.contains { $0.name == "lockedUntil" && $0.value == "2016-01-26T17:44:00Z" }
                == true)
        #expect(!login(&fixture, "pw", user: "bert").token.isEmpty, "others are not locked")
        fixture.now = fixture.now.advanced(milliseconds: 15 * 60_000 - 1)
        #expect(login(&fixture, "pw").rule == "generate-token.locked-out")
        fixture.now = fixture.now.advanced(milliseconds: 1)
        #expect(!login(&fixture, "pw").token.isEmpty)
    }

    @Test("failures that lie far apart do not count together")
    func apart() throws {
        var fixture = try PortalFixture.federated("11.4")
        for _ in 0..<10 {
            #expect(login(&fixture, "no").rule == "generate-token.wrong-password")
            fixture.now = fixture.now.advanced(minutes: 4)
        }
    }

    @Test(
        "a server locks its site administrator too, by release",
        arguments: [("10.3.1", 6, 1), ("11.1", 5, 15), ("11.4", 5, 15)] as [(String, Int, Int64)])
    func server(_ version: String, _ failures: Int, _ minutes: Int64) throws {
        var fixture = try PortalFixture.standalone(version)
        func login(_ password: String) -> PortalFixture.Heard {
            fixture.ask(
                "/arcgis/admin/generateToken", form: [("username", "psa"), ("password", password), ("f", "json")])
        }
        for _ in 0..<failures - 1 { _ = login("no") }
        #expect(!login("psa").token.isEmpty)
        for _ in 0..<failures { _ = login("no") }
        #expect(login("psa").rule == "generate-token.locked-out")
        fixture.now = fixture.now.advanced(minutes: minutes)
        #expect(!login("psa").token.isEmpty)
    }

    @Test("and the users of its own store")
    func store() throws {
        var fixture = try PortalFixture.standalone("11.4")
        func login(_ password: String) -> PortalFixture.Heard {
            let form = [("username", "uwe"), ("password", password), ("f", "json")]
            return fixture.ask("/arcgis/tokens/generateToken", form: form)
        }
        for _ in 0..<5 { #expect(login("no").rule == "server-token.invalid-credentials") }
        #expect(login("pw").rule == "generate-token.locked-out")
        #expect(login("pw").json?["error"]?["details"]?.text == "Invalid credentials")
    }
}
