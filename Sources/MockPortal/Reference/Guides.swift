// SPDX-License-Identifier: Apache-2.0

import Enterprise

/// The guides that the command has inside.
enum Guides {
    static let all: [Guide] = EmbeddedGuides.all.map { GuideReader.read($0.text, path: $0.path) }

    /// Returns the passages in which all words stand; a word may also stand in the heading or in the page's title.
    ///
    /// First come those that have all words themselves, the shortest first. `words` are in lower case.
    static func find(_ words: [String]) -> [GuidePassage] {
        var found: [(passage: GuidePassage, own: Int)] = []
        for guide in all {
            for section in guide.sections {
                let place = "\(guide.title) \(section.heading)".lowercased()
                for text in section.passages {
                    let lower = text.lowercased()
                    let own = words.count(where: lower.contains)
                    guard own > 0, words.allSatisfy({ lower.contains($0) || place.contains($0) }) else { continue }
                    let passage = GuidePassage(
                        text: text, heading: section.heading, title: guide.title, path: guide.path)
                    found.append((passage, own))
                }
            }
        }
        return found.sorted { ($1.own, $0.passage.text.count) < ($0.own, $1.passage.text.count) }.map(\.passage)
    }
}
