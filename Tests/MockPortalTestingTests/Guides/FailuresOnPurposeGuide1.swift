// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("the second page fails", .mockEnterprise("start/federated", failsOn: [.unusedFaults]))
func secondPageFails() async throws {
    let mock = try MockEnterprise.current
    let service = mock.server.overHTTP.serviceURL("PublicAirports")
    try mock.inject(.init(.error(code: 500, message: "Error performing query operation"), on: .path(service)).nth(2))

    for _ in 1...3 {
        _ = try await URLSession.shared.data(
            from: service.appending(queryItems: [URLQueryItem(name: "f", value: "json")]))
    }
    #expect(mock.requests.map(\.errorCode) == [nil, 500, nil])
}
