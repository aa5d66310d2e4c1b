// SPDX-License-Identifier: Apache-2.0

/// What an identity provider says of a person, where that differs from what the portal knows.
package struct ProviderClaims: Sendable, Hashable, Codable {
    package var givenName: String?
    package var surname: String?
    package var email: String?
    /// The names of the groups that the provider has the person in.
    package var groups: [String] = []
}
