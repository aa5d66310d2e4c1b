// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum RoutesCommand {
    static func run(_ words: [String]) throws(Exit) {
        _ = try Arguments(words)
        Console.out(ReferencePages.routes())
    }
}
