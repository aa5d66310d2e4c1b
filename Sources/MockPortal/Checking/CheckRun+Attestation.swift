// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Recording

/// What a run against another deployment says of the facts behind its steps.
extension CheckRun {
    /// The run as a document to send or to keep: release, date, and fact by fact whether the deployment agrees, differs, or was
    /// not seen. Hosts and what the deployment said are redacted as an import is.
    package var attestation: String {
        var redaction = RecordingRedaction()
        let sites = (against?.sites ?? []).map { site in
            JSON.object([
                .init("name", .string(site.name)), .init("url", .string(redaction.hidden(url: site.url))),
                .init("release", site.release.map(JSON.string) ?? .null),
            ])
        }
        let facts = facts.map { fact in
            var fact = fact
            for index in fact.differences.indices {
                fact.differences[index].got = redaction.hidden(text: fact.differences[index].got)
            }
            return fact
        }
        func count(_ verdict: AttestedFact.Verdict) -> JSON { .int(facts.count { $0.verdict == verdict }) }
        var members: [JSON.Member] = [
            .init("by", .string("mock-portal \(MockEnterprise.version)")),
            .init("date", (against?.date).map(JSON.string) ?? .null),
            .init("verifier", verifier.map(JSON.string) ?? .null),
            // A double that was asked is no real site, and whoever reads this must know.
            .init("asked", .string(double ?? "a site that is no double")), .init("isDouble", .bool(double != nil)),
            .init("sites", .array(sites)),
            .init("agree", count(.agree)), .init("differ", count(.differ)), .init("notSeen", count(.notSeen)),
        ]
        if let courtesy {
            members.append(
                .init(
                    "sent",
                    .object([
                        .init("requests", .int(courtesy.requests)), .init("rate", .int(courtesy.rate)),
                        .init(
                            "unsent",
                            .object(unsent.map { .init($0.reason.rawValue, .int($0.steps.count)) })),
                    ])))
        }
        members.append(.init("facts", .array(facts.map(\.json))))
        return String(decoding: JSONWriter.pjson(.object(members)), as: UTF8.self) + "\n"
    }

    /// What a double that was asked says of itself, or `nil` if a real site was asked.
    package var double: String? { against?.double ?? (courtesy?.isDouble == true ? "mock-portal" : nil) }

    /// The steps that were not asked, by the reason, each with its scenario.
    package var unsent: [(reason: Unsent, steps: [String])] {
        Unsent.allCases.compactMap { reason in
            let steps = reports.flatMap { report in
                report.steps.filter { $0.unsent == reason }.map { "\(Self.shown(report.name)): \($0.say)" }
            }
            return steps.isEmpty ? nil : (reason, steps)
        }
    }

    /// The folder of a file is the tester's own.
    private static func shown(_ scenario: String) -> String {
        MockEnterprise.isPath(scenario) ? String(scenario.split(separator: "/").last ?? "") : scenario
    }

    /// The facts that the steps are about, by their names.
    package var facts: [AttestedFact] {
        var facts: [String: AttestedFact] = [:]
        func note(_ name: String, _ evidence: Evidence?, _ change: (inout AttestedFact) -> Void) {
            var fact = facts[name] ?? AttestedFact(name, evidence: evidence)
            change(&fact)
            facts[name] = fact
        }
        func note(_ setting: QuirkTrials.Setting, _ change: (inout AttestedFact) -> Void) {
            let row = setting.behavior.rows.last { $0.choice == setting.choice }
            note("quirk.\(setting.behavior.rawValue)", row?.evidence) { fact in
                if fact.choice == nil { fact.choice = setting.choice }
                change(&fact)
            }
        }
        for report in reports {
            let scenario = Self.shown(report.name)
            for step in report.steps {
                let name = step.rule ?? scenario
                let evidence = step.rule.flatMap(Explanation.rule)?.evidence
                switch step.outcome {
                case .passed:
                    note(name, evidence) { $0.agree += 1 }
                    for setting in step.shown { note(setting) { $0.agree += 1 } }
                case .cannotRun:
                    note(name, evidence) { fact in
                        if let reason = step.unsent { fact.unseen[reason, default: 0] += 1 }
                    }
                case .failed:
                    let differences = step.differences.map { difference in
                        AttestedFact.Difference(
                            scenario: scenario, step: step.say, what: difference.what,
                            expected: neutral(difference.expected), got: neutral(difference.got))
                    }
                    guard !step.explanation.isEmpty else {
                        note(name, evidence) { fact in
                            fact.differences += differences
                            fact.release.add(step.release)
                        }
                        continue
                    }
                    // What differs is the behavior, and nothing else that the step is about.
                    for setting in step.explanation {
                        let own = step.own(setting.behavior)
                        note(own ?? setting) { fact in
                            if own == nil { fact.choice = nil }
                            fact.differences += differences
                            fact.quirks.insert(setting)
                        }
                    }
                }
            }
        }
        return facts.values.sorted { $0.name < $1.name }
    }

    /// Returns a text with placeholders in place of the sites' URLs.
    private func neutral(_ text: String) -> String {
        sites.map { QuirkTrials.neutral(text, $0) } ?? text
    }
}
