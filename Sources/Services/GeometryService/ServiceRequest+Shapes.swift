// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// How the operations on geometries read their parameters.
extension ServiceRequest {
    /// The most positions that a request may have: what a worker does in a second or two.
    static var mostPositions: Int { 100_000 }

    /// Returns the geometries of a required parameter.
    func shapes(_ name: String, _ example: String = "{ geometryType, geometries }") throws(ServiceError) -> ShapeList {
        guard let text = given(name.lowercased()) else { throw missingShape(name) }
        let list: ShapeList
        do throws(ShapeList.Failure) {
            list = try ShapeList.read(text)
        } catch {
            throw error == .url ? shapesByURL(name) : badShape(name, text, example)
        }
        guard list.count <= Self.mostPositions else {
            throw tooMany("positions of \(name)", list.count, Self.mostPositions)
        }
        return list
    }

    /// Returns the geometries of a required parameter that may be of these types only.
    func shapes(_ name: String, _ types: [GeometryType]) throws(ServiceError) -> ShapeList {
        let list = try shapes(name)
        guard let type = list.type, types.contains(type) else {
            throw badShape(name, list.name, types.map(\.rawValue).joined(separator: " or "))
        }
        return list
    }

    /// Returns the one geometry of a required parameter.
    func shape(_ name: String) throws(ServiceError) -> Shape {
        let list = try shapes(name, "{ geometryType, geometry }")
        guard list.shapes.count == 1 else { throw badShape(name, "\(list.shapes.count) geometries", "one geometry") }
        return list.shapes[0]
    }

    /// Returns the one line of a required parameter.
    func line(_ name: String) throws(ServiceError) -> Shape {
        let line = try shape(name)
        guard line.type == .polyline, !line.isEmpty else { throw badShape(name, "no polyline", "{ paths: […] }") }
        return line
    }

    /// Returns a spatial reference: a number, or JSON; `nil` if it is missing.
    func reference(_ name: String) throws(ServiceError) -> SpatialReference? {
        guard let text = given(name.lowercased()) else { return nil }
        guard let reference = SpatialReference(written: text) else {
            throw badShape(name, text, "a wkid, or { wkid } or { wkt }")
        }
        return reference
    }

    /// Returns a required spatial reference.
    func required(_ name: String) throws(ServiceError) -> SpatialReference {
        guard let reference = try reference(name) else { throw missingShape(name) }
        return reference
    }

    /// Returns a unit; `nil` if it is missing. A name in place of a number is not read (Esri/arcgis-python-api#523,
    /// #1223, #2325).
    func unit(_ name: String) throws(ServiceError) -> MeasureUnit? {
        guard let text = given(name.lowercased()) else { return nil }
        let json = text.contains("{") ? try? JSONReader.read(json5: Array(text.utf8)) : nil
        guard let number = json?["wkid"]?.integer ?? Int(ASCII.trimmed(text)), let unit = MeasureUnit(wkid: number)
        else { throw unknownUnit(name, text) }
        return unit
    }

    /// Returns a required number.
    func number(_ name: String) throws(ServiceError) -> Double {
        guard let text = given(name.lowercased()) else { throw missingShape(name) }
        guard let number = Double(ASCII.trimmed(text)), number.isFinite else { throw badShape(name, text, "a number") }
        return number
    }

    /// Returns a distance in the units of a spatial reference: what is asked for in a unit, or is in its own.
    func distance(
        _ number: Double, _ unit: MeasureUnit?, named name: String, in reference: SpatialReference?
    ) throws(ServiceError) -> Double {
        guard let unit else { return number }
        let own = reference?.unit ?? .meter
        guard own.isLinear == unit.isLinear else { throw wrongUnit(name, reference) }
        return number * unit.size / own.size
    }

    /// Returns a geometry in GEOS.
    func simple(_ shape: Shape, _ name: String) throws(ServiceError) -> Geometry {
        if shape.isEmpty { throw emptyShape(name) }
        guard let geometry = shape.geometry else {
            throw Outline.isTangled(shape.outline.parts) ? tangled(name) : emptyShape(name)
        }
        return geometry
    }

    /// Returns what GEOS made; `nil` is what it could not make.
    func solved(_ geometry: Geometry?, _ name: String) throws(ServiceError) -> Geometry {
        guard let geometry else { throw tangled(name) }
        return geometry
    }
}
