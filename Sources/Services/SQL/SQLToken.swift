// SPDX-License-Identifier: Apache-2.0

import Formats

/// A token of a clause, with its position.
struct SQLToken: Sendable {
    enum Kind: Sendable, Hashable {
        /// A name, a keyword or a function, as written.
        case word(String)
        /// A name in double quotes.
        case quoted(String)
        /// A literal in single quotes.
        case text(String)
        case whole(Int64)
        case real(Double)
        case sign(Sign)
        case end
    }

    enum Sign: String, Sendable, CaseIterable {
        case notEqual = "<>"
        case bangEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case join = "||"
        case equal = "="
        case less = "<"
        case more = ">"
        case open = "("
        case close = ")"
        case comma = ","
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
    }

    var kind: Kind
    /// The position in bytes from 0.
    var start: Int
}
