// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Trust

/// The endpoints for recorded requests and their verification.
extension Control {
    static let requests = [
        Endpoint(
            .get, "requests", "The requests with their answers, oldest first, that meet all conditions",
            query: filters + [limit, secrets], success: .json(200, .object(answered)),
            refusals: [(422, "No rule, user or method has that name: no request ever matches.")], cost: .journal,
            pieces: pieces, handler: list),
        Endpoint(
            .get, "requests/last", "The last request", query: [secrets], success: .json(200, .object(.exchange)),
            refusals: [(404, "There is no request yet.")], handler: last),
        Endpoint(.delete, "requests", "Clears the journal; numbers continue", handler: clear),
        Endpoint(
            .post, "verify", "Counts requests, and lists near misses if there are too few",
            body: .object(question), success: .json(200, .object(verdict)),
            refusals: [(409, "The journal dropped exchanges that could change the verdict.")], cost: .journal,
            handler: verify),
    ]

    // MARK: GET requests

    private static let filters = [
        Keys.Key("method", .string, "GET, POST."),
        Keys.Key("door", .word(Door.allCases.map(\.rawValue)), "The door that answered."),
        Keys.Key("path", .string, "A glob on the decoded path: * within a segment, ** across segments."),
        Keys.Key("user", .string, "The authenticated caller."),
        Keys.Key("rule", .string, "A rule that refused or shaped the answer."),
        Keys.Key("after", .integer(0...Int.max), "Only requests with a higher id."),
    ]
    private static let limit = Keys.Key("limit", .integer(1...1000), "The largest number of requests; default: 100.")
    private static let secrets = Keys.Key("secrets", .boolean, "Whether passwords and tokens are shown.")

    private static let answered = Keys(
        what: "requests", component: "Requests",
        list: [
            Keys.Key("total", .anyNumber, "The number of recorded requests that match.", isRequired: true),
            Keys.Key("dropped", .anyNumber, "The number of exchanges dropped for newer ones.", isRequired: true),
            Keys.Key("requests", .list(.object(.exchange)), "The first matching requests.", isRequired: true),
            Keys.Key("near", .list(.object(near)), "The nearest requests if none matches.", isRequired: true),
            Keys.Key(
                "edits", .list(.object(.controlEdit)),
                "The changes made through these endpoints or in Swift, up to the next request that is not on this page; "
                    + "the newest ones, at most limit.", isRequired: true),
        ])

    private static func list(_ call: ControlCall) throws(ControlFailure) -> Response {
        var page = try page(call)
        var body: [UInt8] = []
        while let piece = page.next() { body += piece }
        return Response(written: body)
    }

    /// Answers without ever having the whole page, which may be many times as large as what it tells of.
    private static func pieces(_ call: ControlCall) throws(ControlFailure) -> (Response, Pieces) {
        let page = Lock(try page(call))
        return (Response(written: []), Pieces { page.withLock { $0.next() } })
    }

    private static func page(_ call: ControlCall) throws(ControlFailure) -> RequestPage {
        var pattern = RequestPattern()
        pattern.method = call.text("method")?.uppercased()
        pattern.path = call.text("path")
        pattern.door = call.text("door").flatMap(Door.init(rawValue:))
        pattern.user = call.text("user")
        pattern.rule = call.text("rule")
        try check(pattern, call)
        let journal = call.state.withLock { $0.journal.kept }
        return RequestPage(
            journal, pattern, after: call.number("after") ?? 0, limit: call.number("limit") ?? 100,
            secrets: call.isTrue("secrets"))
    }

    private static func last(_ call: ControlCall) throws(ControlFailure) -> Response {
        guard let last = call.state.withLock({ $0.journal.last }) else {
            throw ControlFailure(404, "no-requests", "No request has been recorded yet.")
        }
        return Response(json: last.json(secrets: call.isTrue("secrets")))
    }

    private static func clear(_ call: ControlCall) -> Response {
        call.state.withLock { $0.journal.clear() }
        call.instance.live.tell(.cleared)
        return Response(status: 204)
    }

    // MARK: POST verify

    private static let question = Keys(
        what: "a verification", component: "Verification",
        list: [
            Keys.Key("request", .object(pattern), "The requests to count.", isRequired: true),
            Keys.Key(
                "times", .either([.integer(0...Int.max), .object(times)]),
                "The expected number; default: at least one."),
        ])

    private static let pattern: Keys = {
        let value = Keys.Kind.map(.either([.string, .anyNumber, .boolean, .null]))
        return Keys(
            what: "a request", component: "RequestPattern",
            list: filters.dropLast() + [
                Keys.Key("parameters", value, "Parameters of the query or a form body, likewise."),
                Keys.Key("query", value, "Parameters of the query: * matches anything, null means absent."),
                Keys.Key("form", value, "Parameters of a form body, likewise."),
                Keys.Key("headers", value, "Header fields, likewise."),
                Keys.Key("longerThan", .integer(0...Int.max), "The size that path and query exceed, in bytes as sent."),
            ])
    }()

    private static let times = Keys(
        what: "times", component: "Times",
        list: [
            Keys.Key("atLeast", .integer(0...Int.max), "This many or more."),
            Keys.Key("atMost", .integer(0...Int.max), "This many or fewer."),
        ])

    private static let verdict = Keys(
        what: "a verdict", component: "Verdict",
        list: [
            Keys.Key("passed", .boolean, "Whether there were as many as expected.", isRequired: true),
            Keys.Key("count", .anyNumber, "The number of matching requests.", isRequired: true),
            Keys.Key("message", .string, "The result in words.", isRequired: true),
            Keys.Key("near", .list(.object(near)), "The nearest requests if there are too few.", isRequired: true),
        ])

    private static let near = Keys(
        what: "a near miss", component: "NearMiss",
        list: [
            Keys.Key("request", .object(.exchange), "The request.", isRequired: true),
            Keys.Key("differences", .list(.string), "The differences.", isRequired: true),
        ])

    private static func verify(_ call: ControlCall) throws(ControlFailure) -> Response {
        let pattern: RequestPattern
        do throws(RequestPattern.Unreadable) {
            pattern = try RequestPattern(call.body["request"] ?? .object([]))
        } catch {
            throw ControlFailure(422, "bad-body", error.message)
        }
        try check(pattern, call)
        let times = try times(call.body["times"])
        do throws(JournalIncomplete) {
            let verdict = try call.state.withLock { $0.journal }.verify(pattern, times: times)
            return Response(
                json: .object([
                    .init("passed", .bool(verdict.passed)), .init("count", .int(verdict.count)),
                    .init("message", .string(verdict.description)),
                    .init("near", .array(verdict.near.map { RequestPage.json($0, secrets: false) })),
                ]))
        } catch {
            throw ControlFailure(409, "journal-incomplete", error.description + ".")
        }
    }

    /// Refuses a pattern that names what does not exist: a misspelled rule would make every `times: 0` pass.
    private static func check(_ pattern: RequestPattern, _ call: ControlCall) throws(ControlFailure) {
        do throws(MockEnterpriseError) {
            try pattern.check(against: call.state.withLock { $0.deployment.callerNames })
        } catch {
            throw ControlFailure(422, "bad-pattern", error.description)
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
}
