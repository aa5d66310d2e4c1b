// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum SchemaCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--openapi", "--markdown"])
        if arguments.has("--markdown") { return Console.out(ReferencePages.keys()) }
        Console.out(arguments.has("--openapi") ? ReferencePages.openAPI() : ReferencePages.schema())
    }
}
