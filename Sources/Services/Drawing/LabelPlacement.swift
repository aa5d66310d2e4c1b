// SPDX-License-Identifier: Apache-2.0

/// The position of a label relative to its feature, as in `labelPlacement`.
struct LabelPlacement: Sendable, Hashable {
    enum Side: String, Sendable, CaseIterable { case above = "Above", center = "Center", below = "Below" }
    enum Point: String, Sendable, CaseIterable { case left = "Left", center = "Center", right = "Right" }
    enum Line: String, Sendable, CaseIterable {
        case start = "Start", before = "Before", along = "Along", after = "After", end = "End"
    }

    /// Above and to the right of a point, above a line, inside an area: the defaults of map services (inferred of
    /// areas).
    var side = Side.above
    var point = Point.right
    var line = Line.along

    /// All possible values.
    static let wording: [String] =
        Side.allCases.flatMap { side in
            Point.allCases.map { "esriServerPointLabelPlacement\(side.rawValue)\($0.rawValue)" }
        }
        + Side.allCases.flatMap { side in
            Line.allCases.map { "esriServerLinePlacement\(side.rawValue)\($0.rawValue)" }
        } + ["esriServerPolygonPlacementAlwaysHorizontal"]

    init() {}

    /// Reads a value, or returns `nil` if it is unknown.
    init?(word: String) {
        guard LabelPlacement.wording.contains(word) else { return nil }
        for side in Side.allCases {
            for point in Point.allCases where word.hasSuffix("PointLabelPlacement\(side.rawValue)\(point.rawValue)") {
                (self.side, self.point) = (side, point)
            }
            for line in Line.allCases where word.hasSuffix("LinePlacement\(side.rawValue)\(line.rawValue)") {
                (self.side, self.line) = (side, line)
            }
        }
    }
}
