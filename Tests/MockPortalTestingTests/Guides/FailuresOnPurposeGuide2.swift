// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("a field goes between two pages", .mockEnterprise("start/federated", failsOn: [.unusedFaults]))
func fieldGoesBetweenPages() async throws {
    let mock = try MockEnterprise.current
    let layer = mock.server.overHTTP.serviceURL("PublicAirports").appending(path: "0/query")
    try mock.inject(.init(.event(.removeField("COUNTRY", ofService: "PublicAirports")), on: .path(layer)).nth(2))

    let page = layer.appending(queryItems: [
        URLQueryItem(name: "where", value: "1=1"), URLQueryItem(name: "outFields", value: "COUNTRY"),
        URLQueryItem(name: "resultRecordCount", value: "10"), URLQueryItem(name: "f", value: "json"),
    ])
    for _ in 1...2 { _ = try await URLSession.shared.data(from: page) }
    #expect(mock.requests.map(\.errorCode) == [nil, 400])
}
