// SPDX-License-Identifier: Apache-2.0

import Formats

/// The slice of the administrator directories: `admin` of a server, `portaladmin` of a portal
/// (docs/reference/refusals.md#administrator-directories).
enum Administration {
    /// The answer to a successful change, captured at 10.5.1.
    static let success = JSON.object([.init("status", .string("success"))])
}
