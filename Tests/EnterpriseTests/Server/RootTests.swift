// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("Roots of networks, scenes and streams")
struct RootTests {
    private static func fixture(_ version: String) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version)", services: [
                { name: "Streets", type: "NAServer", access: "public", description: "Routes", results: {
                    "Route/solve": { messages: [] }, "Area/solveServiceArea": { messages: [] },
                    "Near": { layerType: "esriNAServerClosestFacilityLayer", supportedTravelModes: [{ id: "1" }],
                      defaultTravelMode: "1" } } },
                { name: "City", type: "SceneServer", access: "public", results: {
                    "layers/0": { layerType: "3DObject", store: { version: "1.7" } }, "layers/0/nodepages/0": { nodes: [] } } },
                { name: "Flow", type: "StreamServer", access: "public",
                  layers: [{ id: 0, name: "Airports", source: "builtin:data/airports.geojson" }] } ] }] }
            """)
    }

    @Test("a network has the layers that its answers show", arguments: ["10.3.1", "11.4"])
    func network(_ version: String) throws {
        var fixture = try Self.fixture(version)
        func ask(_ path: String) -> PortalFixture.Heard {
            fixture.ask("/arcgis/rest/services/Streets/NAServer\(path)?f=json")
        }
        let number = version == "10.3.1" ? "10.31" : "11.4"
        #expect(
            ask("").body
                == #"{"currentVersion":\#(number),"serviceDescription":"Routes","routeLayers":["Route"],"serviceAreaLayers":["Area"],"closestFacilityLayers":["Near"]}"#
        )
        #expect(ask("/Route").json?["layerType"]?.text == "esriNAServerRouteLayer")
        #expect((ask("/Route").json?["defaultTravelMode"] == nil) == (version == "10.3.1"))
        #expect(ask("/Near").json?["defaultTravelMode"]?.text == "1")
        #expect(ask("/Route/solve").body == #"{"messages":[]}"#)
        #expect(ask("/Route/solveServiceArea").rule == "service.not-emulated")
        #expect(ask("/Nope").rule == "network.unknown-layer")
        guard version == "11.4" else { return }
        #expect(
            ask("/Near/retrieveTravelModes").body
                == #"{"supportedTravelModes":[{"id":"1"}],"defaultTravelMode":"1"}"#)
        #expect(
            ask("/Route/retrieveTravelModes").body == #"{"supportedTravelModes":[],"defaultTravelMode":""}"#)
    }

    @Test("a scene has the layers that the scenario describes, and is JSON without f")
    func scene() throws {
        var fixture = try Self.fixture("11.4")
        let root = fixture.ask("/arcgis/rest/services/City/SceneServer")
        #expect(
            root.json?.members?.map(\.name) == [
                "serviceName", "name", "currentVersion", "serviceVersion", "supportedBindings", "layers",
            ])
        #expect(root.json?["serviceVersion"]?.text == "1.7")
        #expect(root.json?["layers"]?[0]?["href"]?.text == "./layers/0")
        #expect(fixture.ask("/arcgis/rest/services/City/SceneServer/layers/0/nodepages/0").body == #"{"nodes":[]}"#)
        #expect(
            fixture.ask("/arcgis/rest/services/City/SceneServer/layers/0/nodepages/1").rule == "service.not-emulated")
        #expect(fixture.ask("/arcgis/rest/services/City/SceneServer/layers/3").rule == "scene.missing")
    }

    @Test("a stream describes what its layer has, and has no address")
    func stream() throws {
        var fixture = try Self.fixture("11.4")
        let root = fixture.ask("/arcgis/rest/services/Flow/StreamServer?f=json").json
        #expect(root?["geometryType"]?.text == "esriGeometryPoint" && root?["streamUrls"] == .array([]))
        #expect(root?["fields"]?.elements?.isEmpty == false)
        #expect(fixture.ask("/arcgis/rest/services/Flow/StreamServer/subscribe?f=json").rule == "service.not-emulated")
    }
}
