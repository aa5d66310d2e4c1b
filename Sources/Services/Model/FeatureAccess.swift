// SPDX-License-Identifier: Apache-2.0

/// The editing of a service's rows, as described by a FeatureServer's root.
package struct FeatureAccess: Sendable, Hashable, Codable {
    /// The capabilities, such as `Query,Create,Update,Delete,Editing`; `nil` is the release's default, without editing.
    package var capabilities: String?
    package var allowsGeometryUpdates = true

    package init(capabilities: String? = nil, allowsGeometryUpdates: Bool = true) {
        (self.capabilities, self.allowsGeometryUpdates) = (capabilities, allowsGeometryUpdates)
    }
}
