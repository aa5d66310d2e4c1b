// SPDX-License-Identifier: Apache-2.0

import Formats

/// A passage of a guide that a search finds.
struct GuidePassage: Sendable {
    var text: String
    /// The heading it stands under, and the title of the page.
    var heading: String
    var title: String
    /// The page's path in the repository.
    var path: String

    /// The passage, and where it stands.
    var listed: String {
        let place = heading == title ? title : "\(title), \(heading)"
        return "\(text)\n    \(place) (\(path))\n"
    }

    var json: JSON {
        .object([
            .init("text", .string(text)), .init("heading", .string(heading)), .init("title", .string(title)),
            .init("path", .string(path)),
        ])
    }
}
