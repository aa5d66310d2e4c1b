// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum ListCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--json"])
        let names = arguments.rest.first.map { BuiltInScenarios.names(theme: $0) } ?? BuiltInScenarios.names
        guard !names.isEmpty else {
            let theme = arguments.rest[0]
            throw .usage(
                "there is no theme \"\(theme)\"", suggestion: Arguments.nearest(theme, BuiltInScenarios.themes))
        }
        Console.out(arguments.has("--json") ? ReferencePages.listJSON(names) : BuiltInScenarios.list(names))
    }
}
