// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Trust

/// The endpoint for careless habits of clients.
extension Control {
    static let hygiene = [
        Endpoint(
            .get, "hygiene", "The careless habits that the recorded requests show", query: [check],
            success: .json(200, .object(remarks)), cost: .journal, handler: remark)
    ]

    private static let habit = Keys.Kind.word(Hygiene.allCases.map(\.rawValue))
    private static let check = Keys.Key("check", habit, "The habit to look for; default: all.")

    private static let remarks = Keys(
        what: "remarks", component: "Remarks",
        list: [
            Keys.Key(
                "remarks", .list(.object(one)), "One for each habit found; empty if there is none.",
                isRequired: true)
        ])

    private static let one = Keys(
        what: "a remark", component: "Remark",
        list: [
            Keys.Key("check", habit, "The habit.", isRequired: true),
            Keys.Key("message", .string, "What was found, without secrets.", isRequired: true),
            Keys.Key("advice", .string, "What a client should do.", isRequired: true),
            Keys.Key("requests", .list(.anyNumber), "The ids of the requests that show it.", isRequired: true),
        ])

    private static func remark(_ call: ControlCall) -> Response {
        let journal = call.state.withLock { $0.journal.kept }
        let checks = call.text("check").flatMap(Hygiene.init(rawValue:)).map { [$0] } ?? Set(Hygiene.allCases)
        let remarks = Hygiene.remarks(journal.exchanges, checks).map { remark in
            JSON.object([
                .init("check", .string(remark.check.rawValue)), .init("message", .string(remark.message)),
                .init("advice", .string(remark.check.advice)),
                .init("requests", .array(remark.exchanges.map { .int($0.number) })),
            ])
        }
        return Response(json: .object([.init("remarks", .array(remarks))]))
    }
}
