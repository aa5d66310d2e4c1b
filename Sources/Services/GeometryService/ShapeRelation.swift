// SPDX-License-Identifier: Apache-2.0

import Formats

/// A relation of two geometries, as `esriGeometryRelationEnum` describes it (documented).
enum ShapeRelation: Sendable, Hashable {
    case cross, disjoint, overlap, touch
    /// One is in the other, and their interiors meet.
    case isIn
    /// As `isIn`, and lines on the boundary of an area are in it, too.
    case within
    case interiorIntersection, intersection
    /// Their lines and boundaries have something in common, wherever their interiors are.
    case lineCoincidence
    /// They touch along a line, or in points.
    case lineTouch, pointTouch
    case matrix(String)

    init?(_ name: String) {
        let names: [String: ShapeRelation] = [
            "cross": .cross, "disjoint": .disjoint, "in": .isIn, "interiorintersection": .interiorIntersection,
            "intersection": .intersection, "linecoincidence": .lineCoincidence, "linetouch": .lineTouch,
            "overlap": .overlap, "pointtouch": .pointTouch, "touch": .touch, "within": .within,
        ]
        guard let relation = names[name.lowercased().replacing("esrigeometryrelation", with: "")] else { return nil }
        self = relation
    }

    /// Reads the Shape Comparison Language as far as it names a matrix: `RELATE(G1, G2, 'FFFTTT***')`, or the matrix.
    init?(parameter: String) {
        let marks = parameter.split { "'\"".contains($0) }.map(String.init)
        guard let matrix = (marks.count > 1 ? marks[1] : marks.first)?.uppercased(), matrix.utf8.count == 9,
            matrix.allSatisfy({ "TF*012".contains($0) })
        else { return nil }
        let isTurned = parameter.uppercased().replacing(" ", with: "").contains("(G2,G1")
        let cells = Array(matrix)
        self = .matrix(isTurned ? String([0, 3, 6, 1, 4, 7, 2, 5, 8].map { cells[$0] }) : matrix)
    }

    func holds(_ one: Geometry, _ other: Geometry) -> Bool {
        switch self {
        case .cross: one.test(.crosses)(other)
        case .disjoint: !one.intersects(other)
        case .overlap: one.test(.overlaps)(other)
        case .touch: one.test(.touches)(other)
        case .isIn: one.test(.within)(other)
        case .within: other.covers(one)
        case .interiorIntersection: one.test(.matrix("T********"))(other)
        case .intersection: one.intersects(other)
        case .lineCoincidence:
            if let one = one.outlined, let other = other.outlined { one.intersects(other) } else { false }
        case .lineTouch: one.test(.touches)(other) && one.intersection(other)?.dimension == 1
        case .pointTouch: one.test(.touches)(other) && one.intersection(other)?.dimension == 0
        case .matrix(let matrix): one.test(.matrix(matrix))(other)
        }
    }
}

extension Geometry {
    /// The lines of a line, and those around an area.
    fileprivate var outlined: Geometry? { dimension == 2 ? boundary() : dimension == 1 ? self : nil }
}
