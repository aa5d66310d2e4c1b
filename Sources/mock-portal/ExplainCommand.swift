// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum ExplainCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--json"])
        let isJSON = arguments.has("--json")
        guard let id = arguments.rest.first else {
            return Console.out(isJSON ? ReferencePages.rulesJSON() : ReferencePages.rules())
        }
        if arguments.rest.count == 1, let text = isJSON ? ReferencePages.explainJSON(id) : ReferencePages.explain(id) {
            return Console.out(text)
        }
        // The words of an error, such as 498, are no id: what stands behind it is searched for.
        let text = arguments.rest.joined(separator: " ")
        let found = isJSON ? ReferenceSearch.json(text) ?? "" : ReferenceSearch.find(text)
        guard arguments.rest.count > 1 || !id.contains("."), !found.isEmpty else {
            throw .usage("there is no rule \"\(text)\"", suggestion: ReferencePages.nearestRule(to: text))
        }
        Console.out(found)
    }
}
