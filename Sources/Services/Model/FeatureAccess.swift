// SPDX-License-Identifier: Apache-2.0

/// How a service lets its rows be edited: what a FeatureServer's root says of it.
package struct FeatureAccess: Sendable, Hashable {
    /// `Query,Create,Update,Delete,Editing`; `nil`: what the release gives by default, which is no editing.
    package var capabilities: String?
    package var allowsGeometryUpdates = true

    package init(capabilities: String? = nil, allowsGeometryUpdates: Bool = true) {
        (self.capabilities, self.allowsGeometryUpdates) = (capabilities, allowsGeometryUpdates)
    }
}
