// SPDX-License-Identifier: Apache-2.0

import Formats

/// A geometry as Esri's parts (points, paths or rings), read from GeoJSON or Esri JSON.
struct EsriGeometry: Sendable {
    /// Most geometries in files are points, which need no arrays.
    private enum Form: Sendable {
        case point(Vertex)
        case parts([[Vertex]])
    }

    let type: GeometryType
    private let form: Form
    private(set) var hasZ = false
    private(set) var hasM = false
    /// The original `curvePaths` or `curveRings`; the parts are their lines.
    private(set) var curves: JSON?

    /// A Boolean value that indicates whether it is empty, like `POINT EMPTY`, as for rows without a geometry.
    var isEmpty: Bool {
        guard case .parts(let parts) = form else { return false }
        return parts.allSatisfy(\.isEmpty)
    }

    var envelope: Envelope? {
        switch form {
        case .point(let point): return Envelope(xmin: point.x, ymin: point.y, xmax: point.x, ymax: point.y)
        case .parts(let parts):
            var envelope: Envelope?
            for point in parts.joined() {
                let here = Envelope(xmin: point.x, ymin: point.y, xmax: point.x, ymax: point.y)
                envelope = envelope?.union(here) ?? here
            }
            return envelope
        }
    }

    init(_ point: Vertex?) {
        type = .point
        form = point.map(Form.point) ?? .parts([])
        if let point { (hasZ, hasM) = (!point.z.isNaN, !point.m.isNaN) }
    }

    init(_ type: GeometryType, _ parts: [[Vertex]]) {
        self.type = type
        form = .parts(parts)
        for point in parts.joined() {
            hasZ = hasZ || !point.z.isNaN
            hasM = hasM || !point.m.isNaN
        }
    }

    // MARK: GeoJSON

    /// Reads GeoJSON, or returns `nil` if it is not a geometry of a type that a layer can have.
    init?(geoJSON: JSON) {
        guard let kind = geoJSON["type"]?.text, let coordinates = geoJSON["coordinates"]?.elements else { return nil }
        let all: [JSON]
        switch kind {
        case "Point":
            let point = EsriGeometry.point(coordinates)
            guard point != nil || coordinates.isEmpty else { return nil }
            self.init(point)
            return
        case "MultiPoint": all = [.array(coordinates)]
        case "LineString": all = coordinates.isEmpty ? [] : [.array(coordinates)]
        case "MultiLineString", "Polygon": all = coordinates
        case "MultiPolygon":
            var parts: [[Vertex]] = []
            for polygon in coordinates {
                guard let rings = EsriGeometry.parts(polygon.elements ?? []) else { return nil }
                parts += EsriGeometry.turned(rings)
            }
            self.init(.polygon, parts)
            return
        default: return nil
        }
        guard let parts = EsriGeometry.parts(all) else { return nil }
        switch kind {
        case "MultiPoint": self.init(.multipoint, parts)
        case "Polygon": self.init(.polygon, EsriGeometry.turned(parts))
        default: self.init(.polyline, parts)
        }
    }

    private static func parts(_ json: [JSON]) -> [[Vertex]]? {
        var parts: [[Vertex]] = []
        for part in json {
            guard let positions = part.elements else { return nil }
            var points: [Vertex] = []
            points.reserveCapacity(positions.count)
            for position in positions {
                guard let numbers = position.elements, let point = point(numbers) else { return nil }
                points.append(point)
            }
            parts.append(points)
        }
        return parts
    }

    private static func point(_ numbers: [JSON]) -> Vertex? {
        guard numbers.count >= 2, let x = numbers[0].double, let y = numbers[1].double else { return nil }
        return Vertex(x: x, y: y, z: numbers.count > 2 ? numbers[2].double ?? .nan : .nan)
    }

    /// Returns rings in Esri's direction: outer rings are clockwise and holes counterclockwise, the reverse of GeoJSON
    /// (RFC 7946 3.1.6).
    private static func turned(_ rings: [[Vertex]]) -> [[Vertex]] {
        rings.enumerated().map { index, ring in
            (area(ring) > 0) == (index == 0) ? ring.reversed() : ring
        }
    }

    /// Returns twice the area, positive for a counterclockwise ring.
    private static func area(_ ring: [Vertex]) -> Double {
        zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) }
    }

    // MARK: Esri

    /// Reads Esri JSON. `hasZ` and `hasM` say what the third and fourth number of a position are; `nil` accepts as many
    /// as there are.
    init?(esri json: JSON, hasZ: Bool?, hasM: Bool?) {
        if let x = json["x"] {
            // A point without coordinates: "NaN" in texts, or null (docs/reference/query.md#geometry-values).
            guard let x = x.double, let y = json["y"]?.double else {
                self.init(nil)
                return
            }
            self.init(Vertex(x: x, y: y, z: json["z"]?.double ?? .nan, m: json["m"]?.double ?? .nan))
            self.hasM = json["m"] != nil && hasM ?? true
            return
        }
        let (type, list): (GeometryType, [JSON])
        if let points = json["points"]?.elements {
            (type, list) = (.multipoint, [.array(points)])
        } else if let paths = json["paths"]?.elements {
            (type, list) = (.polyline, paths)
        } else if let rings = json["rings"]?.elements {
            (type, list) = (.polygon, rings)
        } else {
            return nil
        }
        let third = hasZ ?? (hasM != true)
        var parts: [[Vertex]] = []
        for part in list {
            var points: [Vertex] = []
            for position in part.elements ?? [] {
                guard let numbers = position.elements, numbers.count >= 2, let x = numbers[0].double,
                    let y = numbers[1].double
                else { return nil }
                let more = numbers.dropFirst(2).map(\.double)
                let z = third ? more.first ?? nil : nil
                let m = third ? (more.count > 1 ? more[1] : nil) : more.first ?? nil
                points.append(Vertex(x: x, y: y, z: z ?? .nan, m: m ?? .nan))
            }
            parts.append(points)
        }
        self.init(type, parts)
        self.hasZ = hasZ ?? self.hasZ
        self.hasM = hasM ?? self.hasM
    }

    /// Reads paths or rings with true curves, or returns `nil` if there are none or they are invalid. Heights and
    /// measures are dropped: no source with both was seen.
    init?(curved json: JSON) {
        let isRing = json["curveRings"] != nil
        guard let name = isRing ? "curveRings" : json["curvePaths"] != nil ? "curvePaths" : nil,
            let written = json[name], let parts = written.elements
        else { return nil }
        var drawn: [[Vertex]] = []
        for part in parts {
            guard let lines = part.elements.flatMap(CurvedPart.init) else { return nil }
            drawn.append(lines.positions.map { Vertex(x: $0.x, y: $0.y) })
        }
        self.init(isRing ? .polygon : .polyline, drawn)
        curves = .object([.init(name, written)])
    }

    // MARK: writing

    /// Returns the form that rows hold: `x` and `y`, or arrays of positions, with a height and a measure where the
    /// layer has them.
    func json(hasZ: Bool, hasM: Bool) -> JSON {
        func z(_ point: Vertex) -> JSON { .double(point.z.isNaN ? 0 : point.z) }
        func m(_ point: Vertex) -> JSON { point.m.isNaN ? .null : .double(point.m) }
        switch form {
        case .point(let point):
            var members: [JSON.Member] = [.init("x", .double(point.x)), .init("y", .double(point.y))]
            if hasZ { members.append(.init("z", z(point))) }
            if hasM { members.append(.init("m", m(point))) }
            return .object(members)
        case .parts(let parts):
            let written = parts.map { part in
                JSON.array(
                    part.map { point in
                        var numbers: [JSON] = [.double(point.x), .double(point.y)]
                        if hasZ { numbers.append(z(point)) }
                        if hasM { numbers.append(m(point)) }
                        return .array(numbers)
                    })
            }
            switch type {
            case .point: return .null
            case .multipoint: return .object([.init("points", written.first ?? .array([]))])
            case .polyline: return .object([.init("paths", .array(written))])
            case .polygon: return .object([.init("rings", .array(written))])
            }
        }
    }
}
