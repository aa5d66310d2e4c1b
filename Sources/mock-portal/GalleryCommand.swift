// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum GalleryCommand {
    static func run(_ words: [String]) throws(Exit) {
        _ = try Arguments(words)
        Console.out(ReferencePages.gallery())
    }
}
