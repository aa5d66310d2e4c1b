// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum ShowCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words)
        guard arguments.rest.count == 1 else { throw .usage("show needs the name of a scenario") }
        let name = arguments.rest[0]
        try Themes.refuse(name)
        guard let text = BuiltInScenarios.text(name) else {
            throw .usage("there is no scenario \"\(name)\"", suggestion: BuiltInScenarios.nearest(to: name))
        }
        Console.out(text)
    }
}
