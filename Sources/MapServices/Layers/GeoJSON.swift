import Facts
import Formats

/// Reads a layer from a GeoJSON FeatureCollection (RFC 7946): fields are inferred from the properties.
enum GeoJSON {
    static func read(_ root: Node, _ declaration: Declaration) throws(BadSource) -> LayerData {
        guard case .array(let nodes) = root["features"]?.value else {
            throw BadSource(root["features"] ?? root, "a GeoJSON FeatureCollection has a list \"features\"")
        }
        var table = RowTable(file: root.file)
        for node in nodes {
            guard case .string("Feature") = node["type"]?.value else {
                throw BadSource(node, "expected a GeoJSON Feature")
            }
            let place = node["geometry"]
            var shape: EsriGeometry?
            if let place, place.value != .null {
                guard let read = EsriGeometry(geoJSON: place) else {
                    let type = place["type"].flatMap { $0.json.text }
                    throw BadSource(place, "this geometry cannot be read" + (type.map { ": \($0)" } ?? ""))
                }
                shape = read
            }
            var values: [Node.Member] = []
            switch node["properties"]?.value {
            case .object(let members): values = members
            case nil, .null: break
            default: throw BadSource(node["properties"] ?? node, "\"properties\" is an object or null")
            }
            try table.add(
                node, values: values, geometry: shape?.isEmpty ?? true ? nil : shape, at: place)
        }
        var whole = Declaration()
        whole.reference = try reference(root)
        return try table.layer(whole.with(declaration))
    }

    /// `crs`, which GeoJSON had before RFC 7946: `urn:ogc:def:crs:EPSG::25832`, `EPSG:3857`.
    private static func reference(_ root: Node) throws(BadSource) -> SpatialReference? {
        guard let crs = root["crs"], crs.value != .null else { return nil }
        let name = crs["properties"]?["name"]?.json.text ?? ""
        if name.hasSuffix("CRS84") { return .wgs84 }
        guard let number = name.split(separator: ":").last.flatMap({ Int($0) }) else {
            throw BadSource(crs, "this reference cannot be read; \"urn:ogc:def:crs:EPSG::25832\" can")
        }
        return SpatialReference(json: .object([.init("wkid", .int(number)), .init("latestWkid", .int(number))]))
    }
}
