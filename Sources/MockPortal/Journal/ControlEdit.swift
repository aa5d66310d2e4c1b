// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a test changed, not through the deployment's doors: the clock was moved, a key rotated, a fault set.
///
/// Its number is in sequence with those of the exchanges, which shows between which two of them it happened.
public struct ControlEdit: Sendable, Hashable, CustomStringConvertible {
    /// A kind of change. More kinds may come.
    public struct Kind: Sendable, Hashable {
        package let rawValue: String

        private init(_ name: String) { rawValue = name }

        /// The deployment's clock, or by how much a server's differs from it.
        public static let clock = Kind("clock")
        /// The faults that are set.
        public static let faults = Kind("faults")
        /// A user, a key, a service, a federation: an administrator's deed, or a restart.
        public static let event = Kind("event")
        /// A token was made without asking a door.
        public static let token = Kind("token")
        /// Another scenario is served; the journal begins anew with this.
        public static let scenario = Kind("scenario")
        /// The same scenario from its beginning; the journal begins anew with this.
        public static let reset = Kind("reset")

        package static let allCases = [clock, faults, event, token, scenario, reset]
    }

    /// The number, in sequence with the exchanges' numbers and never reused.
    public package(set) var number: Int
    /// When, by the deployment's clock; of a move of the clock, before it.
    package var at: Instant
    /// What was changed.
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

extension ControlEdit {
    /// Milliseconds since 1970.
    @usableFromInline package var milliseconds: Int64 { at.milliseconds }

    /// When it was changed, by the deployment's clock; of a move of the clock, before it.
    @_alwaysEmitIntoClient public var date: Date { Date(milliseconds: milliseconds) }
}
