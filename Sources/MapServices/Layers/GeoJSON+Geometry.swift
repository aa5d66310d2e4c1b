import Formats

extension GeoJSON {
    /// Esri's geometry back in GeoJSON's words. Rings of several parts are one MultiPolygon of single rings unless
    /// there is one only.
    static func geometry(_ esri: JSON?, _ type: GeometryType?) -> JSON {
        guard let esri, let type else { return .null }
        func shaped(_ name: String, _ coordinates: JSON) -> JSON {
            .object([.init("type", .string(name)), .init("coordinates", coordinates)])
        }
        switch type {
        case .point: return shaped("Point", .array([esri["x"] ?? .null, esri["y"] ?? .null]))
        case .multipoint: return shaped("MultiPoint", esri["points"] ?? .array([]))
        case .polyline:
            let paths = esri["paths"]?.elements ?? []
            return paths.count == 1 ? shaped("LineString", paths[0]) : shaped("MultiLineString", .array(paths))
        case .polygon: return shaped("Polygon", esri["rings"] ?? .array([]))
        }
    }
}
