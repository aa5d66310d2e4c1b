// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// Searches errors, rules, the built-in scenarios and the guides for the words of an error.
enum FindCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--json"])
        guard !arguments.rest.isEmpty else {
            throw .usage("find needs the words of an error: find 498 \"Invalid Token\"")
        }
        let text = arguments.rest.joined(separator: " ")
        let found = arguments.has("--json") ? ReferenceSearch.json(text) ?? "" : ReferenceSearch.find(text)
        guard !found.isEmpty else {
            throw Exit(1, "mock-portal: no error, rule, scenario or guide has all of these words")
        }
        Console.out(found)
    }
}
