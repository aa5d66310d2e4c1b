// SPDX-License-Identifier: Apache-2.0

/// The settings of a server's own token service: what `admin/security/tokens` shows.
package struct TokenManager: Sendable, Hashable {
    /// The life of a token without a wish, in minutes.
    package var shortMinutes: Int64 = 60
    /// The longest life, in minutes; longer wishes are cut.
    package var longMinutes: Int64 = 1440
    /// Whether tokens are given for GET; `nil` is what the release does.
    package var allowsGet: Bool?
    /// Whether name and password may stand in the query of a POST; `nil` is what the release does.
    package var allowsQueryCredentials: Bool?

    package init() {}
}
