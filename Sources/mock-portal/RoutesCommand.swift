// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum RoutesCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--json"])
        Console.out(arguments.has("--json") ? ReferencePages.routesJSON() : ReferencePages.routes())
    }
}
