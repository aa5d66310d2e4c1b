// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Testing

@testable import Enterprise

/// Paths and types of service that real servers have and the double has not: nobody is told that a row is missing.
@Suite("Operations that are not there")
struct AbsentTests {
    private static let root = "/arcgis/rest/services"

    private static func fixture(results: String = "{}") throws -> PortalFixture {
        let services = Surface.serviceTypes.filter { $0 != "FeatureServer" }.map { type in
            let layers = "layers: [{ id: 0, source: 'builtin:data/airports.geojson' }]"
            let more =
                type == "MapServer" ? "featureServer: true, \(layers)," : type == "ImageServer" ? "\(layers)," : ""
            return "{ name: 'S\(type)', type: '\(type)', access: 'public', \(more) results: \(results) }"
        }
        return try PortalFixture("{ portal: null, servers: [{ services: [\(services.joined(separator: ","))] }] }")
    }

    /// What is documented of services and not emulated, in the newest release.
    static let absent = Surface.all.filter {
        $0.path.hasPrefix("rest/services/{service}/") && !Router.emulates($0) && $0.isIn(.newest)
    }

    private static func url(_ row: DocumentedPath) -> String {
        let type = Surface.area(of: row)
        let segments = row.path.split(separator: "/").map { $0.hasPrefix("{") ? "0" : String($0) }
        let service = type == "FeatureServer" ? "SMapServer" : "S\(type)"
        return "\(root)/\(service)/" + segments.dropFirst(3).joined(separator: "/")
    }

    private static func below(_ row: DocumentedPath) -> String {
        url(row).split(separator: "/").dropFirst(5).joined(separator: "/")
    }

    @Test("say so, and a scenario can give their answers")
    func refused() throws {
        var bare = try Self.fixture()
        let paths = Set(Self.absent.map(Self.below)).subtracting([""])
        let results = paths.map { "'\($0)': { a: 1 }" }.joined(separator: ",")
        var given = try Self.fixture(results: "{ \(results) }")
        for row in Self.absent where !row.path.hasSuffix("Server/{layer}") {
            let heard = bare.ask("\(Self.url(row))?f=json")
            #expect(heard.rule == "service.not-emulated", "\(row.path): \(heard.body)")
            #expect(heard.json?["error"]?["code"]?.integer == 501, "\(row.path): \(heard.body)")
            guard !Self.below(row).isEmpty else { continue }
            #expect(given.ask("\(Self.url(row))?f=json").body == #"{"a":1}"#, "\(row.path)")
        }
    }

    @Test(
        "types of service that the scenario does not name are services that are not there",
        arguments: ["GlobeServer", "LRServer"])
    func types(_ type: String) throws {
        var fixture = try Self.fixture()
        for path in ["Utilities/Geometry/\(type)", "Utilities/Geometry/\(type)/project", "Map/\(type)"] {
            let name = path.split(separator: "/\(type)").first ?? ""
            let heard = fixture.ask("\(Self.root)/\(path)?f=json")
            #expect(heard.rule == "service.other-type")
            #expect(
                heard.body
                    == #"{"error":{"code":404,"message":"Service \#(name)/\#(type) not found ","details":[]}}"#)
        }
        // A name that only looks like one is no service.
        let heard = fixture.ask("\(Self.root)/Map/MapSever?f=json")
        #expect(heard.rule == "rest.no-resource")
        #expect(heard.body == #"{"error":{"code":400,"message":"Invalid URL","details":["Invalid URL"]}}"#)
    }

    @Test("a service of another type is listed, and its json is its root")
    func named() throws {
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [{ services: [{ name: "City", type: "SceneServer", access: "public",
                json: { serviceName: "City", layers: [] }, results: { "layers/0": { id: 0 } } }] }] }
            """)
        #expect(fixture.ask("\(Self.root)?f=json").body.contains(#"{"name":"City","type":"SceneServer"}"#))
        #expect(fixture.ask("\(Self.root)/City/SceneServer?f=json").body == #"{"serviceName":"City","layers":[]}"#)
        #expect(fixture.ask("\(Self.root)/City/SceneServer/layers/0").body == #"{"id":0}"#)
        #expect(fixture.ask("\(Self.root)/City/SceneServer/layers/0/nodes/1?f=json").rule == "service.not-emulated")
        #expect(fixture.ask("\(Self.root)/City/SceneServer/woods?f=json").rule == "service.no-resource")
    }
}
