import Engine
package import Enterprise
import Facts
import Formats
import Trust

/// Runs a scenario's steps over real sockets, in order; the first failing step ends it.
package struct Checking {
    private let ground: Ground
    private var jars: [String: Jar] = [:]
    private var saved: [String: String] = [:]
    /// After a step that only a double can do, what follows cannot be judged elsewhere.
    private var hasLostTrack = false
    /// Elsewhere secrets are real ones.
    private var redaction: Redaction?

    private init(_ ground: Ground) {
        self.ground = ground
        redaction = ground.ready.map(Redaction.init)
    }

    package static func run(_ scenario: Scenario, on ground: Ground) -> ScenarioReport {
        var checking = Checking(ground)
        var report = ScenarioReport(name: scenario.name, title: scenario.title, count: scenario.steps.count)
        report.seed = ground.live == nil ? nil : scenario.seed ?? 1
        for step in scenario.steps {
            let result = checking.run(step)
            report.steps.append(result)
            // A deployment elsewhere is compared, not tested: what else differs is wanted too.
            if result.outcome == .failed, ground.live != nil { break }
        }
        return report
    }

    private mutating func run(_ step: Scenario.Step) -> StepReport {
        var report = StepReport(say: step.say ?? "(unnamed step)", file: step.file, position: step.position)
        let began = MonotonicClock.milliseconds
        switch step.action {
        case .advance(let milliseconds):
            if let live = ground.live {
                live.withLock { $0.clock.advance(milliseconds: milliseconds * Int64(step.times)) }
            } else {
                hasLostTrack = true
                report.outcome = .cannotRun
            }
        case .event(let event):
            guard let live = ground.live else {
                hasLostTrack = true
                report.outcome = .cannotRun
                break
            }
            do throws(Event.Impossible) {
                for _ in 0..<step.times {
                    try live.withLock { live throws(Event.Impossible) in try live.deployment.happen(event) }
                }
            } catch {
                fail(&report, "event", event.kind.rawValue, error.message)
            }
        case .request(let request):
            if hasLostTrack || (request.certificate != nil && ground.trust(for: request.certificate) == nil) {
                report.outcome = .cannotRun
            } else {
                for _ in 0..<step.times where report.outcome == .passed { send(request, step, &report) }
            }
        }
        report.milliseconds = MonotonicClock.milliseconds - began
        redaction?.hide(&report)
        return report
    }

    private mutating func send(_ request: Scenario.Request, _ step: Scenario.Step, _ report: inout StepReport) {
        var unknown: [String] = []
        let (ground, saved) = (ground, saved)
        let fill = { (text: String) in
            Placeholders.expand(text) { saved[$0] ?? ground.value($0, isSecure: request.isSecure) }
        }
        let fallback = request.isSecure ? ground.sites.https : ground.sites.http
        let filled = StepRequest(request, fallback: fallback) { text in
            Placeholders.expand(text, { saved[$0] ?? ground.value($0, isSecure: request.isSecure) }) {
                unknown.append($0)
            }
        }
        if !unknown.isEmpty, ground.live == nil {
            report.outcome = .cannotRun
            return
        }
        guard unknown.isEmpty, let sent = filled else {
            let got = unknown.isEmpty ? fill(request.url) : "nothing here defines {\(unknown[0])}"
            return fail(&report, "url", "an http or https URL", got)
        }
        report.curl = ground.lasting(sent.curl(caFile: ground.caFile))
        var trip = Trip(
            trust: ground.trust(for: request.certificate), certificate: request.certificate,
            jar: jars[request.jar] ?? Jar(),
            timeout: step.response?.closed == "timeout" ? 500 : 30_000, isEndAwaited: step.response?.closed != nil,
            keepsCoding: step.response?.isRaw ?? false)
        let before = ground.live?.withLock { $0.journal.last?.number } ?? 0
        let result = trip.go(sent, follow: request.follow)
        jars[request.jar] = trip.jar
        switch result {
        case .failure(let failure):
            fail(
                &report, "connection", step.response?.closed.map { "to end: \($0)" } ?? "an answer", failure.description
            )
        case .success(.ended(let ending, let unfinished, let reason)):
            judge(ending, unfinished, reason, step, fill, &report)
            if report.outcome == .failed {
                report.because = because(unfinished, since: before)
                report.answer = unfinished.map(Checking.short)
            }
        case .success(.response(let received)):
            judge(received, step, fill, &report)
            if report.outcome == .passed || ground.live == nil { save(step.saves, received, trip.jar, &report) }
            if report.outcome == .failed {
                report.because = because(received, since: before)
                report.answer = Checking.short(received)
            }
        }
    }

    /// An answer that broke off: what came of it is held against what the step names, as a whole one is.
    private func judge(
        _ ending: Client.Ending, _ unfinished: ResponseReader.Received?, _ reason: String?, _ step: Scenario.Step,
        _ fill: @escaping (String) -> String, _ report: inout StepReport
    ) {
        if step.response?.closed != ending.rawValue {
            let came = unfinished.map { "; before it came status \($0.status) and \($0.body.count) bytes of the body" }
            let why = reason.map { ", \($0)" } ?? ""
            return fail(
                &report, "connection", step.response?.closed.map { "to end: \($0)" } ?? "an answer",
                "an end: \(ending.rawValue)\(why)\(came ?? "")")
        }
        guard let unfinished else {
            if step.response?.namesAnswer == true || step.because != nil {
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
        // A real deployment says no because.
        guard ground.live != nil, let wanted = step.because else { return }
        let rules = received["x-mock-portal-because"]
        let first = rules?.split(separator: ",").first.map(String.init)
        if first != wanted { fail(&report, "because", wanted ?? "none", first ?? "none") }
    }

    private static func short(_ received: ResponseReader.Received) -> String {
        let type = received["content-type"].map { " of \($0)" } ?? ""
        let isText = String(validating: received.body, as: UTF8.self) != nil
        let body = isText ? Parting.cut(String(decoding: received.body, as: UTF8.self)) : "(no text)"
        return "\(received.status), \(received.body.count) bytes\(type)" + (received.body.isEmpty ? "" : ": \(body)")
    }

    private mutating func save(
        _ saves: [Scenario.Save], _ received: ResponseReader.Received, _ jar: Jar, _ report: inout StepReport
    ) {
        for save in saves {
            guard var value = Saving.value(save.source, received, jar) else {
                fail(&report, "save \(save.name)", "a value", "nothing there")
                continue
            }
            switch save.decode {
            case "percent": value = Percent.decode(value)
            case "html": value = Saving.plain(html: value)
            default: break
            }
            saved[save.name] = value
            redaction?.learn(value)
        }
    }

    /// From the journal where there is one, else the header alone.
    private func because(_ received: ResponseReader.Received?, since number: Int) -> String? {
        let told = ground.live?.withLock { live in
            live.journal.exchanges.last { $0.number > number && !$0.because.isEmpty }
        }
        if let because = told?.because.first {
            let facts = because.facts.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
            return
                "\(because.rule.id): \(because.rule.summary)\(facts.isEmpty ? "" : " (\(facts))"); would pass: \(because.wouldPass)"
        }
        return received?["x-mock-portal-because"]
    }

    private func fail(_ report: inout StepReport, _ what: String, _ expected: String, _ got: String) {
        report.outcome = .failed
        report.differences.append((what, expected, got))
    }
}
