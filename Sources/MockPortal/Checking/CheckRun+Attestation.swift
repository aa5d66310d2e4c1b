// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Recording

/// What a run against another deployment says of the facts behind its steps.
extension CheckRun {
    /// A fact: the rule that a step names, or else the step's scenario.
    private struct Fact {
        var name: String
        var evidence: Evidence?
        var agree = 0
        var unseen = 0
        var differences: [JSON] = []
    }

    /// The run as a document to send or to keep: release, date, and fact by fact whether the deployment agrees, differs, or was
    /// not seen. Hosts and what the deployment said are redacted as an import is.
    package var attestation: String {
        var redaction = RecordingRedaction()
        var members: [JSON.Member] = [
            .init("by", .string("mock-portal \(MockEnterprise.version)")),
            .init("date", (against?.date).map(JSON.string) ?? .null),
            .init(
                "sites",
                .array(
                    (against?.sites ?? []).map { site in
                        .object([
                            .init("name", .string(site.name)),
                            .init("url", .string(redaction.hidden(url: site.url))),
                            .init("release", site.release.map(JSON.string) ?? .null),
                        ])
                    })),
        ]
        let facts = facts(&redaction)
        members += [
            .init("agree", .int(facts.count { $0.agree > 0 && $0.differences.isEmpty })),
            .init("differ", .int(facts.count { !$0.differences.isEmpty })),
            .init("notSeen", .int(facts.count { $0.agree == 0 && $0.differences.isEmpty })),
            .init("facts", .array(facts.map(Self.json))),
        ]
        return String(decoding: JSONWriter.pjson(.object(members)), as: UTF8.self) + "\n"
    }

    private func facts(_ redaction: inout RecordingRedaction) -> [Fact] {
        var facts: [Fact] = []
        for report in reports {
            // The folder is the tester's own.
            let scenario =
                MockEnterprise.isPath(report.name)
                ? String(report.name.split(separator: "/").last ?? "") : report.name
            for step in report.steps {
                let name = step.rule ?? scenario
                let index = facts.firstIndex { $0.name == name } ?? facts.count
                if index == facts.count {
                    facts.append(Fact(name: name, evidence: step.rule.flatMap(Explanation.rule)?.evidence))
                }
                switch step.outcome {
                case .passed: facts[index].agree += 1
                case .cannotRun: facts[index].unseen += 1
                case .failed:
                    for difference in step.differences {
                        facts[index].differences.append(
                            .object([
                                .init("scenario", .string(scenario)), .init("step", .string(step.say)),
                                .init("what", .string(difference.what)),
                                .init("expected", .string(difference.expected)),
                                .init("got", .string(redaction.hidden(text: difference.got))),
                            ]))
                    }
                }
            }
        }
        return facts.sorted { $0.name < $1.name }
    }

    private static func json(_ fact: Fact) -> JSON {
        let verdict = !fact.differences.isEmpty ? "differ" : fact.agree > 0 ? "agree" : "not seen"
        var members: [JSON.Member] = [.init("fact", .string(fact.name)), .init("verdict", .string(verdict))]
        if let evidence = fact.evidence {
            members += [
                .init("source", .string(evidence.source)), .init("confidence", .string(evidence.confidence.rawValue)),
            ]
        }
        members.append(.init("steps", .int(fact.agree)))
        if !fact.differences.isEmpty { members.append(.init("differences", .array(fact.differences))) }
        return .object(members)
    }
}
