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
}
