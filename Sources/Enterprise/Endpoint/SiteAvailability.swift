// SPDX-License-Identifier: Apache-2.0

/// Whether a site can be asked at all: what stands in front of it answers otherwise.
package enum SiteAvailability: String, Sendable, CaseIterable {
    /// It runs.
    case started
    /// The web adaptor reaches no machine of it.
    case unreachable
    /// An upgrade runs (server) or waits (portal): its administrator directory says so.
    case upgrading
}
