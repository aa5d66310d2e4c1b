// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import PortalClient
import Testing

@Suite(
    "The client against a portal",
    .mockEnterprise(
        "start/federated", failsOn: [.unmatchedRequests], hygiene: [.passwordAgain, .endlessAuthentication]))
struct PortalClientTests {
    /// URLSession on Linux cannot be told to trust an authority: over HTTP, then.
    private func client(_ username: String = "viewer", _ password: String = "viewer") throws -> PortalClient {
        let mock = try MockEnterprise.current
        return PortalClient(
            portal: mock.portal.overHTTP.url, username: username, password: password, referer: "https://app.example",
            now: { mock.clock.now })
    }

    private var airports: URL {
        get throws { try MockEnterprise.current.server.overHTTP.serviceURL("Airports") }
    }

    private let signIn = RequestPattern.post("/portal/sharing/rest/generateToken").form(["username": "viewer"])

    @Test("signs in once for many requests")
    func signsIn() async throws {
        try MockEnterprise.current.expect(signIn, times: 1)
        let client = try client()
        for _ in 1...3 { #expect(try await client.json(airports)["mapName"] as? String == "Layers") }
    }

    @Test("renews before the token ends", .mockEnterprise(prepare: { $0.clock.freeze() }))
    func renews() async throws {
        let mock = try MockEnterprise.current
        let client = try client()
        _ = try await client.json(airports)
        mock.clock.advance(minutes: 58)
        _ = try await client.json(airports)
        #expect(mock.verify(signIn, times: 1).passed)
        mock.clock.advance(minutes: 1, seconds: 30)
        _ = try await client.json(airports)
        #expect(mock.verify(signIn, times: 2).passed)
        #expect(mock.verify(.rule("token.expired"), times: .never).passed)
    }

    @Test("signs in again when the server refuses the token, without troubling anybody")
    func revoked() async throws {
        let mock = try MockEnterprise.current
        let client = try client()
        _ = try await client.json(airports)
        try mock.trigger(.revokeTokens(ofUser: "viewer"))
        #expect(try await client.json(airports)["mapName"] as? String == "Layers")
        #expect(mock.verify(.rule("token.ended"), times: 1).passed)
        #expect(mock.verify(signIn, times: 2).passed)
    }

    @Test("gives up after one renewal")
    func givesUp() async throws {
        let mock = try MockEnterprise.current
        try mock.inject(
            .init(.error(code: 498, message: "Invalid Token"), on: .path("/arcgis/rest/services/Airports/**")))
        let client = try client()
        await #expect(throws: PortalError.refused(498, "")) { try await client.json(airports) }
        #expect(mock.verify(.path("/arcgis/**"), times: 2).passed)
    }

    @Test("sends an enterprise user to the browser")
    func enterprise() async throws {
        let mock = try MockEnterprise.current
        let client = try client("dirk@CONTOSO", "known-only-to-the-idp")
        let page = mock.portal.overHTTP.authorizeURL
        await #expect(
            throws: PortalError.signInWithBrowser(page, reason: "Invalid username or password.")
        ) { try await client.json(airports) }
        #expect(mock.requests.last?.verdicts.first?.rule.id == "generate-token.enterprise-login")
    }
}
