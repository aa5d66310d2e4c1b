// SPDX-License-Identifier: Apache-2.0

import Facts

/// A file that an administrator uploaded, whole or in parts.
struct ServerUpload: Sendable, Codable {
    var id: String
    var name: String
    var description: String?
    var date: Instant
    var bytes: [UInt8] = []
    /// The parts by number, until they are committed.
    var parts: [Int: [UInt8]] = [:]
    var isCommitted = true

    /// The most bytes that the uploads of a site may have.
    static let most = 256 << 20
}
