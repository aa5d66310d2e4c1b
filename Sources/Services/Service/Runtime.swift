// SPDX-License-Identifier: Apache-2.0

import Facts

/// The runtime of a service, which determines its descriptions where a release has both.
package enum Runtime: String, Sendable, CaseIterable, Codable {
    /// The runtime of ArcMap, removed in 11.0.
    case arcMap = "ArcMap"
    /// The runtime of ArcGIS Pro, with a `cimVersion`.
    case arcGISPro = "ArcGISPro"
    /// A service hosted by ArcGIS Online.
    case hosted = "Hosted"
}

extension ServiceModel {
    /// Returns whether the runtime is ArcGIS Pro's. Hosted services have their own form.
    func isPro(_ version: Version) -> Bool {
        runtime == .arcGISPro || runtime == nil && version.hasProRuntime && !version.isOnline
    }

    /// Returns the runtime at a release.
    func runtime(at version: Version) -> Runtime {
        isHosted(version) ? .hosted : isPro(version) ? .arcGISPro : .arcMap
    }

    /// Returns whether the service is hosted. On ArcGIS Online every service is, unless the scenario says otherwise.
    func isHosted(_ version: Version) -> Bool { runtime == .hosted || runtime == nil && version.isOnline }

    /// Returns the layers directly in a group.
    func layers(in group: Layer) -> [Layer] {
        // Layers are read where they stand: lists of all layers ask for each.
        layers.indices.filter { layers[$0].parent == group.id && layers[$0].id != group.id }.map { layers[$0] }
    }

    /// Returns the layers in a group and in its subgroups. A cycle of groups ends where it began.
    func allLayers(in group: Layer) -> [Layer] {
        var found: [Layer] = []
        var waiting = layers(in: group)
        while let next = waiting.popLast() {
            guard !found.contains(where: { $0.id == next.id }) else { continue }
            found.append(next)
            waiting += layers(in: next)
        }
        return found
    }
}
