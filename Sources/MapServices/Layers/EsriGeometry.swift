import Formats

/// A GeoJSON geometry in Esri's JSON: rings and paths in arrays, a point's x and y by name.
struct EsriGeometry: Sendable {
    var type: GeometryType
    var json: JSON
    var envelope: Envelope?

    /// `nil` if this is no geometry of the types a layer can have.
    init?(geoJSON: JSON) {
        guard let kind = geoJSON["type"]?.text, let coordinates = geoJSON["coordinates"] else { return nil }
        let parts: [JSON]
        switch kind {
        case "Point":
            guard let point = EsriGeometry.position(coordinates) else { return nil }
            type = .point
            json = .object([.init("x", .double(point.x)), .init("y", .double(point.y))])
            envelope = Envelope(xmin: point.x, ymin: point.y, xmax: point.x, ymax: point.y)
            return
        case "MultiPoint": (type, parts) = (.multipoint, [coordinates])
        case "LineString": (type, parts) = (.polyline, [coordinates])
        case "MultiLineString": (type, parts) = (.polyline, coordinates.elements ?? [])
        case "Polygon": (type, parts) = (.polygon, coordinates.elements ?? [])
        case "MultiPolygon": (type, parts) = (.polygon, (coordinates.elements ?? []).flatMap { $0.elements ?? [] })
        default: return nil
        }
        var written: [JSON] = []
        for part in parts {
            guard let positions = part.elements else { return nil }
            var points: [JSON] = []
            for position in positions {
                guard let point = EsriGeometry.position(position) else { return nil }
                points.append(.array([.double(point.x), .double(point.y)]))
                let here = Envelope(xmin: point.x, ymin: point.y, xmax: point.x, ymax: point.y)
                envelope = envelope?.union(here) ?? here
            }
            written.append(.array(points))
        }
        switch type {
        case .multipoint: json = .object([.init("points", written.first ?? .array([]))])
        case .polyline: json = .object([.init("paths", .array(written))])
        default: json = .object([.init("rings", .array(written))])
        }
    }

    private static func position(_ json: JSON) -> (x: Double, y: Double)? {
        guard let x = json[0]?.double, let y = json[1]?.double else { return nil }
        return (x, y)
    }
}
