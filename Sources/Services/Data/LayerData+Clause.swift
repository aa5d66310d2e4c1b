// SPDX-License-Identifier: Apache-2.0

import Facts

extension LayerData {
    /// The reason that a clause over the layer's fields is invalid.
    package struct ClauseProblem: Sendable {
        /// The position in bytes, from 0.
        package var offset: Int
        package var reason: String
        /// A field that the layer does not have.
        package var unknownField: String?
    }

    /// Returns what is wrong with a where clause, or `nil`.
    package func problem(in clause: String) -> ClauseProblem? {
        do throws(Where.Failure) {
            _ = try Where.parse(clause, fields: columns, now: Instant(milliseconds: 0), user: "")
            return nil
        } catch {
            return ClauseProblem(offset: error.offset, reason: error.reason, unknownField: error.unknownField)
        }
    }
}
