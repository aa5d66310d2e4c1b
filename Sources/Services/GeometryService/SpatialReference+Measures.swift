// SPDX-License-Identifier: Apache-2.0

import Formats

/// What measuring needs to know of a spatial reference.
extension SpatialReference {
    /// The unit of its coordinates.
    var unit: MeasureUnit {
        switch horizontal {
        case .wgs84: .degree
        case .webMercator: .meter
        case .other:
            if let system {
                system.isGeographic ? .angular(system.unit) : .linear(system.unit)
            } else {
                units == "esriDecimalDegrees" ? .degree : .meter
            }
        }
    }

    /// A Boolean value that indicates whether its coordinates are angles.
    var isGeographic: Bool { !unit.isLinear }

    /// The geodesics of its ellipsoid; `nil` without PROJ.
    var geodesic: Geodesic? {
        guard case .other = horizontal, let ellipsoid = system?.ellipsoid else { return Geodesic() }
        return Geodesic(
            semimajor: ellipsoid.radius, flattening: ellipsoid.flattening == 0 ? 0 : 1 / ellipsoid.flattening)
    }

    /// Returns an outline in another spatial reference, or `nil` if no projection is known. Positions outside of its domain
    /// are left out.
    func project(_ outline: Outline, to other: SpatialReference) -> Outline? {
        switch path(to: other) {
        case nil: nil
        case .same: outline
        case .toMercator: outline.moved(Mercator.project)
        case .fromMercator: outline.moved(Mercator.unproject)
        case .proj(let transformation): outline.moved(transformation)
        }
    }

    /// Returns an outline in degrees of its own datum, and `nil` if it cannot be had.
    func degrees(_ outline: Outline) -> Outline? {
        switch horizontal {
        case .wgs84: return outline
        case .webMercator: return outline.moved(Mercator.unproject)
        case .other:
            guard let system else { return nil }
            let geographic =
                system.isGeographic ? outline : outline.moved(Transformation([.toGeographic(system.key)]))
            let factor = system.angle * 180 / .pi
            return abs(factor - 1) < 1e-12 ? geographic : geographic.moved { ($0 * factor, $1 * factor) }
        }
    }

    /// Returns an outline in degrees of its own datum as coordinates of its own.
    func undegrees(_ outline: Outline) -> Outline? {
        switch horizontal {
        case .wgs84: return outline
        case .webMercator: return outline.moved(Mercator.project)
        case .other:
            guard let system else { return nil }
            let factor = Double.pi / 180 / system.angle
            let geographic = abs(factor - 1) < 1e-12 ? outline : outline.moved { ($0 * factor, $1 * factor) }
            return system.isGeographic ? geographic : geographic.moved(Transformation([.fromGeographic(system.key)]))
        }
    }
}

extension Outline {
    fileprivate func moved(_ move: (Double, Double) -> (x: Double, y: Double)) -> Outline {
        mapped { vertex in
            let point = move(vertex.x, vertex.y)
            return Vertex(x: point.x, y: point.y, z: vertex.z, m: vertex.m)
        }.finite
    }

    /// All positions are moved at once.
    func moved(_ transformation: Transformation) -> Outline {
        var (xs, ys) = (parts.flatMap { $0.map(\.x) }, parts.flatMap { $0.map(\.y) })
        transformation.move(&xs, &ys)
        var index = -1
        return mapped { vertex in
            index += 1
            return Vertex(x: xs[index], y: ys[index], z: vertex.z, m: vertex.m)
        }.finite
    }

    /// Without positions that are nowhere: rings are closed again, and parts that are too short are left out.
    private var finite: Outline {
        guard parts.contains(where: { $0.contains { !$0.x.isFinite || !$0.y.isFinite } }) else { return self }
        let least = type == .polygon ? 4 : type == .polyline ? 2 : 1
        let kept = parts.map { part -> [Vertex] in
            let kept = part.filter { $0.x.isFinite && $0.y.isFinite }
            guard type == .polygon, let first = kept.first, first != kept.last else { return kept }
            return kept + [first]
        }
        return Outline(type, kept.filter { $0.count >= least })
    }
}
