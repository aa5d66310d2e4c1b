// SPDX-License-Identifier: Apache-2.0

/// A record that came back from the log, each once and in the order that is the same for all.
package struct Delivered: Sendable {
    /// The number of the replica that submitted it, in the order of their first records, from 0.
    package var origin: Int
    /// Its number among those of its origin.
    package var number: UInt64
    /// A Boolean value that indicates whether this replica submitted it.
    package var isOwn: Bool
    /// When the engine took it, in milliseconds since 1970.
    package var milliseconds: Int64
    package var record: [UInt8]
}
