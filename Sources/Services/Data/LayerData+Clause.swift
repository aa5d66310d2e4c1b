// SPDX-License-Identifier: Apache-2.0

import Facts

extension LayerData {
    /// Why a clause over the layer's fields cannot be read.
    package struct ClauseProblem: Sendable {
        /// Where, in bytes from 0.
        package var offset: Int
        package var reason: String
        /// A field that the layer does not have.
        package var unknownField: String?
    }

    /// What is wrong with a `where` clause; `nil`: nothing.
    package func problem(in clause: String) -> ClauseProblem? {
        do throws(Where.Failure) {
            _ = try Where.parse(clause, fields: fields, now: Instant(milliseconds: 0), user: "")
            return nil
        } catch {
            return ClauseProblem(offset: error.offset, reason: error.reason, unknownField: error.unknownField)
        }
    }
}
