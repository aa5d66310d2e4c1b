// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Trust

/// The endpoint for careless habits of clients.
extension Control {
    static let hygiene = [
        Endpoint(
            .get, "hygiene", "The careless habits that the recorded requests show", query: [check],
            success: .json(200, .object(remarks)), cost: .journal, handler: remark),
        Endpoint(
            .get, "contract", "Whether the recorded requests keep what a client promises, clause by clause",
            query: [clauses], success: .json(200, .object(contract)), refusals: refusals, cost: .journal,
            handler: { call throws(ControlFailure) in Response(json: try hold(call).json) }),
        Endpoint(
            .get, "contract.xml", "The same as JUnit XML, a case for each clause; with it all habits are JUnit, too",
            query: [clauses], success: .text("application/xml"), refusals: refusals, cost: .journal,
            handler: { call throws(ControlFailure) in
                Response(
                    status: 200, fields: [.init("Content-Type", "application/xml;charset=UTF-8")],
                    body: Array(try hold(call).junit.utf8))
            }),
    ]

    private static let refusals = [
        (409, "The journal dropped exchanges, and what they held could change the verdict."),
        (422, "There is no such clause."),
    ]
    private static let clauses = Keys.Key(
        "clause", .string,
        "Names of clauses, separated by commas: \(ClientContract.Clause.allCases.map(\.name).joined(separator: ", ")); "
            + "default: all but password-once.")

    private static let contract = Keys(
        what: "a contract", component: "Contract",
        list: [
            Keys.Key("passed", .boolean, "Whether every clause is kept.", isRequired: true),
            Keys.Key("clauses", .list(.object(clause)), "One for each clause.", isRequired: true),
        ])

    private static let clause = Keys(
        what: "a clause", component: "Clause",
        list: [
            Keys.Key("clause", .string, "Its name.", isRequired: true),
            Keys.Key("says", .string, "The promise in words.", isRequired: true),
            Keys.Key("passed", .boolean, "Whether it is kept.", isRequired: true),
            Keys.Key("message", .string, "What breaks it, without secrets; empty if nothing does.", isRequired: true),
            Keys.Key("advice", .string, "What a client should do.", isRequired: true),
            Keys.Key("requests", .list(.anyNumber), "The ids of the requests that break it.", isRequired: true),
        ])

    private static func hold(_ call: ControlCall) throws(ControlFailure) -> ClientContract {
        var clauses = ClientContract.Clause.usual
        if let names = call.text("clause"), !names.isEmpty {
            clauses = []
            for name in names.split(separator: ",").map(String.init) {
                guard let clause = ClientContract.Clause(name) else {
                    let known = ClientContract.Clause.allCases.map(\.name)
                    let near = Suggestion.nearest(to: name, among: known).map { "; did you mean \($0)?" }
                    throw ControlFailure(
                        422, "bad-clause", "There is no clause \(name)\(near ?? "").")
                }
                clauses.append(clause)
            }
        }
        let journal = call.state.withLock { $0.journal }
        guard journal.dropped == 0 else {
            throw ControlFailure(
                409, "journal-incomplete",
                "The journal dropped \(journal.dropped) exchanges, and what they held could change the verdict.")
        }
        return ClientContract(Array(journal.exchanges), clauses)
    }

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
