import Facts
import Formats
import TestSupport
import Testing

@testable import MapServices

/// The keys of real answers, in their order, against ours for the same release.
@Suite("Shapes of real servers")
struct GoldenShapeTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        var file: String
        var version: String
        var kind: Reading.Kind
        var resource: String
        /// Keys of the real answer that ours lacks, each for a reason.
        var missing: [String: String] = [:]
        var testDescription: String { file }
    }

    static let shapes = [
        Shape(file: "mapserver-10.6.1.json", version: "10.6.1", kind: .mapServer, resource: ""),
        Shape(
            file: "mapserver-10.7.1.json", version: "10.7.1", kind: .mapServer, resource: "",
            missing: ["datumTransformations": "a list of the projection engine's; only where a server has one"]),
        Shape(
            file: "mapserver-11.1.json", version: "11.1", kind: .mapServer, resource: "",
            missing: [
                "tileInfo": "a cached service", "storageInfo": "a cached service",
                "serviceItemId": "needs the portal's items",
            ]),
        Shape(file: "layer-10.8.1.json", version: "10.8.1", kind: .mapServer, resource: "0"),
        Shape(
            file: "featureserver-10.7.1.json", version: "10.7.1", kind: .featureServer, resource: "",
            missing: ["datumTransformations": "a list of the projection engine's; only where a server has one"]),
        Shape(file: "query-ids-10.4.json", version: "10.4", kind: .mapServer, resource: "0/query"),
    ]

    @Test("keys and their order", arguments: shapes)
    func keys(_ shape: Shape) throws {
        let golden = try JSONReader.read(Array(try Golden.text("arcgis/\(shape.file)").utf8))
        let reading = Atlas.reading(
            ["where": "1=1", "returnidsonly": "true"], kind: shape.kind, version: shape.version, featureServer: true)
        let result =
            switch shape.resource {
            case "": reading.root()
            case "0/query": Atlas.query(reading)
            default: reading.layer(shape.resource)
            }
        let wanted = golden.members?.map(\.name).filter { shape.missing[$0] == nil }
        #expect(Atlas.json(result).members?.map(\.name) == wanted)
    }
}
