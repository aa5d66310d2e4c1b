// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum GalleryCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--reports"])
        Console.out(arguments.has("--reports") ? ReferencePages.reports() : ReferencePages.gallery())
    }
}
