// SPDX-License-Identifier: Apache-2.0

public import Facts
package import Formats

/// A change that a test made, not through a request: it moved the clock, rotated a key or set a fault.
///
/// Its number is in sequence with those of the exchanges, which shows between which two of them it happened.
public struct ControlEdit: Sendable, Hashable, CustomStringConvertible {
    /// The kinds of change.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The deployment's clock, or a server's difference from it.
        case clock
        /// The faults.
        case faults
        /// An administrator's action on a user, a key, a service or a federation, or a restart.
        case event
        /// A token created without a request.
        case token
        /// Another scenario is served; the journal restarts with this change.
        case scenario
        /// The scenario was reset; the journal restarts with this change.
        case reset
    }

    /// The number, in sequence with the exchanges' numbers and never reused.
    public package(set) var number: Int
    /// The time of the deployment's clock, before the change if the clock was moved.
    public package(set) var at: Instant
    /// The kind of change.
    public package(set) var kind: Kind
    /// A short description without secrets: `the token key of the server gis is rotated`.
    public package(set) var text: String

    /// One line, as in a transcript.
    public var description: String { "#\(number)  \(ISO8601.format(at))  \(kind.rawValue): \(text)" }

    /// The JSON in `/_mock/requests`, beside the requests.
    package var json: JSON {
        .object([
            .init("id", .int(number)), .init("at", .number(String(at.milliseconds))),
            .init("kind", .string(kind.rawValue)), .init("text", .string(text)),
        ])
    }
}
