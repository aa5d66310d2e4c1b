// SPDX-License-Identifier: Apache-2.0

import Formats
import Foundation
import TestSupport
import Testing

@testable import MockPortal

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The contract of a client")
struct ContractTests {
    private static let login = "username=viewer&password=viewer&client=requestip&expiration=60&f=json"

    private static func signIn(_ wire: SocketFixture) throws -> String {
        let answer = try wire.request("POST", "/portal/sharing/rest/generateToken", body: login, tls: true)
        return try #require(answer?.json?["token"]?.text)
    }

    private static func use(_ wire: SocketFixture, _ token: String) throws {
        let form = "f=json&token=\(Percent.encode(token))"
        _ = try wire.request("POST", "/portal/sharing/rest/community/self", body: form, tls: true)
    }

    private static func broken(_ wire: SocketFixture, _ clauses: String = "") throws -> [String] {
        let answer = try wire.get("/_mock/contract" + (clauses.isEmpty ? "" : "?clause=\(clauses)"))?.json
        let broken = (answer?["clauses"]?.elements ?? []).filter { $0["passed"] == .bool(false) }
        #expect(answer?["passed"] == .bool(broken.isEmpty))
        return broken.compactMap { $0["clause"]?.text }
    }

    @Test("a client that signs in once and renews in time keeps it")
    func kept() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        try Self.use(wire, try Self.signIn(wire))
        #expect(try Self.broken(wire) == [])
        #expect(try Self.broken(wire, "password-once,renews-before-expiry") == [])
        wire.portal.clock.advance(minutes: 58)
        try Self.use(wire, try Self.signIn(wire))
        #expect(try Self.broken(wire) == [], "to sign in again in time is a way to renew")
        #expect(try Self.broken(wire, "password-once") == ["password-once"])
    }

    @Test("an expired token breaks it; as JUnit it is a failed case with what to do and no secret")
    func expired() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let token = try Self.signIn(wire)
        wire.portal.clock.advance(minutes: 61)
        try Self.use(wire, token)
        #expect(try Self.broken(wire) == ["renews-before-expiry"])
        let answer = try #require(try wire.get("/_mock/contract.xml?clause=renews-before-expiry,plain-http"))
        #expect(answer["content-type"] == "application/xml;charset=UTF-8")
        let text = answer.text
        #expect(text.contains("tests=\"2\" failures=\"1\""))
        #expect(text.contains("name=\"renews before expiry\"><failure message=\"a token came after its time\">"))
        #expect(text.contains("name=\"sends no secret over plain HTTP\"/>"))
        #expect(!text.contains(token.prefix(12)) && XMLParser(data: Data(answer.body)).parse())
    }

    @Test("a clause that is none is refused with the nearest, and a journal that dropped some decides nothing")
    func refused() throws {
        let wire = try SocketFixture { $0.journalCapacity = 2 }
        defer { wire.portal.stopAndWait() }
        let wrong = try wire.get("/_mock/contract?clause=pasword-once")
        #expect(wrong?.status == 422 && wrong?.text.contains("did you mean password-once?") == true)
        for _ in 0..<4 { _ = try wire.get("/arcgis/rest/info?f=json") }
        #expect(try wire.get("/_mock/contract")?.status == 409)
        #expect(try wire.get("/_mock/contract.xml")?.status == 409)
    }
}
