// SPDX-License-Identifier: Apache-2.0

/// A JSON value that keeps what matters on the wire: the order of keys, and the spelling of numbers (`1.376e7`, `0.0`).
package enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number as it is spelt, so that `10.61`, `0.0` and `6.4579816E7` come out as they went in.
    case number(String)
    case string(String)
    case array([JSON])
    /// Members in their order; a name may stand twice only in what was read, never in what we make.
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }
}
