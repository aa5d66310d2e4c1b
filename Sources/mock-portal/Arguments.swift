// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// The arguments of a subcommand, sorted into options and the rest.
struct Arguments {
    private(set) var rest: [String] = []
    private var values: [String: String] = [:]
    /// Every value of an option that came several times.
    private var lists: [String: [String]] = [:]
    private var flags: Set<String> = []
    /// The options whose value the environment gave, with the variable.
    private var variables: [String: String] = [:]

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
                lists[parts[0], default: []].append(values[parts[0]] ?? "")
            } else {
                throw .usage("there is no option \(parts[0])", suggestion: Arguments.nearest(parts[0], options + flags))
            }
        }
    }

    /// Takes what the arguments do not say from the environment: `--http-port` is `MOCK_PORTAL_HTTP_PORT`, and a flag
    /// is set by `1` or `true`. An empty variable counts as absent.
    mutating func fill(options: [String], flags: [String]) throws(Exit) {
        for name in options + flags {
            let variable = Arguments.variable(name)
            guard let text = Environment[variable], values[name] == nil, !self.flags.contains(name) else { continue }
            if options.contains(name) {
                (values[name], variables[name]) = (text, variable)
            } else if ["1", "true"].contains(text) {
                self.flags.insert(name)
            } else if !["0", "false"].contains(text) {
                throw .usage("\(variable) must be 1, true, 0 or false, not \"\(text)\"")
            }
        }
    }

    /// Returns the name of the environment variable that stands for an option.
    static func variable(_ option: String) -> String {
        "MOCK_PORTAL_" + option.dropFirst(2).uppercased().replacing("-", with: "_")
    }

    subscript(option: String) -> String? { values[option] }
    /// Returns all values of an option that may come several times.
    func all(_ option: String) -> [String] { lists[option] ?? [] }
    /// Returns whether the arguments themselves give an option.
    func isWritten(_ option: String) -> Bool { values[option] != nil && variables[option] == nil }
    /// Returns what to call an option in messages: itself, or the variable that gave it.
    func name(_ option: String) -> String { variables[option] ?? option }
    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// Returns an option's value as a number of that type.
    func number<Number: FixedWidthInteger>(_ option: String, as type: Number.Type) throws(Exit) -> Number? {
        guard let text = values[option] else { return nil }
        guard let number = Number(text) else {
            throw .usage("\(name(option)) must be a number from \(Number.min) to \(Number.max), not \"\(text)\"")
        }
        return number
    }

    static func nearest(_ word: String, _ words: [String]) -> String? { ReferencePages.nearest(to: word, among: words) }
}
