// SPDX-License-Identifier: Apache-2.0

package import Formats

extension Layer {
    /// Moves the rows to another spatial reference, as `publish` does for `targetSR`; returns whether both are known.
    package mutating func project(to json: JSON) -> Bool {
        let target = SpatialReference(json: json)
        guard let data, data.geometryType != nil, data.reference != target else { return true }
        guard let path = data.reference.path(to: target) else { return false }
        reshape { data in
            data.reference = target
            data.extent = nil
            for row in data.features.indices {
                guard let shape = data.features[row].geometry else { continue }
                let moved = path.project(shape)
                let read = moved == .null ? nil : EsriGeometry(esri: moved, hasZ: data.hasZ, hasM: data.hasM)
                data.features[row].geometry = moved == .null ? nil : moved
                data.features[row].envelope = read?.envelope
                data.features[row].curves = nil
                guard let around = read?.envelope else { continue }
                data.extent = data.extent?.union(around) ?? around
            }
        }
        return true
    }
}
