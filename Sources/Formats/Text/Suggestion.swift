// SPDX-License-Identifier: Apache-2.0

/// "Did you mean": the candidate most similar to a word, if one is similar enough.
package enum Suggestion {
    /// The length in bytes of the longest word that is looked up.
    package static let longest = 100

    /// Returns the nearest candidate within two edits; else the shortest that begins with the word, if that has three
    /// letters or more; else the nearest within a third of the word's length; else `nil`.
    ///
    /// A word longer than `longest` is nobody's misspelling, and comparing takes the product of two lengths.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        guard word.utf8.count <= longest else { return nil }
        let asked = Array(word.lowercased().utf8)
        let limit = max(2, asked.count / 3)
        var best: (String, Int)?
        for candidate in candidates where abs(candidate.utf8.count - asked.count) <= limit {
            let distance = distance(asked, Array(candidate.lowercased().utf8))
            if distance <= limit, distance < candidate.utf8.count, distance < best?.1 ?? .max {
                best = (candidate, distance)
            }
        }
        if let best, best.1 <= 2 { return best.0 }
        return longer(than: asked, among: candidates) ?? best?.0
    }

    private static func longer(than asked: [UInt8], among candidates: some Sequence<String>) -> String? {
        guard asked.count >= 3 else { return nil }
        return candidates.filter { $0.lowercased().utf8.starts(with: asked) }.min { $0.utf8.count < $1.utf8.count }
    }

    /// Returns the number of insertions, deletions, replacements and swaps of neighbors.
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in 1...one.count {
            var current = [row] + [Int](repeating: 0, count: other.count)
            for column in 1...other.count {
                let same = one[row - 1] == other[column - 1] ? 0 : 1
                current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + same)
                if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                    current[column] = min(current[column], before[column - 2] + 1)
                }
            }
            (before, last) = (last, current)
        }
        return last[other.count]
    }
}
