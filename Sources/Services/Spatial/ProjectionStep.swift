// SPDX-License-Identifier: Apache-2.0

/// One step of a transformation, which every bench makes for itself.
struct ProjectionStep: Sendable {
    enum Recipe: Sendable, Hashable {
        /// What PROJ finds best between two systems, by area and accuracy, of what works without further grids.
        case between(CoordinateSystem.Key, CoordinateSystem.Key)
        /// From a system to the geographic one that it is based on, or back: no datum changes.
        case toGeographic(CoordinateSystem.Key)
        case fromGeographic(CoordinateSystem.Key)
        /// A transformation of the database.
        case operation(authority: String, code: String, isForward: Bool)
        /// Azimuthal equidistant meters around a location in degrees, from geographic coordinates in units of so many
        /// radians.
        case around(longitude: Double, latitude: Double, Ellipsoid, angle: Double)

        var isInverse: Bool {
            switch self {
            case .fromGeographic: true
            case .operation(_, _, let isForward): !isForward
            default: false
            }
        }

        /// What coordinates are multiplied with before a bare projection, which takes radians.
        var angle: Double? { if case .around(_, _, _, let angle) = self { angle } else { nil } }
    }

    /// The same for the same recipe.
    var id: Int
    var recipe: Recipe
}
