// SPDX-License-Identifier: Apache-2.0

/// The settings of a server's own token service, which `admin/security/tokens` shows.
package struct TokenManager: Sendable, Hashable, Codable {
    /// The default lifetime in minutes.
    package var shortMinutes: Int64 = 60
    /// The largest lifetime in minutes; longer requests are capped.
    package var longMinutes: Int64 = 1440
    /// A Boolean value that indicates whether GET returns tokens; `nil` is the release's choice.
    package var allowsGet: Bool?
    /// A Boolean value that indicates whether name and password may be in the query of a POST; `nil` is the release's
    /// choice.
    package var allowsQueryCredentials: Bool?

    package init() {}
}
