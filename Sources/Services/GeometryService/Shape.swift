// SPDX-License-Identifier: Apache-2.0

import Formats

/// A geometry of a request or an answer, with its heights and measures.
struct Shape: Sendable {
    /// An envelope's is the polygon around it.
    var outline: Outline
    var hasZ = false
    var hasM = false
    var envelope: Envelope?

    var type: GeometryType? { envelope == nil ? outline.type : nil }
    var isEmpty: Bool { envelope == nil && outline.parts.allSatisfy(\.isEmpty) }

    init(_ outline: Outline, hasZ: Bool = false, hasM: Bool = false) {
        (self.outline, self.hasZ, self.hasM) = (outline, hasZ, hasM)
    }

    /// Reads Esri JSON, or returns `nil` if it is none. Numbers may be texts, as clients write them
    /// (Esri/arcgis-python-api#523); `null` and `"NaN"` are an empty point's.
    init?(_ json: JSON) {
        let json = Shape.counted(json)
        if let box = Envelope(json: json) {
            let corners = [
                Vertex(x: box.xmin, y: box.ymin), Vertex(x: box.xmin, y: box.ymax), Vertex(x: box.xmax, y: box.ymax),
                Vertex(x: box.xmax, y: box.ymin), Vertex(x: box.xmin, y: box.ymin),
            ]
            (outline, envelope) = (Outline(.polygon, [corners]), box)
            return
        }
        if json["curvePaths"] != nil || json["curveRings"] != nil {
            guard let curved = EsriGeometry(curved: json),
                let outline = Outline(curved.json(hasZ: false, hasM: false), hasZ: false, hasM: false)
            else { return nil }
            self.outline = outline
            return
        }
        if json["x"] != nil, json["x"]?.double == nil || json["y"]?.double == nil {
            outline = Outline(.point, [])
            return
        }
        let size = Shape.size(json)
        hasZ = json["hasZ"]?.truth ?? (json["z"]?.double != nil || size > 2 && json["hasM"]?.truth != true)
        hasM = json["hasM"]?.truth ?? (json["m"]?.double != nil || size > 3)
        guard let outline = Outline(json, hasZ: hasZ, hasM: hasM) else { return nil }
        self.outline = outline
        if outline.type == .multipoint, outline.parts == [[]] { self.outline.parts = [] }
    }

    /// The number of numbers in its first position.
    private static func size(_ json: JSON) -> Int {
        if let first = json["points"]?[0]?.elements { return first.count }
        let parts = (json["paths"] ?? json["rings"])?.elements ?? []
        return parts.lazy.compactMap { $0[0]?.elements?.count }.first ?? 0
    }

    /// Returns the geometry with numbers in place of their texts.
    private static func counted(_ json: JSON) -> JSON {
        switch json {
        case .string(let text):
            return Double(text).flatMap { $0.isFinite ? .number(text) : nil } ?? json
        case .array(let elements):
            guard elements.contains(where: { if case .number = $0 { false } else { true } }) else { return json }
            return .array(elements.map(counted))
        case .object(let members):
            return .object(members.map { $0.name == "spatialReference" ? $0 : JSON.Member($0.name, counted($0.value)) })
        default: return json
        }
    }

    /// Returns it as an answer writes it: without a spatial reference (captured:
    /// Tests/Golden/arcgis/mapservice-clientlib/geometry.json).
    var json: JSON {
        if let box = envelope {
            return .object([
                .init("xmin", .double(box.xmin)), .init("ymin", .double(box.ymin)), .init("xmax", .double(box.xmax)),
                .init("ymax", .double(box.ymax)),
            ])
        }
        switch outline.type {
        case .point:
            guard let point = outline.parts.first?.first else {
                return .object([.init("x", .string("NaN")), .init("y", .string("NaN"))])
            }
            return EsriGeometry(point).json(hasZ: hasZ, hasM: hasM)
        default:
            let written = EsriGeometry(outline.type, outline.parts).json(hasZ: hasZ, hasM: hasM)
            let flags = [("hasZ", hasZ), ("hasM", hasM)].filter(\.1).map { JSON.Member($0.0, .bool(true)) }
            return .object(flags + (written.members ?? []))
        }
    }

    /// Returns it in GEOS; `nil` if it is empty or cannot be mended.
    var geometry: Geometry? { Geometry(outline) }
}
