// SPDX-License-Identifier: Apache-2.0

import Services

/// The state of a service: its access, whether it runs, and its map.
struct ServiceState: Sendable {
    typealias Access = Scenario.Access

    typealias Running = Scenario.Service.State

    /// The name with the folder: `Demographics/Census`.
    var name: String
    /// The types, such as `MapServer` and `FeatureServer`: a map service with feature access has both.
    var types: [String]
    var access: Access
    /// The access of its portal item.
    var itemAccess: Access
    /// The referers that its item's proxy answers; empty allows all.
    var referrers: [String] = []
    /// The credentials that its item keeps for the proxy.
    var credentials = Scenario.Service.StoredCredentials.none
    /// The owner, or `nil` where none is named and the portal has no administrator.
    var owner: String?
    var running: Running
    var map: ServiceModel

    /// The folder, or an empty string for the root.
    var folder: String { name.contains("/") ? String(name.prefix { $0 != "/" }) : "" }
}
