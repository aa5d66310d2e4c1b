// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

@Suite("A server with many services")
struct ManyServicesTests {
    private static func fixture(_ count: Int) throws -> PortalFixture {
        let services = (0..<count).map { "{ name: \"S\($0)\", type: \"MapServer\", access: \"public\", layers: [] }" }
        return try PortalFixture(
            "{ portal: null, servers: [{ name: \"gis\", services: [\(services.joined(separator: ","))] }] }")
    }

    @Test("what is remembered of places is never believed")
    func places() throws {
        var fixture = try Self.fixture(50)
        func name(_ number: Int) -> PortalFixture.Heard {
            fixture.ask("/arcgis/rest/services/S\(number)/MapServer?f=json")
        }
        for _ in 1...2 {
            for number in [49, 0, 17] { #expect(name(number).verdict.isEmpty) }
        }
        #expect(name(50).rule != nil)
        // The list is as another order would have it, and shorter.
        fixture.deployment.servers[0].services.reverse()
        for number in [49, 0, 17] { #expect(name(number).verdict.isEmpty) }
        fixture.deployment.servers[0].services.removeAll { $0.name == "S17" }
        #expect(name(17).rule != nil)
        fixture.deployment.servers[0].services.removeFirst(10)
        #expect(name(49).rule != nil)
        #expect(name(0).verdict.isEmpty)
    }

    @Test("a catalog of many is sorted and written while others are answered", arguments: [500, 501])
    func catalog(_ count: Int) throws {
        var fixture = try Self.fixture(count)
        let heard = fixture.ask("/arcgis/rest/services?f=json")
        #expect(heard.wasMadeAside == (count > 500))
        let listed = heard.json?["services"]?.elements ?? []
        #expect(listed.compactMap { $0["name"]?.text } == (0..<count).map { "S\($0)" }.sorted())
    }
}
