// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// What a test changed, not through the deployment's doors: the clock was moved, a key rotated, a fault set.
///
/// Its number is in sequence with those of the exchanges, which shows between which two of them it happened.
package struct ControlEdit: Sendable, Hashable, CustomStringConvertible {
    /// A kind of change. More kinds may come.
    package struct Kind: Sendable, Hashable {
        package let rawValue: String

        private init(_ name: String) { rawValue = name }

        /// The deployment's clock, or by how much a server's differs from it.
        package static let clock = Kind("clock")
        /// The faults that are set.
        package static let faults = Kind("faults")
        /// A user, a key, a service, a federation: an administrator's deed, or a restart.
        package static let event = Kind("event")
        /// A token was made without asking a door.
        package static let token = Kind("token")
        /// Another scenario is served; the journal begins anew with this.
        package static let scenario = Kind("scenario")
        /// The same scenario from its beginning; the journal begins anew with this.
        package static let reset = Kind("reset")

        package static let allCases = [clock, faults, event, token, scenario, reset]
    }

    /// The number, in sequence with the exchanges' numbers and never reused.
    package var number: Int
    /// When, by the deployment's clock; of a move of the clock, before it.
    package var at: Instant
    /// What was changed.
    package var kind: Kind
    /// A short description without secrets: `the token key of the server gis is rotated`.
    package var text: String

    /// One line, as in a transcript.
    package var description: String { "#\(number)  \(ISO8601.format(at))  \(kind.rawValue): \(text)" }

    /// The JSON in `/_mock/requests`, beside the requests.
    package var json: JSON {
        .object([
            .init("id", .int(number)), .init("at", .number(String(at.milliseconds))),
            .init("kind", .string(kind.rawValue)), .init("text", .string(text)),
        ])
    }
}
