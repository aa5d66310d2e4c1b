// SPDX-License-Identifier: Apache-2.0

/// Whether a site can be reached. If not, the web server in front of it answers.
package enum SiteAvailability: String, Sendable, CaseIterable, Codable {
    /// The site runs.
    case started
    /// The web adaptor cannot reach any machine of the site.
    case unreachable
    /// An upgrade is running (server) or pending (portal), which the administrator directory reports.
    case upgrading
}
