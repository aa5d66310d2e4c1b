// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A step of the scenario that is written.
package struct DraftStep: Sendable {
    /// How the scenario comes to the answer that was recorded.
    package enum Origin: Sendable, Hashable {
        /// The double answers so by itself.
        case own
        /// The body is given as a result of a resource, behind its door.
        case result
        /// The whole answer is given by a fault.
        case fault
        /// Nothing makes the double answer so; the step asks and compares nothing.
        case neither
    }

    /// The index of the exchange, or `nil` of a step that the recording did not have.
    package var exchange: Int?
    package var say: String
    package var request: JSON
    /// How much the clock is moved before.
    package var advance: Int64 = 0
    package var saves: [JSON.Member] = []
    /// What is compared, once it is known.
    package var response: JSON?
    package var origin = Origin.own
    /// A Boolean value that indicates whether the step is not written, for it needs a value that nothing gives.
    package var isLeftOut = false
    /// What the double answered otherwise, for a comment.
    package var differences: [String] = []

    var json: [JSON] {
        if isLeftOut { return [] }
        var list: [JSON] = []
        if advance > 0 {
            let minutes = advance / 60_000
            list.append(
                .object([
                    .init("say", .string("\(minutes) minute\(minutes == 1 ? "" : "s") pass")),
                    .init("advance", .string("PT\(minutes)M")),
                ]))
        }
        var members: [JSON.Member] = []
        if !differences.isEmpty {
            let why =
                switch origin {
                case .own: ""
                case .result: "The body is given under results; by itself the double answers otherwise:"
                case .fault: "The answer is given under faults; by itself the double answers otherwise:"
                case .neither: "The double answers otherwise:"
                }
            members.append(.init(JSON5Text.comment, .array(([why] + differences.prefix(3)).map(JSON.string))))
        }
        members += [.init("say", .string(say)), .init("request", request)]
        if let response { members.append(.init("response", response)) }
        if !saves.isEmpty { members.append(.init("save", .object(saves))) }
        list.append(.object(members))
        return list
    }
}
