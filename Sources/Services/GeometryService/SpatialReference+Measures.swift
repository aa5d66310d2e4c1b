// SPDX-License-Identifier: Apache-2.0

import Formats

/// What measuring needs to know of a spatial reference.
extension SpatialReference {
    /// The unit of its coordinates.
    var unit: MeasureUnit { units == "esriDecimalDegrees" ? .degree : .meter }

    /// A Boolean value that indicates whether its coordinates are angles.
    var isGeographic: Bool { !unit.isLinear }

    /// The geodesics of its ellipsoid; `nil` without PROJ.
    var geodesic: Geodesic? { Geodesic() }

    /// Returns an outline in another spatial reference, or `nil` if no projection is known.
    func project(_ outline: Outline, to other: SpatialReference) -> Outline? {
        guard !isSame(as: other) else { return outline }
        let move: (Double, Double) -> (x: Double, y: Double)
        switch (self, other) {
        case (.wgs84, .webMercator): move = Mercator.project
        case (.webMercator, .wgs84): move = Mercator.unproject
        default: return nil
        }
        return outline.mapped { vertex in
            let point = move(vertex.x, vertex.y)
            return Vertex(x: point.x, y: point.y, z: vertex.z, m: vertex.m)
        }
    }

    /// Returns an outline in degrees of its own datum, and `nil` if it cannot be had.
    func degrees(_ outline: Outline) -> Outline? { project(outline, to: .wgs84) }

    /// Returns an outline in degrees of its own datum as coordinates of its own.
    func undegrees(_ outline: Outline) -> Outline? { SpatialReference.wgs84.project(outline, to: self) }
}
