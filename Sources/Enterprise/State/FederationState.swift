// SPDX-License-Identifier: Apache-2.0

/// A server's place in a portal, and what either of them tells of it.
struct FederationState: Sendable, Codable {
    /// The index of the portal in the deployment's list.
    var portal: Int
    /// The server's URL for users; `nil` is where it answers.
    var url: String?
    var adminURL: String?
    /// The portal's URL in `rest/info`; `nil` is where the portal answers.
    var owningSystemURL: String?
    var role: String
    /// The server's additional roles, separated by commas.
    var function = ""
    /// A Boolean value that indicates whether the server lost the portal's key.
    var hasStaleKey: Bool
}
