// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing

/// The nearest candidate against the whole table of distances.
@Suite("Suggestions against the whole table")
struct NearestTests {
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var table = [Array(0...other.count)]
        for row in 0..<one.count {
            var next = [row + 1]
            for column in 0..<other.count {
                let isSame = one[row] == other[column]
                var steps = min(table[row][column] + (isSame ? 0 : 1), table[row][column + 1] + 1, next[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    steps = min(steps, table[row - 1][column - 1] + 1)
                }
                next.append(steps)
            }
            table.append(next)
        }
        return table[one.count][other.count]
    }

    private static func nearest(_ word: String, _ candidates: [String]) -> String? {
        let near = candidates.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }.filter { $0.1 < $0.0.utf8.count }
        let limit = max(2, word.utf8.count / 3)
        let best = near.filter { $0.1 <= limit }.min { $0.1 < $1.1 }
        if let best, best.1 <= 2 { return best.0 }
        let longer = word.utf8.count < 3 ? [] : candidates.filter { $0.hasPrefix(word) }
        return longer.min { $0.utf8.count < $1.utf8.count } ?? best?.0
    }

    @Test("words drawn from a seed", arguments: 0..<4)
    func drawn(_ part: Int) {
        var dice = SeededGenerator(seed: UInt64(part))
        func word(_ longest: Int) -> String {
            String((0..<Int.random(in: 0...longest, using: &dice)).map { _ in dice.pick(Array("abc")) })
        }
        for _ in 0..<150 {
            let longest = dice.pick([4, 12])
            let asked = word(longest)
            let candidates = (0..<6).map { _ in word(longest) }
            #expect(
                Suggestion.nearest(to: asked, among: candidates) == Self.nearest(asked, candidates),
                "\(asked) among \(candidates)")
        }
    }
}
