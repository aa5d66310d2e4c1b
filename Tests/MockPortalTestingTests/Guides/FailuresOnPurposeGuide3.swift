// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("a delay is the deployment's, not the test's", .mockEnterprise(prepare: { $0.clock.freeze() }))
func delayFollowsClock() async throws {
    let mock = try MockEnterprise.current
    let info = mock.server.overHTTP.infoURL.appending(queryItems: [URLQueryItem(name: "f", value: "json")])
    try mock.inject(.init(.delay(.seconds(3600)), on: .door(.info)))

    async let answer = URLSession.shared.data(from: info)
    while mock.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    mock.clock.advance(hours: 1)
    #expect(try await !answer.0.isEmpty)
}
