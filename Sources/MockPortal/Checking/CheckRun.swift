// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats

/// A run of `mock-portal check`: loads scenarios, starts each on free ports or uses another deployment, runs the steps,
/// and reports the results.
package struct CheckRun: Sendable {
    package private(set) var reports: [ScenarioReport] = []
    /// The findings of scenarios that could not be loaded, one per line.
    package private(set) var findings: [String] = []
    /// The circumstances of a run against another deployment.
    package private(set) var against: Attestation?
    /// Whether the steps after a failed one are run, too.
    private let keepsGoing: Bool
    /// The requests a minute of a run that attests, or `nil`.
    private let rate: Int?
    /// The sites of another deployment.
    private(set) var sites: Sites?
    /// What a run that attests sends.
    private(set) var courtesy: Courtesy?
    /// Who made the attestation, as they call themselves.
    package var verifier: String?

    package init(keepsGoing: Bool = false) { (self.keepsGoing, rate) = (keepsGoing, nil) }

    /// Creates a run that attests: it asks a real site what reads alone, so many requests a minute.
    package init(rate: Int) { (keepsGoing, self.rate) = (false, rate) }

    /// A Boolean value that indicates whether the run attests.
    var attests: Bool { rate != nil }

    package var hasFailed: Bool { reports.contains(where: \.hasFailed) || hasCheckedNothing }
    /// A Boolean value that indicates that not one step was run: there was none, or another deployment could be compared in
    /// none. What was never tried cannot pass.
    package var hasCheckedNothing: Bool {
        !isBroken && reports.allSatisfy { $0.steps.allSatisfy { $0.outcome == .cannotRun } }
    }
    package var isBroken: Bool { !findings.isEmpty }

    /// The result of one scenario.
    package struct Told: Sendable {
        /// The text to print.
        package var text: String
        package var isBroken: Bool
        fileprivate var report: ScenarioReport?
        fileprivate var findings: [String]
    }

    /// Runs scenarios, as many at a time as there are cores, and reports the results in order. Against another
    /// deployment they run one after the other because they share it.
    ///
    /// `ready` is the ready file of that deployment, with the PEM that it names.
    package mutating func check(
        _ names: [String], against ready: String?, certificateAuthority: String?, told: (Told) -> Void
    ) {
        if let ready {
            if let target = try? Self.target(ready, certificateAuthority) {
                sites = target.sites
                courtesy = rate.map { Courtesy(rate: $0, sites: target.sites, ready: target.ready) }
            }
            against = Attestation(ready: ready, certificateAuthority: certificateAuthority, courtesy: courtesy)
            for name in names {
                let one = one(name, against: ready, certificateAuthority)
                take(one)
                told(one)
            }
            return
        }
        let run = self
        Workers.checks.each(names.count, { run.one(names[$0], against: nil, nil) }) { one in
            take(one)
            told(one)
        }
    }

    /// Runs one scenario and returns the text to print.
    package mutating func check(_ name: String, against ready: String?, certificateAuthority: String?) -> String {
        let one = one(name, against: ready, certificateAuthority)
        take(one)
        return one.text
    }

    private mutating func take(_ one: Told) {
        findings += one.findings
        if let report = one.report { reports.append(report) }
    }

    private func one(_ name: String, against ready: String?, _ authority: String?) -> Told {
        let (loaded, found) = MockEnterprise.load(name)
        let lines = Finding.lines(found).map { "\($0)\n" }.joined()
        guard let scenario = loaded else {
            return Told(text: lines, isBroken: true, report: nil, findings: found.map(\.description))
        }
        do {
            let report = try run(scenario, against: ready, authority)
            return Told(
                text: lines + report.text(isVerbose: ready != nil), isBroken: false, report: report, findings: [])
        } catch {
            let line = "\(name): \(error)"
            return Told(text: "\(lines)\(line)\n", isBroken: true, report: nil, findings: [line])
        }
    }

    private func run(_ scenario: Scenario, against ready: String?, _ authority: String?) throws -> ScenarioReport {
        if let ready {
            var target = try Self.target(ready, authority)
            target.courtesy = courtesy
            target.releases = (against?.sites ?? []).compactMap(\.release)
            return Checking.run(scenario, on: target)
        }
        return try CheckRun.run(alone: scenario, keepsGoing: keepsGoing)
    }

    private static func target(_ ready: String, _ authority: String?) throws -> CheckTarget {
        try CheckTarget(ready: try JSONReader.read(Array(ready.utf8)), certificateAuthority: authority)
    }

    /// Runs a scenario on a deployment of its own.
    static func run(alone scenario: Scenario, keepsGoing: Bool = false) throws -> ScenarioReport {
        var options = MockEnterprise.Options()
        options.seed = scenario.seed ?? 1
        let portal = try MockEnterprise(scenario, options: options)
        defer { portal.stopAndWait() }
        return Checking.run(scenario, on: try CheckTarget(portal), keepsGoing: keepsGoing)
    }

    /// Returns why a text is no ready file, or `nil` if it names a deployment.
    package static func flaw(ofReady text: String) -> String? {
        guard let json = try? JSONReader.read(Array(text.utf8)), json.members != nil else {
            return "it is not a JSON object"
        }
        let hasSite =
            json["portal"]?.text != nil || ["portals", "servers"].contains { json[$0]?.members?.isEmpty == false }
        return hasSite ? nil : "it names no site in \"portal\", \"portals\" or \"servers\""
    }

    /// Returns the path of the certificates to trust that a ready file names.
    package static func authorityFile(ready: String) -> String? {
        (try? JSONReader.read(Array(ready.utf8)))?["ca"]?.text
    }

    /// A one-line summary.
    package var summary: String {
        let steps = reports.flatMap(\.steps)
        func count(_ outcome: StepReport.Outcome) -> Int { steps.count { $0.outcome == outcome } }
        let left = reports.map { $0.count - $0.steps.count }.reduce(0, +)
        let words = against == nil ? ("passed", "failed") : ("agree", "differ")
        var text = "\(reports.count) scenario\(reports.count == 1 ? "" : "s"): \(count(.passed)) steps \(words.0)"
        text += ", \(count(.failed)) \(words.1)"
        if count(.cannotRun) > 0 { text += ", \(count(.cannotRun)) cannot be run here" }
        if left > 0 { text += ", \(left) not reached" }
        if hasCheckedNothing { text += ": nothing was checked" }
        return text + "\n"
    }

    /// All reports as one JSON document.
    package var json: String {
        var members: [JSON.Member] = [.init("passed", .bool(!hasFailed && !isBroken))]
        if let against { members.append(.init("against", against.json)) }
        members.append(.init("findings", .array(findings.map(JSON.string))))
        members.append(.init("scenarios", .array(reports.map(\.json))))
        return String(decoding: JSONWriter.json(.object(members)), as: UTF8.self) + "\n"
    }
}
