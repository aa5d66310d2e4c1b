// SPDX-License-Identifier: Apache-2.0

import Services

/// A service that lives: its access, whether it runs, and the map behind it.
struct ServiceState: Sendable {
    typealias Access = Scenario.Access

    enum Running: Sendable {
        case started, stopped, missing
    }

    /// With its folder: `Demographics/Census`.
    var name: String
    /// `MapServer`, `FeatureServer`: a map service with feature access has both.
    var types: [String]
    var access: Access
    /// Who may see its portal item.
    var itemAccess: Access
    /// The referers that its item's proxy answers; empty: all.
    var referrers: [String] = []
    /// The member whose it is; `nil` where nobody is named and the portal has no administrator.
    var owner: String?
    var running: Running
    var map: MapService

    /// The folder, or an empty text for the root.
    var folder: String { name.contains("/") ? String(name.prefix { $0 != "/" }) : "" }
}
