// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A file that a client uploaded to a service, whole or in parts.
package struct ServiceUpload: Sendable, Codable {
    package var id: String
    package var name: String
    package var description: String?
    package var date: Instant
    package var isCommitted: Bool
    package var bytes: [UInt8] = []
    /// The parts of one that is not committed, by number.
    package var parts: [Int: [UInt8]] = [:]
}
