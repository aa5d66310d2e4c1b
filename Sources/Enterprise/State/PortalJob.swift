// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Work on a portal that clients ask the end of at `portals/{id}/jobs/{job}`.
struct PortalJob: Sendable, Codable {
    var id: String
    /// What clients send with the id.
    var key: String
    /// When it ends.
    var due: Instant
    var result: JSON
}
