// SPDX-License-Identifier: Apache-2.0

import Formats

/// `relation`: the pairs of geometries that have a relation, by their places in both lists.
enum RelationOperation {
    /// Pairs beyond this number take too long.
    private static let mostPairs = 250_000

    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let (one, other) = (try request.shapes("geometries1"), try request.shapes("geometries2"))
        _ = try request.reference("sr")
        let relation = try relation(request)
        let pairs = one.shapes.count * other.shapes.count
        guard pairs <= mostPairs else { throw request.tooMany("pairs", pairs, mostPairs) }
        var (first, second): ([Geometry], [Geometry]) = ([], [])
        for shape in one.shapes { first.append(try request.simple(shape, "geometries1")) }
        for shape in other.shapes { second.append(try request.simple(shape, "geometries2")) }
        var found: [JSON] = []
        for (index, a) in first.enumerated() {
            for (number, b) in second.enumerated() where relation.holds(a, b) {
                found.append(.object([.init("geometry1Index", .int(index)), .init("geometry2Index", .int(number))]))
            }
        }
        return .object([.init("relations", .array(found))])
    }

    private static func relation(_ request: ServiceRequest) throws(ServiceError) -> ShapeRelation {
        let name = request.given("relation") ?? "esriGeometryRelationIntersection"
        guard ASCII.equal(name, "esriGeometryRelationRelation") else {
            guard let relation = ShapeRelation(name) else {
                throw request.badShape("relation", name, "esriGeometryRelationWithin, …")
            }
            return relation
        }
        guard let text = request.given("relationparam") else { throw request.missingShape("relationParam") }
        guard let relation = ShapeRelation(parameter: text) else {
            throw request.badShape("relationParam", text, "RELATE(G1, G2, 'T*F**F***')")
        }
        return relation
    }
}
