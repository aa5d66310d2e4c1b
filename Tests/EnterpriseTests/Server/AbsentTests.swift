// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Testing

@testable import Enterprise

/// Operations and types of service that real servers have and the double has not: nobody is told that a row is missing.
@Suite("Operations that are not there")
struct AbsentTests {
    private static let root = "/arcgis/rest/services"

    private static func fixture(results: String = "{}") throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ services: [
                { name: "Map", access: "public", featureServer: true, results: \(results),
                  layers: [{ id: 0, source: "builtin:data/airports.geojson" }] },
                { name: "Image", type: "ImageServer", access: "public", results: \(results),
                  layers: [{ id: 0, source: "builtin:data/airports.geojson" }] }] }] }
            """)
    }

    private static func url(_ absent: UnsupportedOperation, _ kind: ServiceKind) -> String {
        let service = kind == .imageServer ? "Image" : "Map"
        return "\(root)/\(service)/\(kind.rawValue)/\(path(absent))?f=json"
    }

    private static func path(_ absent: UnsupportedOperation) -> String {
        absent.isOfLayer ? "0/\(absent.name)" : absent.name
    }

    @Test("say so, and a scenario can give their answers", arguments: UnsupportedOperation.all)
    func refused(_ absent: UnsupportedOperation) throws {
        var (bare, given) = (try Self.fixture(), try Self.fixture(results: #"{ "\#(Self.path(absent))": { a: 1 } }"#))
        for kind in absent.kinds {
            let heard = bare.ask(Self.url(absent, kind))
            #expect(heard.rule == "service.no-operation", "\(kind) \(heard.body)")
            #expect(heard.verdict.first?.facts.first?.value == absent.name)
            #expect(given.ask(Self.url(absent, kind)).body == #"{"a":1}"#)
        }
    }

    @Test(
        "types of service that are not there are services that are not there",
        arguments: ["GeometryServer", "NAServer"])
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
        // A name that only looks like one is still a path that nothing answers.
        #expect(fixture.ask("\(Self.root)/Map/MapSever?f=json").rule == "http.not-found")
    }
}
