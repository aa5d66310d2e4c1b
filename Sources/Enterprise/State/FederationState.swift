// SPDX-License-Identifier: Apache-2.0

/// A server's place in a portal, and what either of them tells of it.
struct FederationState: Sendable {
    /// The place of the portal in the deployment's list.
    var portal: Int
    /// What users are told the server's URL is; `nil` is where it answers.
    var url: String?
    var adminURL: String?
    /// What `rest/info` says of the portal; `nil` is where the portal answers.
    var owningSystemURL: String?
    var role: String
    /// What it is licensed for besides, with commas.
    var function = ""
    /// The server lost the portal's key.
    var hasStaleKey: Bool
}
