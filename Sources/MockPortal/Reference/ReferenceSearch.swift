// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// The search over errors, rules, built-in scenarios and guides by the text of an error.
package enum ReferenceSearch {
    /// The most that is listed of each kind; the rest is counted.
    private static let limit = 20
    /// The most rules that are listed behind one error.
    private static let most = 12

    /// The keys of an error's JSON, which stand in every one.
    private static let keys: Set = ["error", "code", "message", "messages", "messagecode", "details", "status"]

    /// What a search finds.
    private struct Found {
        var scenarios: [String] = []
        var rules: [Rule] = []
        /// Errors, with the rules behind them.
        var errors: [(text: String, rules: [String])] = []
        var guides: [GuidePassage] = []
        var isEmpty: Bool { scenarios.isEmpty && rules.isEmpty && errors.isEmpty && guides.isEmpty }
    }

    /// Returns the errors, the scenarios, the rules and the passages of guides in which all words stand, whatever their
    /// case, the shortest first: they are about little else. Empty if there are none.
    package static func find(_ text: String) -> String {
        let found = search(text)
        var sections: [String] = []
        if !found.errors.isEmpty {
            let lines = found.errors.prefix(limit).map { error in
                let more = error.rules.count > most ? " … and \(error.rules.count - most) more" : ""
                return "\(error.text)\n    \(error.rules.prefix(most).joined(separator: ", "))\(more)\n"
            }.joined()
            sections.append(
                "Errors, and the rules behind them (mock-portal explain RULE)\n\n" + lines + rest(found.errors.count))
        }
        if !found.scenarios.isEmpty {
            sections.append(
                "Scenarios (mock-portal serve NAME, mock-portal show NAME)\n\n"
                    + BuiltInScenarios.list(Array(found.scenarios.prefix(limit))) + rest(found.scenarios.count))
        }
        if !found.rules.isEmpty {
            let lines = found.rules.prefix(limit).map { "\($0.id)  \($0.summary)\n" }.joined()
            sections.append("Rules (mock-portal explain RULE)\n\n" + lines + rest(found.rules.count))
        }
        if !found.guides.isEmpty {
            let passages = found.guides.prefix(limit).map(\.listed).joined()
            sections.append("Guides\n\n" + passages + rest(found.guides.count))
        }
        return sections.joined(separator: "\n")
    }

    /// Returns everything that is found, as JSON; `nil` if nothing is.
    package static func json(_ text: String) -> String? {
        let found = search(text)
        guard !found.isEmpty else { return nil }
        return ReferencePages.printed(
            .object([
                .init(
                    "errors",
                    .array(
                        found.errors.map { error in
                            .object([
                                .init("text", .string(error.text)),
                                .init("rules", .array(error.rules.map(JSON.string))),
                            ])
                        })),
                .init("scenarios", .array(found.scenarios.compactMap(ReferencePages.json(ofScenario:)))),
                .init("rules", .array(found.rules.map(ReferencePages.json))),
                .init("guides", .array(found.guides.map(\.json))),
            ]))
    }

    private static func search(_ text: String) -> Found {
        // A pasted body is searched for its words: braces and quotation marks separate them.
        let all = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.map(String.init)
        let words = all.filter { !keys.contains($0) }
        guard !words.isEmpty else { return Found() }
        var found = Found()
        found.scenarios = BuiltInScenarios.names.compactMap { name -> (name: String, length: Int)? in
            guard let text = BuiltInScenarios.text(name)?.lowercased(), words.allSatisfy(text.contains) else {
                return nil
            }
            return (name, text.utf8.count)
        }.sorted { $0.length < $1.length }.map(\.name)
        found.rules = Explanation.rules.filter { rule in
            let text = "\(rule.id) \(rule.summary) \(rule.advice)".lowercased()
            return words.allSatisfy(text.contains)
        }.sorted { $0.summary.count < $1.summary.count }
        found.errors = ShownErrors.rules.filter { error in
            let text = error.key.lowercased()
            return words.allSatisfy(text.contains)
        }.map { ($0.key, $0.value.sorted()) }.sorted { ($0.text.count, $0.text) < ($1.text.count, $1.text) }
        found.guides = Guides.find(words)
        return found
    }

    private static func rest(_ count: Int) -> String { count > limit ? "… and \(count - limit) more\n" : "" }
}
