// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// The deployment's clock.
extension Control {
    static let clock = [
        Endpoint(.get, "clock", "What time it is there", success: .json(200, .object(face)), handler: read),
        Endpoint(
            .post, "clock", "Moves the clock: one of these", body: .object(move), success: .json(200, .object(face)),
            handler: moved),
    ]

    private static let face = Keys(
        what: "the clock", component: "Clock",
        list: [
            Keys.Key("now", .anyNumber, "In ms since 1970.", isRequired: true),
            Keys.Key("iso", .string, "The same in ISO 8601.", isRequired: true),
            Keys.Key("frozen", .boolean, "Whether it stands.", isRequired: true),
            Keys.Key("skew", .map(.anyNumber), "By server: ms by which its clock is ahead.", isRequired: true),
        ])

    private static let move = Keys(
        what: "a move of the clock", component: "ClockMove",
        list: [
            Keys.Key("advance", .string, "Forward by an ISO 8601 duration: PT61M."),
            Keys.Key("set", .string, "To an ISO 8601 instant: 2016-01-26T17:29:00Z."),
            Keys.Key("freeze", .boolean, "Whether it stands."),
            Keys.Key("skew", .object(skew), "Puts one server's clock ahead of the others."),
        ])

    private static let skew = Keys(
        what: "a skew", component: "Skew",
        list: [
            Keys.Key("server", .string, "The server's name.", isRequired: true),
            Keys.Key(
                "by", .either([.integer(Int(-century)...Int(century)), .string]),
                "Ms, or an ISO 8601 duration; less than nothing: behind.", isRequired: true),
        ])

    private static let century: Int64 = 3_155_760_000_000
    /// From 1970 to the end of 9999: what tokens and dates have room for.
    private static let instants = Instant(milliseconds: 0)...Instant(milliseconds: 253_402_300_799_999)

    private static func read(_ call: ControlCall) -> Response {
        let (now, isFrozen, skews) = call.state.withLock { ($0.clock.now, $0.clock.isFrozen, $0.deployment.skews) }
        return Response(
            json: .object([
                .init("now", .number(String(now.milliseconds))), .init("iso", .string(ISO8601.format(now))),
                .init("frozen", .bool(isFrozen)),
                .init("skew", .object(skews.map { .init($0.server, .number(String($0.milliseconds))) })),
            ]))
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
                throw ControlFailure(422, "bad-duration", "A clock advances; to go back, set it.")
            }
            try move(call) { $0.advanced(milliseconds: milliseconds) }
        case "set":
            guard let instant = ISO8601.instant(value.text ?? "") else {
                throw ControlFailure(
                    422, "bad-instant", "\"\(value.text ?? "")\" is no ISO 8601 instant, as 2016-01-26T17:29:00Z is.")
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
                throw ControlFailure(422, "bad-duration", "A clock is off by a century at most.")
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
                throw ControlFailure(422, "bad-instant", "The clock goes from 1970 to the end of 9999.")
            }
            state.clock.set(wanted)
            return ((), ControlEdit.told(wanted, from: now))
        }
    }

    private static func duration(_ text: String) throws(ControlFailure) -> Int64 {
        guard let milliseconds = ISO8601.milliseconds(ofDuration: text) else {
            throw ControlFailure(422, "bad-duration", "\"\(text)\" is no ISO 8601 duration, as PT61M is.")
        }
        return milliseconds
    }
}
