// SPDX-License-Identifier: Apache-2.0

/// `spatialRel`: the relation of a row's geometry to the query's. Esri names it from the query's side: `Contains`
/// returns rows inside the query's geometry, `Within` those around it.
enum SpatialRelation: Sendable, Hashable, Codable {
    case intersects, contains, within, crosses, overlaps, touches
    /// Both extents intersect.
    case envelopes
    /// A DE-9IM matrix, with the query's geometry first.
    case matrix(String)

    /// Reads the value, or returns `nil` if it is not one of Esri's.
    init?(_ name: String?, matrix: String?) {
        switch name?.lowercased() {
        case nil, "esrispatialrelintersects": self = .intersects
        case "esrispatialrelcontains": self = .contains
        case "esrispatialrelwithin": self = .within
        case "esrispatialrelcrosses": self = .crosses
        case "esrispatialreloverlaps": self = .overlaps
        case "esrispatialreltouches": self = .touches
        case "esrispatialrelenvelopeintersects", "esrispatialrelindexintersects": self = .envelopes
        case "esrispatialrelrelation":
            let wanted = (matrix ?? "").uppercased()
            guard wanted.utf8.count == 9, wanted.allSatisfy({ "TF*012".contains($0) }) else { return nil }
            self = .matrix(wanted)
        default: return nil
        }
    }

    /// A Boolean value that indicates whether disjoint geometries may have the relation. Only a matrix can allow that,
    /// by the interiors and boundaries.
    var admitsDisjoint: Bool {
        guard case .matrix(let matrix) = self else { return false }
        let marks = Array(matrix)
        return [0, 1, 3, 4].allSatisfy { marks[$0] == "F" || marks[$0] == "*" }
    }
}
