// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
package import Recording

/// What `import` tells: what is in the recording, which exchanges the double reproduces by itself, and what was kept.
package struct ImportReport: Sendable {
    private var lines: [String] = []
    private let kept: KeptWords
    /// The number of exchanges by how the scenario comes to their answers.
    package private(set) var counts: [DraftStep.Origin: Int] = [:]

    init(_ file: RecordedFile, _ recognition: Recognition, _ kept: KeptWords) {
        self.kept = kept
        lines += file.findings.map(\.description)
        lines.append("\(file.exchanges.count) request\(file.exchanges.count == 1 ? "" : "s") in \(file.format.about)")
        for site in recognition.sites {
            let kind = site.kind == .portal ? "portal" : "server"
            let version = site.version ?? "of no known release, taken as \(Version.newest.name)"
            var text = "  \(kind) \(site.name): \(version), below /\(site.context.joined(separator: "/"))"
            let users = site.users.count(where: \.isKnown)
            if users > 0 { text += ", \(users) \(users == 1 ? "user" : "users")" }
            if !site.services.isEmpty {
                text += ", \(site.services.count) \(site.services.count == 1 ? "service" : "services")"
            }
            lines.append(text)
        }
        for (reason, count) in recognition.leftOut.sorted(by: { $0.key < $1.key }) {
            lines.append("  left out: \(count) \(reason)")
        }
        if file.beyond > 0 { lines.append("  left out: \(file.beyond) requests after the first \(RecordedFile.most)") }
    }

    mutating func add(_ draft: ScenarioDraft, _ findings: [Finding]) {
        let recorded = draft.steps.filter { step in
            step.exchange.map { draft.recognition.exchanges[$0].answer != nil } ?? false
        }
        for step in recorded { counts[step.origin, default: 0] += 1 }
        lines.append("\(counts[.own] ?? 0) of \(recorded.count) recorded answers the double gives by itself")
        let titles: [(DraftStep.Origin, String)] = [
            (.result, "given as results"), (.fault, "given by faults"), (.neither, "that it does not give"),
        ]
        for (origin, title) in titles {
            let steps = recorded.filter { $0.origin == origin }
            guard !steps.isEmpty else { continue }
            lines.append("  \(steps.count) \(title):")
            for step in steps.prefix(40) {
                lines.append("    \(step.say)\(step.differences.first.map { " (\($0))" } ?? "")")
            }
            if steps.count > 40 { lines.append("    and \(steps.count - 40) more") }
        }
        let left = draft.steps.count(where: \.isLeftOut)
        if left > 0 { lines.append("  \(left) not in the scenario, for they need a value that nothing gives") }
        let silent = draft.steps.count { step in
            step.exchange.map { draft.recognition.exchanges[$0].answer == nil } ?? false
        }
        if silent > 0 { lines.append("  \(silent) without a recorded answer: asked, and compared with nothing") }
        if draft.steps.contains(where: { $0.exchange == nil }) {
            lines.append("  a sign-in was added, for a token that came from before the recording")
        }
        lines += findings.map(\.description)
    }

    /// The report as text.
    package var text: String {
        var text = lines.joined(separator: "\n") + "\n"
        text += "\(kept.aliased) words have an alias. Please confirm what was kept"
        text +=
            kept.coordinates > 0 ? ", with \(kept.coordinates) coordinates (--redact coordinates hides them):\n" : ":\n"
        var line = " "
        for word in kept.listed {
            if line.utf8.count + word.utf8.count > 110 {
                text += line + "\n"
                line = " "
            }
            line += " \(word)"
        }
        return text + line + "\n"
    }
}
