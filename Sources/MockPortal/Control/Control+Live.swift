// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Trust

/// The endpoints by which the inspector watches: what happens, as it happens, and all about one exchange.
extension Control {
    static let live = [
        Endpoint(
            .get, "live",
            "What happens from now on, as Server-Sent Events: hello, exchange, edit, dropped, cleared; it ends with the server",
            query: [after], success: .text("text/event-stream"),
            refusals: [(409, "Too many listen already.")], access: .reading, follow: follow),
        Endpoint(
            .get, "exchanges/{id}",
            "An exchange with all that is known of it: its rules, its tokens, as curl, HAR and steps of a scenario",
            query: [secrets], success: .json(200, .object(whole)),
            refusals: [(404, "There is no exchange with that id, or it was dropped.")], cost: .much, access: .reading,
            handler: exchange),
        Endpoint(
            .post, "tokens/decode", "What a token says, and what has become of it", body: .object(given),
            success: .json(200, .object(.tokenReport)), cost: .much, handler: decode),
    ]

    private static let after = Keys.Key(
        "after", .integer(0...Int.max), "Also what the journal has with a higher id; default: what is new alone.")
    private static let secrets = Keys.Key(
        "secrets", .boolean, "Whether passwords and tokens are shown; never to those who may only read.")

    private static let given = Keys(
        what: "a token", component: "GivenToken",
        list: [Keys.Key("token", .string, "The token.", isRequired: true)])

    private static let whole = Keys(
        what: "an exchange with all about it", component: "WholeExchange",
        list: [
            Keys.Key("exchange", .object(.exchange), "The exchange.", isRequired: true),
            Keys.Key("rules", .list(.object(told)), "The rules that refused or shaped it.", isRequired: true),
            Keys.Key("tokens", .list(.object(.tokenReport)), "The tokens in it, decoded.", isRequired: true),
            Keys.Key("curl", .textOrNull, "The request for a shell; null: no request was read.", isRequired: true),
            Keys.Key("har", .map(.any), "An HTTP Archive of it.", isRequired: true),
            Keys.Key(
                "steps", .list(.map(.any)),
                "Steps of a scenario that show it, with what it needs before: with secrets=true alone, for they run.",
                isRequired: true),
        ])

    private static let told = Keys(
        what: "a rule and what it found", component: "Told",
        list: [
            Keys.Key("rule", .string, "The rule's id.", isRequired: true),
            Keys.Key("summary", .string, "The rule in one sentence.", isRequired: true),
            Keys.Key("facts", .map(.string), "The facts that it looked at.", isRequired: true),
            Keys.Key("wouldPass", .string, "What would have passed.", isRequired: true),
            Keys.Key("advice", .string, "What a client should do.", isRequired: true),
            Keys.Key("source", .string, "The evidence.", isRequired: true),
            Keys.Key("confidence", .string, "How certain it is.", isRequired: true),
            Keys.Key("clients", .list(.string), "What released clients make of it.", isRequired: true),
        ])

    // MARK: what they do

    private static func follow(_ call: ControlCall) throws(ControlFailure) -> Listening {
        let listening = Listening(call.instance, isFull: call.isFull)
        guard call.instance.live.add(listening) else {
            let most = call.isFull ? "\(Live.limit)" : "\(Live.readers) who may only read"
            throw ControlFailure(409, "too-many", "\(most) listen already: end those no longer needed.")
        }
        // A client that lost the connection names the last event that it had (HTML, section 9.2).
        if let after = call.lastEvent ?? call.number("after") { listening.recall(after: after) }
        return listening
    }

    private static func exchange(_ call: ControlCall) throws(ControlFailure) -> Response {
        let (journal, deployment, now) = call.state.withLock { ($0.journal.kept, $0.deployment, $0.clock.now) }
        guard let number = Int(call.names["id"] ?? ""), let exchange = journal[number] else {
            throw ControlFailure(404, "no-such-exchange", "There is no exchange \(call.names["id"] ?? ""), or no more.")
        }
        let shows = call.isFull && call.isTrue("secrets")
        let tokens = exchange.tokens.prefix(10).map { found in
            TokenReport.json(
                found.string, deployment.report(onToken: found.string, at: now), at: now,
                from: journal.issuer(ofToken: found.string), place: found.place)
        }
        let writer = StepWriter(sites: call.instance.sites, journal: journal)
        let har = (try? JSONReader.read(Array([exchange].har(secrets: shows).utf8))) ?? .object([])
        return Response(
            json: .object([
                .init("exchange", exchange.json(secrets: shows)),
                .init("rules", .array(exchange.verdict.map(json))), .init("tokens", .array(Array(tokens))),
                .init("curl", exchange.curl(secrets: shows).map(JSON.string) ?? .null), .init("har", har),
                .init("steps", .array(shows ? writer.steps(exchange) : [])),
            ]))
    }

    private static func json(_ verdict: Verdict) -> JSON {
        .object([
            .init("rule", .string(verdict.rule.id)), .init("summary", .string(verdict.rule.summary)),
            .init("facts", .object(verdict.facts.map { .init($0.name, .string($0.value)) })),
            .init("wouldPass", .string(verdict.wouldPass)), .init("advice", .string(verdict.rule.advice)),
            .init("source", .string(verdict.evidence.source)),
            .init("confidence", .string(verdict.evidence.confidence.rawValue)),
            .init("clients", .array(ClientReactions.make(of: verdict.rule).map(JSON.string))),
        ])
    }

    private static func decode(_ call: ControlCall) -> Response {
        let string = call.body["token"]?.text ?? ""
        let (journal, deployment, now) = call.state.withLock { ($0.journal.kept, $0.deployment, $0.clock.now) }
        let report = deployment.report(onToken: string, at: now)
        let source = report == nil ? nil : journal.issuer(ofToken: string)
        return Response(json: TokenReport.json(string, report, at: now, from: source))
    }
}
