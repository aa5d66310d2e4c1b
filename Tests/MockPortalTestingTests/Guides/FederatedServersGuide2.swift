// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

@Test("two servers of two releases")
func serversOfTwoReleases() async throws {
    let scenario = MockEnterprise.Scenario(
        portals: [.init(version: "10.9.1", users: [.init("anna", password: "pw", role: .administrator)])],
        servers: [
            .init("old", version: "10.8.1", federation: .federated, services: MockEnterprise.Scenario.Service.standard),
            .init("alone", version: "10.5.1", context: "alone", users: [.init("uwe", password: "pw")]),
        ],
        quirks: [.tokenRefererMissing(.refuse)])
    try await MockEnterprise.with(scenario) { mock in
        let alone = try mock.server(named: "alone")
        #expect(alone.url.path() == "/alone")
        #expect(mock.servers.map(\.name) == ["old", "alone"])
    }
}
