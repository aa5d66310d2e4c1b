// SPDX-License-Identifier: Apache-2.0

public import Facts
package import Formats

/// What a test changed, not through the deployment's doors: the clock was moved, a key rotated, a fault set.
///
/// It has a number among those of the exchanges, so that it is known between which two of them it happened.
public struct ControlEdit: Sendable, Hashable, CustomStringConvertible {
    /// What was changed.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The deployment's clock, or by how much a server's differs from it.
        case clock
        /// The faults that are set.
        case faults
        /// A user, a key, a service, a federation: an administrator's deed, or a restart.
        case event
        /// A token was made without asking a door.
        case token
        /// Another scenario is served; the journal begins anew with this.
        case scenario
        /// The same scenario from its beginning; the journal begins anew with this.
        case reset
    }

    /// Counts with the exchanges' numbers, and is never given twice.
    public package(set) var number: Int
    /// When, by the deployment's clock; of a move of the clock, before it. In milliseconds since 1970.
    public package(set) var at: Instant
    /// What was changed.
    public package(set) var kind: Kind
    /// What happened, in a few words and without secrets: `the token key of the server gis is another`.
    public package(set) var text: String

    /// One line, as a transcript has it.
    public var description: String { "#\(number)  \(ISO8601.format(at))  \(kind.rawValue): \(text)" }

    /// As `/_mock/requests` gives it beside the requests.
    package var json: JSON {
        .object([
            .init("id", .int(number)), .init("at", .number(String(at.milliseconds))),
            .init("kind", .string(kind.rawValue)), .init("text", .string(text)),
        ])
    }
}
