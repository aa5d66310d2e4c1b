// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of layers from a GeoJSON FeatureCollection (RFC 7946), feature by feature. Fields are inferred from the
/// properties.
struct GeoJSON {
    private var table = RowTable(values: "properties")
    private var count = 0
    /// The first invalid feature, which is reported at the end.
    private var bad: SourceValueError?

    /// Returns whether an object with these first members is a collection.
    static func begins(_ members: [JSON.Member]) -> Bool {
        members.contains { $0.name == "type" && $0.value == .string("FeatureCollection") }
    }

    mutating func add(_ feature: JSON) {
        guard bad == nil else { return }
        do throws(SourceValueError) { try read(feature) } catch { bad = error }
        count += 1
    }

    private mutating func read(_ feature: JSON) throws(SourceValueError) {
        let way = [SourceValueError.Step.name("features"), .index(count)]
        guard feature["type"]?.text == "Feature" else { throw SourceValueError(way, "expected a GeoJSON Feature") }
        var shape: EsriGeometry?
        if let geometry = feature["geometry"], geometry != .null {
            guard let read = EsriGeometry(geoJSON: geometry) else {
                let type = geometry["type"]?.text.map { ": \($0)" } ?? ""
                throw SourceValueError(way + [.name("geometry")], "this geometry cannot be read\(type)")
            }
            shape = read
        }
        switch feature["properties"] {
        case .object(let members): try table.add(members, shape)
        case nil, .null: try table.add([], shape)
        default: throw SourceValueError(way + [.name("properties")], "\"properties\" is an object or null")
        }
    }

    /// Returns the layer of all features: those in the collection and those added before.
    mutating func layer(_ root: JSON, _ declaration: LayerDeclaration) throws(SourceValueError) -> LayerData {
        guard let rest = root["features"]?.elements else {
            throw SourceValueError([.name("features")], "a GeoJSON FeatureCollection has a list \"features\"")
        }
        for feature in rest { add(feature) }
        if let bad { throw bad }
        var whole = LayerDeclaration()
        whole.reference = try GeoJSON.reference(root)
        return try table.layer(whole.with(declaration))
    }

    /// Returns the `crs`, which GeoJSON had before RFC 7946: `urn:ogc:def:crs:EPSG::25832`, `EPSG:3857`.
    private static func reference(_ root: JSON) throws(SourceValueError) -> SpatialReference? {
        guard let crs = root["crs"], crs != .null else { return nil }
        let name = crs["properties"]?["name"]?.text ?? ""
        if name.hasSuffix("CRS84") { return .wgs84 }
        guard let number = name.split(separator: ":").last.flatMap({ Int($0) }) else {
            throw SourceValueError([.name("crs")], "this reference cannot be read; \"urn:ogc:def:crs:EPSG::25832\" can")
        }
        return SpatialReference(json: .object([.init("wkid", .int(number))]))
    }
}
