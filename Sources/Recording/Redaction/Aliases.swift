// SPDX-License-Identifier: Apache-2.0

import Formats

/// What stands for what: a word has one alias wherever it occurs, of the same length and from the same alphabet, and no two
/// words have the same one.
///
/// Nobody can compute a word from its alias, for each alias is a hash that is cut to a letter a letter, with a salt of the run.
struct Aliases {
    private var known: [String: String] = [:]
    private var taken: Set<String> = []
    private let salt: UInt64

    init(salt: UInt64) { self.salt = salt }

    /// The number of words that have one.
    var count: Int { known.count }

    /// Returns the alias of a word, which is letters and digits; letters keep their case.
    mutating func alias(_ word: some StringProtocol) -> String {
        let plain = word.lowercased()
        let alias: String
        if let found = known[plain] {
            alias = found
        } else {
            alias = made(plain)
            known[plain] = alias
            taken.insert(alias)
        }
        guard plain != word else { return alias }
        let scalars = Array(word.unicodeScalars)
        let letters = Array(alias.unicodeScalars)
        guard scalars.count == letters.count else { return alias }
        var text = ""
        for (scalar, letter) in zip(scalars, letters) {
            let isUpper = scalar.properties.isUppercase
            if isUpper, letter.value < 128 || letter.properties.uppercaseMapping.unicodeScalars.count == 1 {
                text += letter.properties.uppercaseMapping
            } else {
                text.unicodeScalars.append(letter)
            }
        }
        return text
    }

    private func made(_ word: String) -> String {
        let isHex =
            word.utf8.count >= 4 && word.utf8.allSatisfy { Hex.value($0) != nil }
            && word.utf8.contains(where: ASCII.isDigit) && word.utf8.contains(where: ASCII.isLetter)
        var attempt: UInt64 = 0
        while true {
            var chance = Chance(state: salt ^ hash(word) ^ attempt &* 0x9E37_79B9_7F4A_7C15)
            var text = ""
            for (index, scalar) in word.unicodeScalars.enumerated() {
                text.unicodeScalars.append(other(scalar, isFirst: index == 0 && word.utf8.count > 1, isHex, &chance))
            }
            attempt += 1
            // There are few words of one or two letters; they may share one.
            let isFree = text != word && !taken.contains(text) && !(text.utf8.count > 1 && Vocabulary.has(word: text))
            if isFree || attempt > 60 { return text }
        }
    }

    private func other(_ scalar: UnicodeScalar, isFirst: Bool, _ isHex: Bool, _ chance: inout Chance) -> UnicodeScalar {
        func pick(_ first: UInt32, _ count: UInt32) -> UnicodeScalar {
            UnicodeScalar(first + UInt32(truncatingIfNeeded: chance.next() % UInt64(count))) ?? scalar
        }
        switch scalar.value {
        case 48...57: return isFirst && scalar.value != 48 ? pick(49, 9) : pick(48, 10)
        case 97...122: return isHex ? pick(97, 6) : pick(97, 26)
        case ..<128: return scalar
        // Letters of the same length in UTF-8.
        case ..<0x800: return pick(0xE0, 23)
        case ..<0x10000: return pick(0x4E00, 2000)
        default: return pick(0x1F600, 64)
        }
    }

    private func hash(_ word: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// SplitMix64.
    private struct Chance {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }
}
