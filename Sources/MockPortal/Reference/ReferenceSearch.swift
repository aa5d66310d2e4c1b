// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// The search over rules and built-in scenarios by the text of an error.
package enum ReferenceSearch {
    /// The most that is listed of each kind; the rest is counted.
    private static let limit = 20

    /// The keys of an error's JSON, which stand in every one.
    private static let keys: Set = ["error", "code", "message", "messages", "messagecode", "details", "status"]

    /// Returns the rules and the scenarios in which all words stand, whatever their case, the shortest first: they are
    /// about little else. Empty if there are none. A number is looked for in scenarios only, for rules name no codes.
    package static func find(_ text: String) -> String {
        // A pasted body is searched for its words: braces and quotation marks separate them.
        let all = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.map(String.init)
        let words = all.filter { !keys.contains($0) }
        let plain = words.filter { Int($0) == nil }
        guard !words.isEmpty else { return "" }
        let scenarios = BuiltInScenarios.names.compactMap { name -> (name: String, length: Int)? in
            guard let text = BuiltInScenarios.text(name)?.lowercased(), words.allSatisfy(text.contains) else {
                return nil
            }
            return (name, text.utf8.count)
        }.sorted { $0.length < $1.length }.map(\.name)
        let rules = Explanation.rules.filter { rule in
            let text = "\(rule.id) \(rule.summary) \(rule.advice)".lowercased()
            return !plain.isEmpty && plain.allSatisfy(text.contains)
        }.sorted { $0.summary.count < $1.summary.count }
        var sections: [String] = []
        if !scenarios.isEmpty {
            sections.append(
                "Scenarios (mock-portal serve NAME, mock-portal show NAME)\n\n"
                    + BuiltInScenarios.list(Array(scenarios.prefix(limit))) + rest(scenarios.count))
        }
        if !rules.isEmpty {
            let lines = rules.prefix(limit).map { "\($0.id)  \($0.summary)\n" }.joined()
            sections.append("Rules (mock-portal explain RULE)\n\n" + lines + rest(rules.count))
        }
        return sections.joined(separator: "\n")
    }

    private static func rest(_ count: Int) -> String { count > limit ? "… and \(count - limit) more\n" : "" }
}
