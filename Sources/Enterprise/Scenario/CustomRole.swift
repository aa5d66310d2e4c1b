// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A role that administrators made, or one of the two that every portal has besides its three.
package struct CustomRole: Sendable, Codable {
    package var id: String
    package var name: String
    package var description: String
    /// `nil`: as old as the portal.
    package var created: Instant?
    package var modified: Instant?
    package var privileges: [String]

    package init(
        id: String, name: String, description: String, created: Instant? = nil, privileges: [String]
    ) {
        (self.id, self.name, self.description) = (id, name, description)
        (self.created, modified, self.privileges) = (created, created, privileges)
    }
}
