// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("a secured service wants a token", .mockEnterprise("start/federated"))
func securedServiceWantsToken() async throws {
    let mock = try MockEnterprise.current
    let service = mock.server.overHTTP.serviceURL("Airports")
        .appending(queryItems: [URLQueryItem(name: "f", value: "json")])

    _ = try await URLSession.shared.data(from: service)
    #expect(mock.requests.last?.errorCode == 499)

    let token = URLQueryItem(name: "token", value: try mock.token(for: "viewer"))
    _ = try await URLSession.shared.data(from: service.appending(queryItems: [token]))
    #expect(mock.requests.last?.errorCode == nil)
}
