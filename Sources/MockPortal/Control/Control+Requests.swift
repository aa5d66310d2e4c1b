// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// What was asked of the deployment, and whether it was what a test expects.
extension Control {
    static let requests = [
        Endpoint(
            .get, "requests", "What was asked and answered, oldest first; of what is named all must hold",
            query: filters + [limit, secrets], success: .json(200, .object(page)), handler: list),
        Endpoint(
            .get, "requests/last", "The last of them", query: [secrets], success: .json(200, .object(.exchange)),
            refusals: [(404, "Nothing was asked yet.")], handler: last),
        Endpoint(.delete, "requests", "Forgets them; numbers go on", handler: clear),
        Endpoint(
            .post, "verify", "Counts requests, and says which came near where there were too few",
            body: .object(question), success: .json(200, .object(verdict)),
            refusals: [(409, "The journal dropped exchanges that could change the verdict.")], handler: verify),
    ]

    // MARK: GET requests

    private static let filters = [
        Keys.Key("method", .string, "GET, POST."),
        Keys.Key("door", .word(Door.allCases.map(\.rawValue)), "The door that it came to."),
        Keys.Key("path", .string, "A glob on the decoded path: * within a segment, ** across."),
        Keys.Key("user", .string, "Who the caller turned out to be."),
        Keys.Key("rule", .string, "A rule that refused or shaped the answer."),
        Keys.Key("after", .integer(0...Int.max), "Only those with a higher id."),
    ]
    private static let limit = Keys.Key("limit", .integer(1...1000), "How many at most; 100 unless given.")
    private static let secrets = Keys.Key("secrets", .boolean, "Whether passwords and tokens are shown.")

    private static let page = Keys(
        what: "requests", component: "Requests",
        list: [
            Keys.Key("total", .anyNumber, "How many of those that are kept match.", isRequired: true),
            Keys.Key("dropped", .anyNumber, "How many the journal gave up for newer ones.", isRequired: true),
            Keys.Key("requests", .list(.object(.exchange)), "The first of them.", isRequired: true),
            Keys.Key("near", .list(.object(near)), "Where none matches: what came nearest.", isRequired: true),
            Keys.Key(
                "edits", .list(.object(.controlEdit)),
                "What was changed through these endpoints or in Swift, up to the next request that is not on this page; "
                    + "the newest, as many as limit at most.", isRequired: true),
        ])

    private static func list(_ call: ControlCall) -> Response {
        let pattern = RequestPattern(
            method: call.text("method")?.uppercased(), path: call.text("path"),
            door: call.text("door").flatMap(Door.init), user: call.text("user"), rule: call.text("rule"))
        let after = call.number("after") ?? 0
        let journal = call.state.withLock { $0.journal }
        let all = pattern == .any ? journal.exchanges : journal.exchanges(pattern)
        let near = all.isEmpty ? journal.near(pattern) : []
        let found = all.filter { $0.number > after }
        let limit = call.number("limit") ?? 100
        let shows = call.isTrue("secrets")
        let next = found.dropFirst(limit).first?.number ?? Int.max
        let edits = journal.edits.filter { $0.number > after && $0.number < next }
        return Response(
            json: .object([
                .init("total", .int(found.count)), .init("dropped", .int(journal.dropped)),
                .init("requests", .array(found.prefix(limit).map { $0.json(secrets: shows) })),
                .init("near", .array(near.map { json($0, secrets: shows) })),
                .init("edits", .array(edits.suffix(limit).map(\.json))),
            ]))
    }

    private static func last(_ call: ControlCall) throws(ControlFailure) -> Response {
        guard let last = call.state.withLock({ $0.journal.last }) else {
            throw ControlFailure(404, "no-requests", "No request was noted yet.")
        }
        return Response(json: last.json(secrets: call.isTrue("secrets")))
    }

    private static func clear(_ call: ControlCall) -> Response {
        call.state.withLock { $0.journal.clear() }
        return Response(status: 204)
    }

    // MARK: POST verify

    private static let question = Keys(
        what: "a verification", component: "Verification",
        list: [
            Keys.Key("request", .object(pattern), "Which requests count.", isRequired: true),
            Keys.Key(
                "times", .either([.integer(0...Int.max), .object(times)]),
                "How many are right; at least one unless given."),
        ])

    private static let pattern: Keys = {
        let value = Keys.Kind.map(.either([.string, .anyNumber, .boolean, .null]))
        return Keys(
            what: "a request", component: "RequestPattern",
            list: filters.dropLast() + [
                Keys.Key("query", value, "Parameters of the query: * stands for anything, null for absent."),
                Keys.Key("form", value, "The same of a form body."),
                Keys.Key("headers", value, "The same of header fields."),
            ])
    }()

    private static let times = Keys(
        what: "times", component: "Times",
        list: [
            Keys.Key("atLeast", .integer(0...Int.max), "So many or more."),
            Keys.Key("atMost", .integer(0...Int.max), "So many or fewer."),
        ])

    private static let verdict = Keys(
        what: "a verdict", component: "Verdict",
        list: [
            Keys.Key("passed", .boolean, "Whether there were as many as expected.", isRequired: true),
            Keys.Key("count", .anyNumber, "How many there were.", isRequired: true),
            Keys.Key("message", .string, "The same for a person to read.", isRequired: true),
            Keys.Key("near", .list(.object(near)), "Where too few came: what came nearest.", isRequired: true),
        ])

    private static let near = Keys(
        what: "a near miss", component: "NearMiss",
        list: [
            Keys.Key("request", .object(.exchange), "The request.", isRequired: true),
            Keys.Key("differences", .list(.string), "What of it is otherwise.", isRequired: true),
        ])

    private static func verify(_ call: ControlCall) throws(ControlFailure) -> Response {
        let pattern: RequestPattern
        do throws(RequestPattern.Unreadable) {
            pattern = try RequestPattern(call.body["request"] ?? .object([]))
        } catch {
            throw ControlFailure(422, "bad-body", error.message)
        }
        let times = try times(call.body["times"])
        do throws(JournalIncomplete) {
            let verdict = try call.state.withLock { state throws(JournalIncomplete) in
                try state.journal.verify(pattern, times: times)
            }
            return Response(
                json: .object([
                    .init("passed", .bool(verdict.passed)), .init("count", .int(verdict.count)),
                    .init("message", .string(verdict.description)),
                    .init("near", .array(verdict.near.map { json($0, secrets: false) })),
                ]))
        } catch {
            throw ControlFailure(409, "journal-incomplete", error.description + ".")
        }
    }

    private static func times(_ json: JSON?) throws(ControlFailure) -> RequestPattern.Times {
        if let exactly = json?.integer { return .exactly(exactly) }
        let (least, most) = (json?["atLeast"]?.integer, json?["atMost"]?.integer)
        switch (least, most) {
        case (nil, nil): return .atLeast(1)
        case (let least?, nil): return .atLeast(least)
        case (nil, let most?): return .atMost(most)
        case (let least?, let most?):
            guard least <= most else {
                throw ControlFailure(422, "bad-body", "atLeast \(least) is more than atMost \(most).")
            }
            return .between(least...most)
        }
    }

    private static func json(_ near: Verification.Near, secrets: Bool) -> JSON {
        .object([
            .init("request", near.exchange.json(secrets: secrets)),
            .init("differences", .array(near.differences.map(JSON.string))),
        ])
    }
}
