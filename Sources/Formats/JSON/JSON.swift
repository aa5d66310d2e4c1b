// SPDX-License-Identifier: Apache-2.0

/// A JSON value that keeps what matters on the wire: the order of keys and the spelling of numbers (`1.376e7`, `0.0`).
package enum JSON: Sendable, Hashable, Codable {
    case null
    case bool(Bool)
    /// A number as spelled, so that `10.61`, `0.0` and `6.4579816E7` are written as they were read.
    case number(String)
    case string(String)
    case array([JSON])
    /// Members in order. A name may occur twice only in values that were read.
    case object([Member])

    package struct Member: Sendable, Hashable, Codable {
        package var name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }
}
