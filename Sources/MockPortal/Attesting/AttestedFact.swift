// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// A fact, and what another deployment said of it.
///
/// It is the rule that a step names, or else the step's scenario; in a run that attests, also each behavior that a step shows,
/// as `quirk.` and its name.
package struct AttestedFact: Sendable {
    /// What a site did otherwise.
    struct Difference: Sendable {
        var scenario: String
        var step: String
        var what: String
        var expected: String
        var got: String
    }

    package enum Verdict: String, Sendable {
        case agree
        case differ
        case notSeen = "not seen"
    }

    package var name: String
    var evidence: Evidence?
    /// What the scenarios have a behavior at.
    var choice: Choice?
    /// The number of steps that agree.
    package var agree = 0
    /// The number of steps that were not asked, by the reason.
    package var unseen: [Unsent: Int] = [:]
    var differences: [Difference] = []
    /// The quirks that make a scenario answer as the site does.
    var quirks: Set<QuirkTrials.Setting> = []
    /// Whether a scenario of the site's own release answers as the site does.
    var release = Explained.nothing

    /// What the release explains of the differences.
    enum Explained: Hashable, Sendable {
        case nothing
        case all(String)
        /// Some differences are of no known release, or of several.
        case some

        mutating func add(_ name: String?) {
            switch (self, name) {
            case (.nothing, let name?): self = .all(name)
            case (.all(let own), let name) where own == name: break
            default: self = .some
            }
        }
    }

    init(_ name: String, evidence: Evidence?) { (self.name, self.evidence) = (name, evidence) }

    package var verdict: Verdict { !differences.isEmpty ? .differ : agree > 0 ? .agree : .notSeen }

    /// The quirks as scenario files write them, or `nil` if there are none.
    var quirkText: String? {
        quirks.isEmpty ? nil : "quirks: { \(quirks.map(\.text).sorted().joined(separator: ", ")) }"
    }

    var json: JSON {
        var members: [JSON.Member] = [.init("fact", .string(name)), .init("verdict", .string(verdict.rawValue))]
        if let evidence {
            members += [
                .init("source", .string(evidence.source)), .init("confidence", .string(evidence.confidence.rawValue)),
            ]
        }
        if let choice { members.append(.init("choice", .string(choice.rawValue))) }
        members.append(.init("steps", .int(agree)))
        if verdict == .notSeen, !unseen.isEmpty {
            members.append(.init("because", .array(unseen.keys.map(\.rawValue).sorted().map(JSON.string))))
        }
        guard !differences.isEmpty else { return .object(members) }
        if case .all(let name) = release { members.append(.init("release", .string(name))) }
        if !quirks.isEmpty {
            let sorted = quirks.sorted { $0.text < $1.text }
            members.append(
                .init(
                    "quirks",
                    .object(sorted.map { .init($0.behavior.rawValue, .string($0.choice.rawValue)) })))
        }
        let list = differences.map { difference in
            JSON.object([
                .init("scenario", .string(difference.scenario)), .init("step", .string(difference.step)),
                .init("what", .string(difference.what)), .init("expected", .string(difference.expected)),
                .init("got", .string(difference.got)),
            ])
        }
        members.append(.init("differences", .array(list)))
        return .object(members)
    }

    /// The fact for people: a line, and what differs below it.
    package var text: String {
        let word = verdict.rawValue + String(repeating: " ", count: 8 - verdict.rawValue.count)
        var line = "  \(word)  \(name)"
        if let choice { line += " = \(choice.rawValue)" }
        switch verdict {
        case .agree: return line + "  (\(agree) step\(agree == 1 ? "" : "s"))\n"
        case .notSeen:
            let reasons = unseen.keys.map(\.rawValue).sorted()
            return line + (reasons.isEmpty ? "\n" : "  (\(reasons.joined(separator: "; ")))\n")
        case .differ:
            var text = line + "\n"
            for difference in differences {
                text += "            \(difference.scenario): \(difference.step)\n"
                text += "              \(difference.what)\n"
                text += "                expected  \(difference.expected)\n"
                text += "                got       \(difference.got)\n"
            }
            if case .all(let name) = release {
                return text + "            a scenario of release \(name) answers so, which the site says it is of\n"
            }
            return text
                + (quirkText.map { "            a scenario answers so with \($0)\n" }
                    ?? "            no quirk makes a scenario answer so\n")
        }
    }
}
