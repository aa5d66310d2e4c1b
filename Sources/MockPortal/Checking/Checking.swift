// SPDX-License-Identifier: Apache-2.0

import Engine
package import Enterprise
import Facts
import Formats
import Trust

/// Runs a scenario's steps over real sockets, in order, until one fails, or all of them.
package struct Checking {
    private let target: CheckTarget
    private var jars: [String: CookieJar] = [:]
    private var saved: [String: String] = [:]
    /// A Boolean value that indicates whether a step was skipped that only a double can perform; what follows cannot be
    /// judged elsewhere.
    private var hasLostTrack = false
    /// The redaction of secrets, which are real ones in another deployment.
    private var redaction: Redaction?

    /// Whether a step that failed does not end the run: so it is of another deployment, which is compared, not tested.
    private let keepsGoing: Bool
    /// What the double would say, for a run that attests.
    private var trials: QuirkTrials?
    /// Whether the last answer said that there is no such thing.
    private var isMissing = false

    private init(_ target: CheckTarget, keepsGoing: Bool) {
        self.target = target
        self.keepsGoing = keepsGoing || target.state == nil
        redaction = target.ready.map(Redaction.init)
    }

    package static func run(_ scenario: Scenario, on target: CheckTarget, keepsGoing: Bool = false) -> ScenarioReport {
        var checking = Checking(target, keepsGoing: keepsGoing)
        var report = ScenarioReport(name: scenario.name, title: scenario.title, count: scenario.steps.count)
        report.seed = target.state == nil ? nil : scenario.seed ?? 1
        report.releases = (scenario.portals.map(\.release) + scenario.servers.map(\.release)).map(\.name)
        if target.courtesy != nil { checking.trials = QuirkTrials(scenario, releases: target.releases) }
        for (index, step) in scenario.steps.enumerated() {
            let result = checking.run(step, at: index)
            report.steps.append(result)
            if result.outcome == .failed, !checking.keepsGoing { break }
        }
        return report
    }

    private mutating func run(_ step: Scenario.Step, at index: Int) -> StepReport {
        var report = StepReport(say: step.say ?? "(unnamed step)", file: step.file, position: step.position)
        report.rule = step.verdict ?? nil
        let began = MonotonicClock.milliseconds
        switch step.action {
        case .advance(let milliseconds):
            if let state = target.state {
                state.withLock { $0.clock.advance(milliseconds: milliseconds * Int64(step.times)) }
            } else {
                leave(&report, .clock)
            }
        case .event(let event):
            guard let state = target.state else {
                leave(&report, .clock)
                break
            }
            do throws(Event.Impossible) {
                for _ in 0..<step.times {
                    try state.withLock { state throws(Event.Impossible) in try state.deployment.happen(event) }
                }
            } catch {
                fail(&report, "event", event.kind.rawValue, error.message)
            }
        case .request(let request):
            if hasLostTrack {
                leave(&report, .follows)
            } else if request.certificate != nil, target.trust(for: request.certificate) == nil {
                report.outcome = .cannotRun
                report.unsent = .certificate
            } else if trials?.isOfFault(index) == true || trials != nil && step.response?.closed != nil {
                leave(&report, .fault)
            } else {
                let times = target.courtesy == nil ? step.times : 1
                for _ in 0..<times where report.outcome == .passed { send(request, step, &report) }
                explain(&report, index)
            }
        }
        report.milliseconds = MonotonicClock.milliseconds - began
        redaction?.hide(&report)
        return report
    }

    /// Notes that a step was not asked, or that its answer says nothing.
    private mutating func leave(_ report: inout StepReport, _ reason: Unsent) {
        hasLostTrack = hasLostTrack || reason.losesTrack
        (report.outcome, report.unsent, report.differences) = (.cannotRun, reason, [])
    }

    /// Says which behaviors a step shows, or which quirks explain its answer.
    private mutating func explain(_ report: inout StepReport, _ index: Int) {
        guard let trials else { return }
        switch report.outcome {
        case .cannotRun: break
        case .passed: report.shown = trials.shown(by: index)
        case .failed:
            let misses = Set(
                report.differences.map {
                    QuirkTrials.Miss(what: $0.what, got: QuirkTrials.plain($0.got, target.sites))
                })
            report.release = trials.release(explaining: index, misses)?.name
            if report.release == nil { report.explanation = trials.explanation(of: index, misses) }
            report.shown = trials.shown(by: index)
            if report.release == nil, report.explanation.isEmpty, isMissing, !trials.isAbsent(index) {
                leave(&report, .missing)
            }
        }
    }

    private mutating func send(_ request: Scenario.Request, _ step: Scenario.Step, _ report: inout StepReport) {
        var unknown: [String] = []
        let (target, saved) = (target, saved)
        let fill = { (text: String) in
            Placeholders.expand(text) { saved[$0] ?? target.value($0, isSecure: request.isSecure) }
        }
        let fallback = request.isSecure ? target.sites.https : target.sites.http
        let filled = StepRequest(request, fallback: fallback) { text in
            Placeholders.expand(text, { saved[$0] ?? target.value($0, isSecure: request.isSecure) }) {
                unknown.append($0)
            }
        }
        if !unknown.isEmpty, keepsGoing { return leave(&report, .follows) }
        guard unknown.isEmpty, let sent = filled else {
            let got = unknown.isEmpty ? fill(request.url) : "nothing here defines {\(unknown[0])}"
            return fail(&report, "url", "an http or https URL", got)
        }
        report.curl = target.lasting(sent.curl(caFile: target.caFile))
        var exchange = HTTPExchange(
            trust: target.trust(for: request.certificate), certificate: request.certificate,
            jar: jars[request.jar] ?? CookieJar(),
            timeout: target.patience, silence: step.response?.closed == "timeout" ? 500 : nil,
            isAnswerAwaited: step.awaitsAnswer, isEndAwaited: step.response?.closed != nil,
            keepsCoding: step.response?.isRaw ?? false)
        let before = target.state?.withLock { $0.journal.last?.number } ?? 0
        var known: ResponseReader.Received?
        isMissing = false
        if let courtesy = target.courtesy {
            exchange.courtesy = courtesy
            switch courtesy.permission(for: sent) {
            case .unsent(let reason): return leave(&report, reason)
            case .known(let received): known = received
            case .sent:
                // What is sent again where a connection was closed would be a password sent twice.
                if case .one = Credential.find(in: sent) { exchange.jar.connections = [:] }
            }
        }
        let result = known.map { .success(.response($0)) } ?? exchange.go(sent, follow: request.follow)
        jars[request.jar] = exchange.jar
        switch result {
        case .failure(let failure) where failure.unsent != nil: leave(&report, failure.unsent ?? .elsewhere)
        case .failure(let failure):
            fail(
                &report, "connection", step.response?.closed.map { "to end: \($0)" } ?? "an answer", failure.description
            )
        case .success(.ended(let ending, let unfinished, let reason)):
            judge(ending, unfinished, reason, step, fill, &report)
            if report.outcome == .failed {
                report.verdict = verdict(unfinished, since: before)
                report.answer = unfinished.map(Checking.short)
            }
        case .success(.response(let received)):
            if known == nil { target.courtesy?.note(received, of: sent) }
            isMissing = QuirkTrials.isMissing(received)
            judge(received, step, fill, &report)
            if report.outcome == .passed || keepsGoing { save(step.saves, received, exchange.jar, &report) }
            if report.outcome == .failed {
                report.verdict = verdict(received, since: before)
                report.answer = Checking.short(received)
            }
        }
    }

    /// Compares an incomplete answer with what the step expects, as if it were complete.
    private func judge(
        _ ending: Client.Ending, _ unfinished: ResponseReader.Received?, _ reason: String?, _ step: Scenario.Step,
        _ fill: @escaping (String) -> String, _ report: inout StepReport
    ) {
        if step.response?.closed != ending.rawValue {
            let came = unfinished.map { "; before that, status \($0.status) and \($0.body.count) bytes of the body" }
            let why = reason.map { ", \($0)" } ?? ""
            return fail(
                &report, "connection", step.response?.closed.map { "to end: \($0)" } ?? "an answer",
                "an end: \(ending.rawValue)\(why)\(came ?? "")")
        }
        guard let unfinished else {
            if step.awaitsAnswer {
                fail(&report, "connection", "the head of an answer before the end", "nothing")
            }
            return
        }
        compare(unfinished, step, fill, &report)
    }

    private func judge(
        _ received: ResponseReader.Received, _ step: Scenario.Step, _ fill: @escaping (String) -> String,
        _ report: inout StepReport
    ) {
        if let closed = step.response?.closed {
            return fail(&report, "connection", "to end: \(closed)", "a response with status \(received.status)")
        }
        compare(received, step, fill, &report)
    }

    private func compare(
        _ received: ResponseReader.Received, _ step: Scenario.Step, _ fill: @escaping (String) -> String,
        _ report: inout StepReport
    ) {
        if let response = step.response {
            for difference in Expectation(response: response, fill: fill).compare(received) {
                fail(&report, difference.what, difference.expected, difference.got)
            }
        }
        // A real deployment gives no verdict.
        guard target.state != nil, let verdict = step.verdict else { return }
        let wanted = verdict.map(Explanation.current)
        let rules = received["x-mock-portal-because"]
        let first = rules?.split(separator: ",").first.map(String.init)
        if first != wanted { fail(&report, "because", wanted ?? "none", first ?? "none") }
    }

    private static func short(_ received: ResponseReader.Received) -> String {
        let type = received["content-type"].map { " of \($0)" } ?? ""
        let isText = String(validating: received.body, as: UTF8.self) != nil
        let body = isText ? Excerpt.cut(String(decoding: received.body, as: UTF8.self)) : "(no text)"
        return "\(received.status), \(received.body.count) bytes\(type)" + (received.body.isEmpty ? "" : ": \(body)")
    }

    private mutating func save(
        _ saves: [Scenario.Save], _ received: ResponseReader.Received, _ jar: CookieJar, _ report: inout StepReport
    ) {
        for save in saves {
            guard var value = SavedValues.value(save.source, received, jar) else {
                fail(&report, "save \(save.name)", "a value", "nothing there")
                continue
            }
            switch save.decode {
            case "percent": value = Percent.decode(value)
            case "html": value = SavedValues.plain(html: value)
            default: break
            }
            saved[save.name] = value
            redaction?.learn(value)
        }
    }

    /// Returns the verdict from the journal if there is one, otherwise from the header.
    private func verdict(_ received: ResponseReader.Received?, since number: Int) -> String? {
        let told = target.state?.withLock { state in
            state.journal.exchanges.last { $0.number > number && !$0.verdict.isEmpty }
        }
        if let verdict = told?.verdict.first {
            let facts = verdict.facts.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
            return
                "\(verdict.rule.id): \(verdict.rule.summary)\(facts.isEmpty ? "" : " (\(facts))"); would pass: \(verdict.wouldPass)"
        }
        return received?["x-mock-portal-because"]
    }

    private func fail(_ report: inout StepReport, _ what: String, _ expected: String, _ got: String) {
        report.outcome = .failed
        report.differences.append((what, expected, got))
    }
}
