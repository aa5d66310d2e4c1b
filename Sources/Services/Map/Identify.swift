// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What `identify` looks for, and where: docs/reference/maps.md#operations.
struct Identify: Sendable {
    /// A layer that is searched: where it is among all, which are large to copy, and its rows.
    struct Chosen: Sendable {
        var place: Int
        var rows: LayerRows
    }

    /// In `reference`.
    var shape: JSON
    var reference: SpatialReference
    /// The largest distance of a row, in units of the spatial reference.
    var distance: Double
    /// A Boolean value that indicates whether the search ends with the first layer that has a result.
    var isTopOnly: Bool
    var layers: [Layer]
    /// Those that are searched, from top to bottom.
    var chosen: [Chosen]
    /// What layers are clipped to.
    var mask: MapMask?

    func found() -> [FoundRow] {
        guard let asked = Geometry(shape), let around = asked.envelope else { return [] }
        let window = Envelope(
            xmin: around.xmin - distance, ymin: around.ymin - distance, xmax: around.xmax + distance,
            ymax: around.ymax + distance)
        let inside = mask.flatMap { Geometry($0.shape) }
        var found: [FoundRow] = []
        for chosen in chosen {
            let layer = layers[chosen.place]
            let clips = mask?.excluded.contains(layer.id) == false
            guard let data = layer.data, let near = reference.project(window, to: data.reference) else { continue }
            for row in chosen.rows.features(in: near) {
                guard let geometry = row.geometry.flatMap({ data.reference.project($0, to: reference) }),
                    let whole = Geometry(geometry),
                    let other = clips ? inside.flatMap({ whole.intersection($0) }) : whole,
                    other.dimension >= 0, let away = asked.distance(other), away <= distance
                else { continue }
                found.append(FoundRow(layer: layer, data: data, row: row))
            }
            if isTopOnly, !found.isEmpty { break }
        }
        return found
    }
}
