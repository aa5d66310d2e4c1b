// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum ExplainCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words)
        guard let id = arguments.rest.first else { return Console.out(ReferencePages.rules()) }
        guard let text = ReferencePages.explain(id) else {
            throw .usage("there is no rule \"\(id)\"", suggestion: ReferencePages.nearestRule(to: id))
        }
        Console.out(text)
    }
}
