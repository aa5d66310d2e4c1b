// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// The arguments of a subcommand, sorted into options and the rest.
struct Arguments {
    private(set) var rest: [String] = []
    private var values: [String: String] = [:]
    private var flags: Set<String> = []

    /// Parses the arguments. `options` take a value (`--port 0` or `--port=0`); `flags` do not.
    init(_ words: [String], options: [String] = [], flags: [String] = []) throws(Exit) {
        var at = 0
        while at < words.count {
            let word = words[at]
            at += 1
            guard word.hasPrefix("--"), word.count > 2 else {
                if word.hasPrefix("-"), word.count > 1, !word.hasPrefix("./") {
                    throw .usage("there is no option \(word)")
                }
                rest.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if flags.contains(parts[0]), parts.count == 1 {
                self.flags.insert(word)
            } else if options.contains(parts[0]) {
                if parts.count == 2 {
                    values[parts[0]] = parts[1]
                } else {
                    guard at < words.count else { throw .usage("\(word) needs a value") }
                    values[word] = words[at]
                    at += 1
                }
            } else {
                throw .usage("there is no option \(parts[0])", suggestion: Arguments.nearest(parts[0], options + flags))
            }
        }
    }

    subscript(option: String) -> String? { values[option] }
    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// Returns an option's value as a number of that type.
    func number<Number: FixedWidthInteger>(_ option: String, as type: Number.Type) throws(Exit) -> Number? {
        guard let text = values[option] else { return nil }
        guard let number = Number(text) else {
            throw .usage("\(option) must be a number from \(Number.min) to \(Number.max), not \"\(text)\"")
        }
        return number
    }

    static func nearest(_ word: String, _ words: [String]) -> String? { ReferencePages.nearest(to: word, among: words) }
}
