// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("a token survives nothing that its server does not", .mockEnterprise("start/federated"))
func tokenEndsWithFederation() async throws {
    let mock = try MockEnterprise.current
    let token = try mock.token(for: "viewer")
    let service = try mock.server(named: "gis").overHTTP.serviceURL("Airports")
        .appending(queryItems: [URLQueryItem(name: "f", value: "json"), URLQueryItem(name: "token", value: token)])

    try mock.trigger(.unfederateServer("gis"))
    _ = try await URLSession.shared.data(from: service)
    #expect(mock.requests.last?.errorCode == 498)

    try mock.trigger(.federateServer("gis"))
    _ = try await URLSession.shared.data(from: service)
    #expect(mock.requests.last?.errorCode == nil)
}
