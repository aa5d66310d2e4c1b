// SPDX-License-Identifier: Apache-2.0

import Formats

/// The geometry of an edit in the spatial reference and type of its layer.
struct EditedGeometry {
    var json: JSON?
    var envelope: Envelope?

    /// Reads Esri JSON. `given` is the spatial reference, unless the geometry has its own.
    static func read(
        _ json: JSON, _ layer: LayerData, _ given: SpatialReference
    ) -> Swift.Result<EditedGeometry, EditFailure> {
        func failure(_ reason: EditFailure.Reason, _ wouldPass: String) -> Swift.Result<EditedGeometry, EditFailure> {
            let text = String(decoding: JSONWriter.json(json), as: UTF8.self)
            return .failure(EditFailure(reason: reason, given: text, wouldPass: wouldPass))
        }
        if json == .null { return .success(EditedGeometry()) }
        guard let type = layer.geometryType else {
            return failure(.geometry, "no geometry: \(layer.displayField) is a table's")
        }
        guard json["curvePaths"] == nil, json["curveRings"] == nil else {
            return failure(.curve, "paths or rings without curves")
        }
        let key = type == .point ? "x" : type == .multipoint ? "points" : type == .polyline ? "paths" : "rings"
        guard let main = json[key] else { return failure(.geometry, "a \(type.rawValue) with \(key)") }
        // An empty point has NaN or null; other empty geometries have empty arrays.
        if type == .point, main == .null || main.text == "NaN" { return .success(EditedGeometry()) }
        guard let read = shaped(json, type, layer) else { return failure(.geometry, "numbers in \(key)") }
        if layer.hasZ, !read.hasZ { return failure(.noZ, "z-values") }
        if layer.hasM, !read.hasM { return failure(.noM, "m-values") }
        let reference = json["spatialReference"].map { SpatialReference(json: $0) } ?? given
        guard let projected = reference.project(read.json, to: layer.reference),
            let around = read.envelope.flatMap({ reference.project($0, to: layer.reference) })
        else {
            return read.envelope == nil
                ? .success(EditedGeometry(json: read.json))
                : failure(.geometry, "a spatialReference that has a place in the layer's: \(SpatialReference.known)")
        }
        return .success(EditedGeometry(json: projected, envelope: around))
    }

    private struct Shaped {
        var json: JSON
        var envelope: Envelope?
        var hasZ = true
        var hasM = true
    }

    /// Returns the geometry alone, with numbers spelled as the server spells them, or `nil` if one is not a number.
    private static func shaped(_ json: JSON, _ type: GeometryType, _ layer: LayerData) -> Shaped? {
        if type == .point {
            guard let x = json["x"]?.double, let y = json["y"]?.double else { return nil }
            var members: [JSON.Member] = [.init("x", .double(x)), .init("y", .double(y))]
            if layer.hasZ, let z = json["z"]?.double { members.append(.init("z", .double(z))) }
            if layer.hasM, let m = json["m"] { members.append(.init("m", m)) }
            return Shaped(
                json: .object(members), envelope: Envelope(xmin: x, ymin: y, xmax: x, ymax: y),
                hasZ: json["z"]?.double != nil, hasM: json["m"] != nil)
        }
        let key = type == .multipoint ? "points" : type == .polyline ? "paths" : "rings"
        guard let list = json[key]?.elements else { return nil }
        var shaped = Shaped(json: .null)
        let (dimensions, z) = ((layer.hasZ ? 1 : 0) + (layer.hasM ? 1 : 0), layer.hasZ)
        func point(_ position: JSON) -> JSON? {
            guard let numbers = position.elements, numbers.count >= 2, let x = numbers[0].double,
                let y = numbers[1].double
            else { return nil }
            let here = Envelope(xmin: x, ymin: y, xmax: x, ymax: y)
            shaped.envelope = shaped.envelope?.union(here) ?? here
            if z, numbers.count < 3 { shaped.hasZ = false }
            if numbers.count < 2 + dimensions { shaped.hasM = false }
            return .array([.double(x), .double(y)] + numbers.dropFirst(2).prefix(dimensions))
        }
        var parts: [JSON] = []
        for part in type == .multipoint ? [JSON.array(list)] : list {
            guard let positions = part.elements else { return nil }
            let points = positions.compactMap(point)
            guard points.count == positions.count else { return nil }
            parts.append(.array(points))
        }
        shaped.json = .object([.init(key, type == .multipoint ? parts.first ?? .array([]) : .array(parts))])
        return shaped
    }
}
