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
        return nearest(to: asked, among: candidates, within: 2) ?? longer(than: asked, among: candidates)
            ?? nearest(to: asked, among: candidates, within: max(2, asked.count / 3))
    }

    private static func nearest(
        to asked: [UInt8], among candidates: some Sequence<String>, within limit: Int
    ) -> String? {
        var best: (String, Int)?
        for candidate in candidates {
            // Only what is nearer still.
            let most = best.map { $0.1 - 1 } ?? limit
            guard most >= 0 else { break }
            let count = candidate.utf8.count
            guard count <= asked.count + most, asked.count <= count + most else { continue }
            let steps = distance(asked, Array(candidate.lowercased().utf8), within: most)
            if let steps, steps < count { best = (candidate, steps) }
        }
        return best?.0
    }

    private static func longer(than asked: [UInt8], among candidates: some Sequence<String>) -> String? {
        guard asked.count >= 3 else { return nil }
        return candidates.filter { $0.lowercased().utf8.starts(with: asked) }.min { $0.utf8.count < $1.utf8.count }
    }

    /// Returns the number of insertions, deletions, replacements and swaps of neighbors; `nil` if it is above the limit,
    /// so that only what lies near the diagonal is compared.
    private static func distance(_ one: [UInt8], _ other: [UInt8], within limit: Int) -> Int? {
        // What both begin and end with takes no step.
        var start = 0
        var (end, otherEnd) = (one.count, other.count)
        while start < end, start < otherEnd, one[start] == other[start] { start += 1 }
        while start < end, start < otherEnd, one[end - 1] == other[otherEnd - 1] {
            (end, otherEnd) = (end - 1, otherEnd - 1)
        }
        let (rows, columns) = (end - start, otherEnd - start)
        guard abs(rows - columns) <= limit else { return nil }
        guard rows > 0, columns > 0 else { return max(rows, columns) }
        let far = limit + 1
        var (before, current) = ([Int](repeating: far, count: columns + 1), [Int](repeating: far, count: columns + 1))
        var last = Array(0...columns)
        for row in 1...rows {
            let (from, to) = (max(1, row - limit), min(columns, row + limit))
            current[from - 1] = from == 1 ? row : far
            if to < columns { current[to + 1] = far }
            let letter = one[start + row - 1]
            var least = current[from - 1]
            for column in from...to {
                let isSame = letter == other[start + column - 1]
                var steps = isSame ? last[column - 1] : last[column - 1] + 1
                if last[column] < steps - 1 { steps = last[column] + 1 }
                if current[column - 1] < steps - 1 { steps = current[column - 1] + 1 }
                if !isSame, row > 1, column > 1, letter == other[start + column - 2],
                    one[start + row - 2] == other[start + column - 1], before[column - 2] < steps - 1
                {
                    steps = before[column - 2] + 1
                }
                current[column] = steps
                if steps < least { least = steps }
            }
            guard least <= limit else { return nil }
            (before, last, current) = (last, current, before)
        }
        return last[columns] <= limit ? last[columns] : nil
    }
}
