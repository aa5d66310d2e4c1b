// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import PortalClient
import Testing

@Suite(
    "The client against a portal",
    .mockPortal("start/federated", failsOn: [.unmatchedRequests], hygiene: [.passwordAgain, .endlessAuthentication]))
struct PortalClientTests {
    /// URLSession on Linux cannot be told to trust an authority: over HTTP, then.
    private func client(_ username: String = "viewer", _ password: String = "viewer") throws -> PortalClient {
        let portal = try MockEnterprise.current
        return PortalClient(
            portal: try #require(URL(string: portal.portal().overHTTP.url)), username: username, password: password,
            referer: "https://app.example",
            now: { Date(timeIntervalSince1970: Double(portal.clock.now.milliseconds) / 1000) })
    }

    private var airports: URL {
        get throws { try #require(URL(string: MockEnterprise.current.server().overHTTP.serviceURL("Airports"))) }
    }

    private let signIn = RequestPattern.post("/portal/sharing/rest/generateToken", form: ["username": "viewer"])

    @Test("signs in once for many requests")
    func signsIn() async throws {
        try MockEnterprise.current.expect(signIn, times: 1)
        let client = try client()
        for _ in 1...3 { #expect(try await client.json(airports)["mapName"] as? String == "Layers") }
    }

    @Test("renews before the token ends", .mockPortal(prepare: { $0.clock.freeze() }))
    func renews() async throws {
        let portal = try MockEnterprise.current
        let client = try client()
        _ = try await client.json(airports)
        portal.clock.advance(minutes: 58)
        _ = try await client.json(airports)
        portal.check(signIn, times: 1)
        portal.clock.advance(minutes: 1, seconds: 30)
        _ = try await client.json(airports)
        portal.check(signIn, times: 2)
        portal.check(.rule("token.expired"), times: .never)
    }

    @Test("signs in again when the server refuses the token, without troubling anybody")
    func revoked() async throws {
        let portal = try MockEnterprise.current
        let client = try client()
        _ = try await client.json(airports)
        try portal.revokeTokens(of: "viewer")
        #expect(try await client.json(airports)["mapName"] as? String == "Layers")
        portal.check(.rule("token.ended"), times: 1)
        portal.check(signIn, times: 2)
    }

    @Test("gives up after one renewal")
    func givesUp() async throws {
        let portal = try MockEnterprise.current
        try portal.inject(
            .init(.error(code: 498, message: "Invalid Token"), path: "/arcgis/rest/services/Airports/**"))
        let client = try client()
        await #expect(throws: PortalError.refused(498, "")) { try await client.json(airports) }
        portal.check(.path("/arcgis/**"), times: 2)
    }

    @Test("sends an enterprise user to the browser")
    func enterprise() async throws {
        let portal = try MockEnterprise.current
        let client = try client("dirk@CONTOSO", "known-only-to-the-idp")
        let page = try #require(URL(string: portal.portal().overHTTP.authorizeURL))
        await #expect(
            throws: PortalError.signInWithBrowser(page, reason: "Invalid username or password.")
        ) { try await client.json(airports) }
        #expect(portal.requests().last?.verdict.first?.rule.id == "generate-token.enterprise-login")
    }
}
