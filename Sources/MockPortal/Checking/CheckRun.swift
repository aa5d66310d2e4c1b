import Enterprise
import Facts
import Formats

/// What `mock-portal check` does: loads scenarios, starts each on free ports (or takes a deployment elsewhere), runs
/// the steps, and tells how it went.
package struct CheckRun: Sendable {
    package private(set) var reports: [ScenarioReport] = []
    /// Findings of scenarios that could not be loaded, in lines.
    package private(set) var findings: [String] = []

    package init() {}

    package var hasFailed: Bool { reports.contains(where: \.hasFailed) }
    package var isBroken: Bool { !findings.isEmpty }

    /// `ready`: the ready file of another deployment, with the PEM that it names. Returns what is to be printed.
    package mutating func check(_ name: String, against ready: String?, certificateAuthority: String?) -> String {
        let (loaded, found) = MockPortal.load(name)
        let lines = found.map { "\($0.description)\n" }.joined()
        guard let scenario = loaded else {
            findings += found.map(\.description)
            return lines
        }
        let report: ScenarioReport
        do {
            report = try run(scenario, against: ready, certificateAuthority)
        } catch {
            findings.append("\(name): \(error)")
            return "\(lines)\(name): \(error)\n"
        }
        reports.append(report)
        return lines + report.text(isVerbose: ready != nil)
    }

    private func run(_ scenario: Scenario, against ready: String?, _ authority: String?) throws -> ScenarioReport {
        if let ready {
            let json = try JSONReader.read(Array(ready.utf8))
            return Checking.run(scenario, on: try Ground(ready: json, certificateAuthority: authority))
        }
        var options = MockPortal.Options()
        options.seed = scenario.seed ?? 1
        let portal = try MockPortal(scenario, options: options)
        defer { portal.stop() }
        return Checking.run(scenario, on: try Ground(portal))
    }

    /// The file that a ready file names for the certificates to trust.
    package static func authorityFile(ready: String) -> String? {
        (try? JSONReader.read(Array(ready.utf8)))?["ca"]?.text
    }

    /// One line about all.
    package var summary: String {
        let steps = reports.flatMap(\.steps)
        func count(_ outcome: StepReport.Outcome) -> Int { steps.count { $0.outcome == outcome } }
        let left = reports.map { $0.count - $0.steps.count }.reduce(0, +)
        var text = "\(reports.count) scenario\(reports.count == 1 ? "" : "s"): \(count(.passed)) steps passed"
        text += ", \(count(.failed)) failed"
        if count(.cannotRun) > 0 { text += ", \(count(.cannotRun)) cannot be run here" }
        if left > 0 { text += ", \(left) not reached" }
        return text + "\n"
    }

    /// All reports as one JSON document.
    package var json: String {
        let json = JSON.object([
            .init("passed", .bool(!hasFailed && !isBroken)), .init("findings", .array(findings.map(JSON.string))),
            .init("scenarios", .array(reports.map(\.json))),
        ])
        return String(decoding: JSONWriter.json(json), as: UTF8.self) + "\n"
    }
}
