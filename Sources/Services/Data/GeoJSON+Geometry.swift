// SPDX-License-Identifier: Apache-2.0

import Formats

extension GeoJSON {
    /// Returns Esri's geometry as GeoJSON.
    static func geometry(_ esri: JSON?, _ type: GeometryType?) -> JSON {
        guard let esri, type != nil, let outline = Outline(esri, hasZ: false, hasM: false) else { return .null }
        return geometry(outline, hasZ: false)
    }

    /// Returns an outline as GeoJSON: rings of several parts are a MultiPolygon, each part with its own holes and
    /// counterclockwise outer rings (RFC 7946 section 3.1.6).
    static func geometry(_ outline: Outline, hasZ: Bool) -> JSON {
        func shaped(_ name: String, _ coordinates: JSON) -> JSON {
            .object([.init("type", .string(name)), .init("coordinates", coordinates)])
        }
        func position(_ vertex: Vertex) -> JSON {
            let plane = [JSON.double(vertex.x), .double(vertex.y)]
            return .array(hasZ && !vertex.z.isNaN ? plane + [.double(vertex.z)] : plane)
        }
        func line(_ part: [Vertex]) -> JSON { .array(part.map(position)) }
        let parts = outline.parts
        switch outline.type {
        case .point: return parts.first?.first.map { shaped("Point", position($0)) } ?? .null
        case .multipoint: return shaped("MultiPoint", line(parts.first ?? []))
        case .polyline:
            return parts.count == 1
                ? shaped("LineString", line(parts[0])) : shaped("MultiLineString", .array(parts.map(line)))
        case .polygon:
            let polygons = Outline.polygons(parts).map { rings in
                JSON.array(
                    rings.enumerated().map { index, ring in
                        line((Outline.area(ring) < 0) == (index == 0) ? ring.reversed() : ring)
                    })
            }
            return polygons.count == 1
                ? shaped("Polygon", polygons[0]) : shaped("MultiPolygon", .array(polygons))
        }
    }
}
