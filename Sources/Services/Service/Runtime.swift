// SPDX-License-Identifier: Apache-2.0

import Facts

/// What a service runs in, which decides its shapes where a release has both.
package enum Runtime: String, Sendable, CaseIterable {
    /// The runtime of ArcMap, gone with 11.0.
    case arcMap = "ArcMap"
    /// The runtime of ArcGIS Pro, with a `cimVersion`.
    case arcGISPro = "ArcGISPro"
    /// A service that ArcGIS Online hosts.
    case hosted = "Hosted"
}

extension MapService {
    /// Hosted services have a shape of their own.
    func isPro(_ version: Version) -> Bool {
        runtime == .arcGISPro || runtime == nil && version.hasProRuntime && !version.isOnline
    }

    /// On ArcGIS Online every service is hosted unless the scenario says otherwise.
    func isHosted(_ version: Version) -> Bool { runtime == .hosted || runtime == nil && version.isOnline }

    /// The layers that lie right in a group.
    func layers(in group: Layer) -> [Layer] { layers.filter { $0.parent == group.id && $0.id != group.id } }

    /// The layers that lie in a group, and in those in it. A circle of groups ends where it began.
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
