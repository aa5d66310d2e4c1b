// SPDX-License-Identifier: Apache-2.0

/// Where a label lies to its feature: the words of `labelPlacement`.
struct LabelPlacement: Sendable, Hashable {
    enum Side: String, Sendable, CaseIterable { case above = "Above", center = "Center", below = "Below" }
    enum Point: String, Sendable, CaseIterable { case left = "Left", center = "Center", right = "Right" }
    enum Line: String, Sendable, CaseIterable {
        case start = "Start", before = "Before", along = "Along", after = "After", end = "End"
    }

    /// Above a point to the right, above a line, in an area: what map services have unless told (inferred of areas).
    var side = Side.above
    var point = Point.right
    var line = Line.along

    /// Every word that can be written.
    static let wording: [String] =
        Side.allCases.flatMap { side in
            Point.allCases.map { "esriServerPointLabelPlacement\(side.rawValue)\($0.rawValue)" }
        }
        + Side.allCases.flatMap { side in
            Line.allCases.map { "esriServerLinePlacement\(side.rawValue)\($0.rawValue)" }
        } + ["esriServerPolygonPlacementAlwaysHorizontal"]

    init() {}

    /// `nil` if it is none of the words.
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
