// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// Searches the rules and the built-in scenarios for the words of an error.
enum FindCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words)
        guard !arguments.rest.isEmpty else {
            throw .usage("find needs the words of an error: find 498 \"Invalid Token\"")
        }
        let found = ReferenceSearch.find(arguments.rest.joined(separator: " "))
        guard !found.isEmpty else {
            throw Exit(1, "mock-portal: no rule and no scenario has all of these words")
        }
        Console.out(found)
    }
}
