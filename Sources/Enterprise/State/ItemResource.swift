// SPDX-License-Identifier: Apache-2.0

import Facts

/// A file that belongs to an item beside its data.
struct ItemResource: Sendable, Codable {
    /// The name with its folder: `image/banner.jpg`.
    var name: String
    var type: String
    var bytes: [UInt8]
    var created: Instant
}
