// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

@Suite("A service with many layers")
struct ManyLayersTests {
    /// Groups of nine layers, a group of groups above them, and ids that are not the layers' places.
    private static func fixture(_ count: Int, version: String, first: Int) throws -> PortalFixture {
        let layers = (0..<count).map { number in
            let id = first + number
            if number == 0 { return "{ id: \(id), name: \"all\", type: \"Group Layer\" }" }
            let group = first + (number - 1) / 10 * 10 + 1
            return id == group
                ? "{ id: \(id), name: \"G\(id)\", type: \"Group Layer\", parentLayerId: \(first) }"
                : "{ id: \(id), name: \"L\(id)\", source: \"a.json\", parentLayerId: \(group) }"
        }
        return try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version)", services: [
                { name: "S", access: "public", featureServer: true, layers: [\(layers.joined(separator: ","))] }] }] }
            """,
            files: ["a.json": #"{"features":[{"attributes":{"A":1},"geometry":{"x":1,"y":1}}]}"#])
    }

    @Test(
        "all layers at once are what each is alone, however many they are",
        arguments: ["10.3.1", "11.4"], [(15, 0), (15, 7), (64, 0), (64, 7)])
    func all(_ version: String, _ layers: (count: Int, first: Int)) throws {
        var fixture = try Self.fixture(layers.count, version: version, first: layers.first)
        for type in ["MapServer", "FeatureServer"] {
            let all = fixture.ask("/arcgis/rest/services/S/\(type)/layers?f=json").json?["layers"]?.elements ?? []
            #expect(all.count == layers.count)
            for (number, layer) in all.enumerated() {
                let alone = fixture.ask("/arcgis/rest/services/S/\(type)/\(layers.first + number)?f=json").json
                // Alone, it has the release in front.
                let members = alone?.members?.filter { $0.name != "currentVersion" }
                #expect(layer.members?.filter { $0.name != "currentVersion" } == members)
            }
            // Layers of a FeatureServer tell their group since 10.7.
            guard type == "MapServer" || version == "11.4" else { continue }
            let last = all.last
            let group = layers.first + (layers.count - 2) / 10 * 10 + 1
            #expect(last?["parentLayer"]?["id"]?.integer == group)
            #expect(last?["parentLayer"]?["name"]?.text == "G\(group)")
            #expect(
                all.first?["subLayers"]?.elements?.compactMap { $0["id"]?.integer }
                    == stride(from: 1, to: layers.count, by: 10).map { layers.first + $0 })
            #expect(all.first?["extent"]?["xmax"]?.double == 1)
        }
    }

    @Test("a description of many is made while others are answered", arguments: [(20, false), (21, true)])
    func aside(_ count: Int, _ isAside: Bool) throws {
        var fixture = try Self.fixture(count, version: "11.4", first: 0)
        func isMadeAside(_ path: String) -> Bool { fixture.ask("/arcgis/rest/services/S/\(path)?f=json").wasMadeAside }
        #expect(isMadeAside("MapServer/layers") == isAside)
        #expect(isMadeAside("FeatureServer/layers") == isAside)
        #expect(!isMadeAside("MapServer"))
        #expect(!isMadeAside("MapServer/0"))
    }

    @Test("so is a root of hundreds")
    func root() throws {
        var fixture = try Self.fixture(201, version: "11.4", first: 0)
        let root = fixture.ask("/arcgis/rest/services/S/MapServer?f=json")
        #expect(root.wasMadeAside && fixture.ask("/arcgis/rest/services/S/FeatureServer?f=json").wasMadeAside)
        #expect(root.json?["layers"]?.elements?.count == 201)
        #expect(root.json?["layers"]?[1]?["subLayerIds"]?.elements?.compactMap(\.integer) == Array(2...10))
    }
}
