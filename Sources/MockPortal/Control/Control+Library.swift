// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Trust

/// The endpoints for what this double knows: rules, built-in scenarios, and the scenario that is served with its steps.
extension Control {
    static let library = [
        Endpoint(
            .get, "rules", "Every rule, with its evidence and what a client should do",
            success: .json(200, .object(rules)), cost: .much, access: .reading, handler: allRules),
        Endpoint(
            .get, "scenarios",
            "The built-in scenarios, with the errors, releases, logins and clients that they are about",
            success: .json(200, .object(scenarios)), cost: .much, access: .reading, handler: allScenarios),
        Endpoint(
            .get, "scenarios/{theme}/{name}", "A built-in scenario's file", success: .json(200, .object(file)),
            refusals: [(404, "There is no such scenario.")], cost: .much, access: .reading, handler: builtIn),
        Endpoint(
            .get, "scenario", "The file of the scenario that is served", success: .json(200, .object(file)),
            cost: .much, handler: served),
        Endpoint(
            .post, "check",
            "Runs a scenario's steps, up to the first that fails: on a deployment of its own, or on this one",
            query: [
                Keys.Key("here", .boolean, "Whether they are run on this deployment, which they may change."),
                Keys.Key("until", .integer(1...100_000), "Only so many of the first steps; default: all."),
            ], body: scenarioBody, takesScenario: true, success: .json(200, .object(report)),
            refusals: [(409, "Another check is running, or it cannot be started.")], cost: .much, handler: check),
    ]

    private static let rules = Keys(
        what: "rules", component: "Rules",
        list: [Keys.Key("rules", .list(.object(rule)), "In the order of their ids.", isRequired: true)])

    private static let rule = Keys(
        what: "a rule", component: "Rule",
        list: [
            Keys.Key("rule", .string, "Its id.", isRequired: true),
            Keys.Key("summary", .string, "The rule in one sentence.", isRequired: true),
            Keys.Key("advice", .string, "What a client should do.", isRequired: true),
            Keys.Key("source", .string, "The evidence.", isRequired: true),
            Keys.Key("confidence", .string, "How certain it is.", isRequired: true),
            Keys.Key("clients", .list(.string), "What released clients make of it.", isRequired: true),
        ])

    private static let scenarios = Keys(
        what: "scenarios", component: "Scenarios",
        list: [Keys.Key("scenarios", .list(.object(shown)), "In the order of their names.", isRequired: true)])

    private static let shown = Keys(
        what: "a scenario in the gallery", component: "Shown",
        list: [
            Keys.Key("name", .string, "Its name.", isRequired: true),
            Keys.Key("title", .string, "What it shows.", isRequired: true),
            Keys.Key("url", .textOrNull, "Where it was reported.", isRequired: true),
            Keys.Key("confidence", .textOrNull, "How certain it is.", isRequired: true),
            Keys.Key("errors", .list(.string), "The errors in its steps.", isRequired: true),
            Keys.Key("versions", .list(.string), "The releases of its sites.", isRequired: true),
            Keys.Key("login", .textOrNull, "The kind of login.", isRequired: true),
            Keys.Key("client", .textOrNull, "The client.", isRequired: true),
        ])

    private static let file = Keys(
        what: "a scenario's file", component: "ScenarioFile",
        list: [
            Keys.Key("name", .string, "The name or path.", isRequired: true),
            Keys.Key("title", .string, "What it shows.", isRequired: true),
            Keys.Key("text", .textOrNull, "The file; null: it was made in Swift.", isRequired: true),
            Keys.Key("steps", .list(.object(step)), "Its steps.", isRequired: true),
        ])

    private static let step = Keys(
        what: "a step", component: "StepOutline",
        list: [
            Keys.Key("say", .textOrNull, "What it says.", isRequired: true),
            Keys.Key("kind", .word(["request", "advance", "event"]), "What it does.", isRequired: true),
            Keys.Key("line", .anyNumber, "Where it begins in the file.", isRequired: true),
        ])

    private static let report = Keys(
        what: "a report", component: "Report",
        list: [
            Keys.Key("name", .string, "The name of the scenario.", isRequired: true),
            Keys.Key("title", .string, "What it shows.", isRequired: true),
            Keys.Key("passed", .boolean, "Whether no step failed.", isRequired: true),
            Keys.Key("count", .anyNumber, "The number of steps.", isRequired: true),
            Keys.Key("steps", .list(.map(.any)), "Those that were run, as check --json has them.", isRequired: true),
        ])

    // MARK: what they do

    private static func allRules(_ call: ControlCall) -> Response {
        let list = Explanation.rules.sorted { $0.id < $1.id }.map { rule in
            JSON.object([
                .init("rule", .string(rule.id)), .init("summary", .string(rule.summary)),
                .init("advice", .string(rule.advice)), .init("source", .string(rule.evidence.source)),
                .init("confidence", .string(rule.evidence.confidence.rawValue)),
                .init("clients", .array(ClientReactions.make(of: rule).map(JSON.string))),
            ])
        }
        return Response(json: .object([.init("rules", .array(list))]))
    }

    private static func allScenarios(_ call: ControlCall) -> Response {
        Response(json: .object([.init("scenarios", .array(ReferencePages.galleryJSON))]))
    }

    private static func builtIn(_ call: ControlCall) throws(ControlFailure) -> Response {
        let name = "\(call.names["theme"] ?? "")/\(call.names["name"] ?? "")"
        guard BuiltInScenarios.names.contains(name), let scenario = BuiltInScenarios.scenario(name) else {
            let hint = BuiltInScenarios.nearest(to: name).map { "; did you mean \($0)?" } ?? "."
            throw ControlFailure(404, "no-such-scenario", "There is no built-in scenario \(name)\(hint)")
        }
        return json(scenario, text: BuiltInScenarios.text(name))
    }

    private static func served(_ call: ControlCall) -> Response {
        let current = call.instance.current
        let text = current.source ?? BuiltInScenarios.text(current.scenario.name)
        return json(current.scenario, text: text)
    }

    private static func json(_ scenario: Scenario, text: String?) -> Response {
        let steps = scenario.steps.map { step in
            let kind =
                switch step.action {
                case .request: "request"
                case .advance: "advance"
                case .event: "event"
                }
            return JSON.object([
                .init("say", step.say.map(JSON.string) ?? .null), .init("kind", .string(kind)),
                .init("line", .int(step.position.line)),
            ])
        }
        return Response(
            json: .object([
                .init("name", .string(scenario.name)), .init("title", .string(scenario.title)),
                .init("text", text.map(JSON.string) ?? .null), .init("steps", .array(steps)),
            ]))
    }

    /// One check at a time: it waits for answers of this process.
    private static let checking = Lock(false)

    private static func check(_ call: ControlCall) throws(ControlFailure) -> Response {
        var scenario = try load(call)
        if let until = call.number("until") { scenario.steps = Array(scenario.steps.prefix(until)) }
        let mayRun = checking.withLock { isRunning in
            defer { isRunning = true }
            return !isRunning
        }
        guard mayRun else { throw ControlFailure(409, "busy", "Another check is running: wait until it has ended.") }
        defer { checking.withLock { $0 = false } }
        do {
            guard call.isTrue("here") else { return Response(json: try CheckRun.run(alone: scenario).json) }
            return Response(json: Checking.run(scenario, on: try CheckTarget(call.instance)).json)
        } catch let failure as MockEnterpriseError {
            if failure.isScenario { throw ControlFailure(scenario: failure.findings) }
            throw ControlFailure(409, "cannot-start", failure.description + ".")
        } catch {
            throw ControlFailure(409, "cannot-start", "\(error).")
        }
    }
}
