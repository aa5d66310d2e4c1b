// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

private let field = MockEnterprise.Scenario(
    portals: [
        .init(
            version: "10.9.1", users: [.init("anna", password: "pw", role: .publisher)],
            groups: [.init("crew", members: ["anna"])])
    ],
    servers: [
        .init(
            "gis", version: "10.9.1", federation: .federated, isHosting: true,
            services: [.init("Field/Airports", access: .groups(["crew"]), layers: [.airports])])
    ],
    quirks: [.tokenRefererMissing(.refuse)],
    faults: [.init(.delay(.seconds(2)), on: .path("/arcgis/rest/services/**")).percent(10)],
    seed: 7)

@Test("a service that one group sees", .mockEnterprise(field))
func serviceOfOneGroup() throws {
    let mock = try MockEnterprise.current
    #expect(mock.server.serviceURL("Field/Airports").path() == "/arcgis/rest/services/Field/Airports/MapServer")
    #expect(try !mock.token(for: "anna").isEmpty)
}
