// SPDX-License-Identifier: Apache-2.0

import Formats

/// A statistic whose result is a geometry: what encloses the rows of a group, or their middle. The names are those that
/// descriptions list (captured, ArcGIS Online 11.5: Tests/Golden/arcgis/maplibre).
struct SpatialAggregate: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case envelope = "EnvelopeAggregate"
        case centroid = "CentroidAggregate"
        case hull = "ConvexHullAggregate"

        init?(name: String) {
            guard let kind = Kind.allCases.first(where: { ASCII.equal($0.rawValue, name) }) else { return nil }
            self = kind
        }
    }

    var name: String
    var kind: Kind

    /// Returns the geometry of rows by their object ids in the form that is asked for, or `nil` if none has a place.
    func json(_ ids: [Int], _ store: FeatureStore, _ form: GeometryForm) -> JSON? {
        let rows = ids.compactMap(store.feature)
        if kind == .envelope {
            let whole = rows.compactMap(\.envelope).reduce(nil) { one, next in one?.union(next) ?? next } as Envelope?
            guard let box = whole.flatMap(form.project) else { return nil }
            return .object([
                .init("xmin", .double(box.xmin)), .init("ymin", .double(box.ymin)), .init("xmax", .double(box.xmax)),
                .init("ymax", .double(box.ymax)),
            ])
        }
        guard let all = Geometry.collected(rows.compactMap { $0.geometry.flatMap { Geometry($0) } }) else { return nil }
        let made = kind == .centroid ? all.centroid() : all.convexHull()
        guard let made, made.dimension >= 0 else { return nil }
        return form.json(SpatialAggregate.written(made.outline(dimension: made.dimension)))
    }

    /// Returns a shape in Esri JSON: a point, a line or a polygon.
    private static func written(_ outline: Outline) -> JSON {
        func position(_ vertex: Vertex) -> JSON { .array([.double(vertex.x), .double(vertex.y)]) }
        let parts = JSON.array(outline.parts.map { .array($0.map(position)) })
        switch outline.type {
        case .point, .multipoint:
            let point = outline.parts.first?.first
            return .object([.init("x", .double(point?.x ?? .nan)), .init("y", .double(point?.y ?? .nan))])
        case .polyline: return .object([.init("paths", parts)])
        case .polygon: return .object([.init("rings", parts)])
        }
    }
}
