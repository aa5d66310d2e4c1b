// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum ListCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words)
        guard let theme = arguments.rest.first else {
            return Console.out(BuiltInScenarios.list(BuiltInScenarios.names))
        }
        let names = BuiltInScenarios.names(theme: theme)
        guard !names.isEmpty else {
            throw .usage(
                "there is no theme \"\(theme)\"", suggestion: Arguments.nearest(theme, BuiltInScenarios.themes))
        }
        Console.out(BuiltInScenarios.list(names))
    }
}
