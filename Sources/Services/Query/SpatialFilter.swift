// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The `geometry` of a query with its spatial relation, tested by GEOS.
struct SpatialFilter: Sendable {
    let shape: JSON
    let relation: SpatialRelation
    /// The rectangles that rows must intersect to be tested.
    let boxes: [Envelope]
    /// The `distance` in meters with its projection, or `nil`.
    var reach: LocalProjection?

    enum Failure: Error {
        case geometry, type, relation, matrix, reference, distance, units
    }

    private static let types = [
        "esrigeometryenvelope", "esrigeometrypoint", "esrigeometrymultipoint", "esrigeometrypolyline",
        "esrigeometrypolygon",
    ]

    /// Reads `geometry`, `geometryType`, `inSR`, `spatialRel` and `relationParam`; returns `nil` without a geometry.
    static func read(
        _ request: ServiceRequest, _ layer: SpatialReference, isHosted: Bool
    ) throws(Failure) -> SpatialFilter? {
        guard let text = request.given("geometry") else { return nil }
        guard let relation = SpatialRelation(request.given("spatialrel"), matrix: request.given("relationparam")) else {
            throw ASCII.equal(request.given("spatialrel") ?? "", "esriSpatialRelRelation") ? .matrix : .relation
        }
        let type = request.given("geometrytype")?.lowercased() ?? "esrigeometryenvelope"
        // JSON shows its type itself, so an unknown word beside it fails nothing.
        guard types.contains(type) || text.contains("{") else { throw .type }
        guard var shape = shape(text, type) else { throw .geometry }
        let written = shape["spatialReference"].map { String(decoding: JSONWriter.json($0), as: UTF8.self) }
        if let reference = request.given("insr") ?? written {
            guard let path = SpatialReference(written: reference)?.path(to: layer) else { throw .reference }
            let projected = path.project(shape)
            guard projected != .null else {
                // Where the layer's system has no coordinates, it has no rows.
                return SpatialFilter(shape: .null, relation: relation, boxes: [])
            }
            shape = projected
            if case .proj = path, layer.units == "esriDecimalDegrees" { shape = projected.dividedAtDateLine }
        }
        guard let geometry = Geometry(shape), let envelope = geometry.envelope else { throw .geometry }
        guard let distance = try distance(request, isHosted) else {
            return SpatialFilter(shape: shape, relation: relation, boxes: [envelope])
        }
        guard let reach = LocalProjection(distance, around: envelope, layer) else { throw .geometry }
        return SpatialFilter(
            shape: reach.flat(shape), relation: relation, boxes: reach.boxes(around: envelope), reach: reach)
    }

    /// Reads JSON, or numbers separated by commas: `x,y` of a point, `xmin,ymin,xmax,ymax` of an envelope. QGIS writes
    /// names without quotes.
    static func shape(_ text: String, _ type: String) -> JSON? {
        if text.contains("{") { return try? JSONReader.read(json5: Array(text.utf8)) }
        let numbers = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        switch (type, numbers.count) {
        case ("esrigeometrypoint", 2):
            guard let x = numbers[0], let y = numbers[1] else { return nil }
            return .object([.init("x", .double(x)), .init("y", .double(y))])
        case ("esrigeometryenvelope", 4):
            let names = ["xmin", "ymin", "xmax", "ymax"]
            let members = zip(names, numbers).compactMap { name, number in number.map { JSON.Member(name, .double($0)) }
            }
            return members.count == 4 ? .object(members) : nil
        default: return nil
        }
    }

    /// In meters; units are those of docs/reference/query.md#parameters-and-defaults. Those left out are feet at a FeatureServer of ArcGIS
    /// Enterprise and meters at one of ArcGIS Online (documented); of a MapServer nothing is said, meters are inferred.
    private static func distance(_ request: ServiceRequest, _ isHosted: Bool) throws(Failure) -> Double? {
        guard let text = request.given("distance"), request.version >= .v10_3 else {
            return nil
        }
        guard let number = Double(ASCII.trimmed(text)), number >= 0, number.isFinite else { throw .distance }
        let units = [
            "esrisrunit_meter": 1, "esrisrunit_statutemile": 1609.344, "esrisrunit_foot": 0.3048,
            "esrisrunit_kilometer": 1000, "esrisrunit_nauticalmile": 1852, "esrisrunit_usnauticalmile": 1853.248,
        ]
        let isFeet = request.kind == .featureServer && !isHosted
        let usual = isFeet ? "esrisrunit_foot" : "esrisrunit_meter"
        guard let unit = units[request.given("units")?.lowercased() ?? usual] else { throw .units }
        return number == 0 ? nil : number * unit
    }

    /// Returns the ids of the rows that may have the relation, by their extents, or `nil` if all may.
    func candidates(_ store: FeatureStore) -> [Int]? {
        relation.admitsDisjoint || !RowSearch.usesIndexes ? nil : store.ids(meeting: boxes)
    }

    /// Returns the first rows that have the relation, `most` at most, in order.
    func filter(_ ids: [Int], _ store: FeatureStore, most: Int = .max) -> [Int] {
        let made = reach.map { Geometry(shape, within: $0.distance) } ?? Geometry(shape)
        guard let geometry = made else { return [] }
        let test = geometry.test(relation)
        let admitsFar = relation.admitsDisjoint
        let isByExtent = relation == .envelopes || isOfPointsInRectangle(store)
        var found: [Int] = []
        for id in ids {
            guard found.count < most else { break }
            guard let feature = store.feature(id), let around = feature.envelope,
                admitsFar || boxes.contains(where: around.intersects), let shape = feature.geometry
            else { continue }
            if isByExtent || Geometry(reach?.flat(shape) ?? shape).map(test) ?? false { found.append(id) }
        }
        return found
    }

    /// Returns whether extents alone decide: a point is its own extent, and a rectangle is the window of its own.
    private func isOfPointsInRectangle(_ store: FeatureStore) -> Bool {
        RowSearch.usesIndexes && relation == .intersects && reach == nil && store.layer.geometryType == .point
            && boxes == Envelope(json: shape).map { [$0] }
    }
}
