// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum FidelityCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--bodies"])
        Console.out(arguments.has("--bodies") ? ReferencePages.bodyList() : ReferencePages.fidelity())
    }
}
