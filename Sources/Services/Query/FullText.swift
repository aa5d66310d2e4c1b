// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `fullText`: words to be found in fields with an index of their words (documented for 11.4).
struct FullText: Sendable {
    /// A search of one or several words.
    struct Term: Sendable {
        /// The columns to search.
        var columns: [Int]
        var wording: [String]
        /// A Boolean value that indicates whether a word may be the beginning of a longer one.
        var isPrefix: Bool
        /// A Boolean value that indicates whether one of the words suffices.
        var isAny: Bool
        /// A Boolean value that indicates whether rows that it finds are left out.
        var isExcluded: Bool
        /// A Boolean value that indicates whether it is an alternative to the terms before it.
        var isAlternative: Bool
    }

    var terms: [Term]

    /// Reads the parameter, or returns `nil` if it is not valid.
    init?(_ text: String, _ layer: LayerData) {
        guard let list = (try? JSONReader.read(Array(text.utf8)))?.elements else { return nil }
        terms = []
        for entry in list {
            guard let words = entry["searchTerm"]?.text else { return nil }
            let names = entry["onFields"]?.elements?.compactMap(\.text) ?? ["*"]
            var columns: [Int] = []
            for name in names {
                if name == "*" {
                    columns += layer.fields.indices.filter { layer.fields[$0].type == .string }
                } else {
                    guard let column = layer.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                        return nil
                    }
                    columns.append(column)
                }
            }
            let between = entry["searchOperator"]?.text?.lowercased() ?? "and"
            terms.append(
                Term(
                    columns: columns, wording: FullText.wording(words),
                    isPrefix: ASCII.equal(entry["searchType"]?.text ?? "", "prefix"),
                    isAny: ASCII.equal(entry["operator"]?.text ?? "", "or"), isExcluded: between == "not",
                    isAlternative: between == "or"))
        }
    }

    private static func wording(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Returns the object ids of the rows that it finds.
    func ids(_ layer: LayerData) -> [Int] { layer.features.filter(finds).map(\.objectID) }

    private func finds(_ row: Feature) -> Bool {
        var isFound = true
        for term in terms {
            let known = Set(term.columns.flatMap { FullText.wording(row.values[$0].text ?? "") })
            func has(_ word: String) -> Bool {
                term.isPrefix ? known.contains { $0.hasPrefix(word) } : known.contains(word)
            }
            let fits = term.isAny ? term.wording.contains(where: has) : term.wording.allSatisfy(has)
            if term.isAlternative {
                isFound = isFound || fits
            } else {
                isFound = isFound && fits != term.isExcluded
            }
        }
        return isFound
    }
}
