// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// The clock's endpoints.
extension Control {
    static let clock = [
        Endpoint(.get, "clock", "The deployment's clock", success: .json(200, .object(face)), handler: read),
        Endpoint(
            .post, "clock", "Moves the clock by one of these", body: .object(move), success: .json(200, .object(face)),
            handler: moved),
    ]

    private static let face = Keys(
        what: "the clock", component: "Clock",
        list: [
            Keys.Key("now", .anyNumber, "The time in ms since 1970.", isRequired: true),
            Keys.Key("iso", .string, "The time in ISO 8601.", isRequired: true),
            Keys.Key("frozen", .boolean, "Whether the clock is frozen.", isRequired: true),
            Keys.Key("skew", .map(.anyNumber), "By server: the ms by which its clock is ahead.", isRequired: true),
        ])

    private static let move = Keys(
        what: "a move of the clock", component: "ClockMove",
        list: [
            Keys.Key("advance", .duration, "An ISO 8601 duration to move forward: PT61M."),
            Keys.Key("set", .string, "An ISO 8601 instant to set: 2016-01-26T17:29:00Z."),
            Keys.Key("freeze", .boolean, "Whether the clock is frozen."),
            Keys.Key("skew", .object(skew), "Puts one server's clock ahead of the others."),
        ])

    private static let skew = Keys(
        what: "a skew", component: "Skew",
        list: [
            Keys.Key("server", .string, "The server's name.", isRequired: true),
            Keys.Key(
                "by", .either([.integer(Int(-century)...Int(century)), .string]),
                "Ms, or an ISO 8601 duration; negative: behind.", isRequired: true),
        ])

    private static let century: Int64 = 3_155_760_000_000
    /// The range of the clock, from 1970 to the end of 9999, which tokens and dates can represent.
    private static let instants = Instant(milliseconds: 0)...Instant(milliseconds: 253_402_300_799_999)

    private static func read(_ call: ControlCall) -> Response {
        Response(json: call.state.withLock(clockFace))
    }

    /// The clock as it is shown.
    static func clockFace(_ state: inout InstanceState) -> JSON {
        let now = state.clock.now
        return .object([
            .init("now", .number(String(now.milliseconds))), .init("iso", .string(ISO8601.format(now))),
            .init("frozen", .bool(state.clock.isFrozen)),
            .init("skew", .object(state.deployment.skews.map { .init($0.server, .number(String($0.milliseconds))) })),
        ])
    }

    private static func moved(_ call: ControlCall) throws(ControlFailure) -> Response {
        guard let members = call.body.members, members.count == 1 else {
            throw ControlFailure(422, "bad-body", "Give one of advance, set, freeze, skew.")
        }
        let value = members[0].value
        switch members[0].name {
        case "advance":
            let milliseconds = try duration(value.text ?? "")
            guard milliseconds >= 0 else {
                throw ControlFailure(422, "bad-duration", "advance moves forward only; to go back, use set.")
            }
            try move(call) { $0.advanced(milliseconds: milliseconds) }
        case "set":
            guard let instant = ISO8601.instant(value.text ?? "") else {
                throw ControlFailure(
                    422, "bad-instant", "\"\(value.text ?? "")\" is not an ISO 8601 instant like 2016-01-26T17:29:00Z.")
            }
            try move(call) { _ in instant }
        case "freeze":
            call.edit(.clock) { state in
                state.clock.isFrozen = value.truth ?? false
                return ((), ControlEdit.told(stands: state.clock.isFrozen))
            }
        default:
            let text = value["by"]?.text
            let by = if let text { try duration(text) } else { Int64(value["by"]?.integer ?? 0) }
            guard (-century...century).contains(by) else {
                throw ControlFailure(422, "bad-duration", "A clock can differ by a century at most.")
            }
            do throws(Event.Impossible) {
                let server = value["server"]?.text ?? ""
                try call.edit(.clock) { state throws(Event.Impossible) in
                    try state.deployment.skew(server: server, by: by)
                    return ((), ControlEdit.told(skewOf: server, by: by))
                }
            } catch {
                throw ControlFailure(error, "no-such-server")
            }
        }
        return read(call)
    }

    private static func move(_ call: ControlCall, _ body: (Instant) -> Instant) throws(ControlFailure) {
        try call.edit(.clock) { state throws(ControlFailure) in
            let now = state.clock.now
            let wanted = body(now)
            guard instants.contains(wanted) else {
                throw ControlFailure(422, "bad-instant", "The clock's range is 1970 to the end of 9999.")
            }
            state.clock.set(wanted)
            return ((), ControlEdit.told(wanted, from: now))
        }
    }

    private static func duration(_ text: String) throws(ControlFailure) -> Int64 {
        guard let milliseconds = ISO8601.milliseconds(ofDuration: text) else {
            throw ControlFailure(422, "bad-duration", "\"\(text)\" is not an ISO 8601 duration like PT61M.")
        }
        return milliseconds
    }
}
