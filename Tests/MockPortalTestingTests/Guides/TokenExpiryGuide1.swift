// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("a token of an hour ends after an hour", .mockEnterprise(prepare: { $0.clock.freeze() }))
func tokenExpires() async throws {
    let mock = try MockEnterprise.current
    let token = try mock.token(for: "viewer", lifetime: .seconds(3600))
    let service = mock.server.overHTTP.serviceURL("Airports")
        .appending(queryItems: [URLQueryItem(name: "f", value: "json"), URLQueryItem(name: "token", value: token)])

    mock.clock.advance(minutes: 59, seconds: 59)
    _ = try await URLSession.shared.data(from: service)
    #expect(mock.requests.last?.errorCode == nil)

    mock.clock.advance(by: .seconds(1))
    _ = try await URLSession.shared.data(from: service)
    #expect(mock.requests.last?.errorCode == 498)
    #expect(mock.requests.last?.verdicts.first?.rule.id == "token.expired")
}
