// SPDX-License-Identifier: Apache-2.0

/// `spatialRel`: how a row's geometry must lie to that of the query. Esri's names are for the query's side: `Contains`
/// gives the rows that the query's geometry contains, `Within` those that it lies in.
enum SpatialRelation: Sendable, Hashable {
    case intersects, contains, within, crosses, overlaps, touches
    /// The rectangles around both.
    case envelopes
    /// A DE-9IM matrix, the query's geometry first.
    case matrix(String)

    /// `nil`: none of Esri's.
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

    /// Whether what has nothing in common may lie so: a matrix alone can ask for that, by where the insides and edges of
    /// both meet.
    var admitsDisjoint: Bool {
        guard case .matrix(let matrix) = self else { return false }
        let marks = Array(matrix)
        return [0, 1, 3, 4].allSatisfy { marks[$0] == "F" || marks[$0] == "*" }
    }
}
