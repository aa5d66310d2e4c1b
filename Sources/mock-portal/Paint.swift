// SPDX-License-Identifier: Apache-2.0

/// Colors, where a terminal shows them: on a terminal, unless NO_COLOR is set, it is dumb, or a build server pretends to be
/// one (CI). `--color` decides it otherwise.
struct Paint {
    /// What `--color` may be.
    static let choices = ["auto", "always", "never"]

    private enum Color: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    let isOn: Bool

    /// Decides for standard output (1) or standard error (2).
    init(_ arguments: Arguments, descriptor: Int32) throws(Exit) {
        let choice = arguments["--color"] ?? "auto"
        guard Paint.choices.contains(choice) else {
            throw .usage(
                "\(arguments.name("--color")) must be auto, always or never, not \"\(choice)\"",
                suggestion: Arguments.nearest(choice, Paint.choices))
        }
        isOn = choice == "always" || (choice == "auto" && Paint.isTerminal(descriptor))
    }

    /// Returns whether a stream is a terminal for people.
    static func isTerminal(_ descriptor: Int32) -> Bool {
        Console.isTerminal(descriptor) && Environment["NO_COLOR"] == nil && Environment["CI"] == nil
            && Environment["TERM"] != "dumb"
    }

    /// Returns the lines of `check` with their first word in color.
    func check(_ text: String) -> String {
        lines(text) { line in
            let start = line.prefix { $0 == " " }
            let word = line.dropFirst(start.count).prefix { $0 != " " }
            let color: Color? =
                switch (start.count, word) {
                case (0, "ok"), (2, "passed"), (2, "agree"): .green
                case (0, "FAIL"), (2, "failed"), (2, "differ"): .red
                case (0, "none"), (2, "cannot"): .yellow
                case (10, "because"): .cyan
                default: nil
                }
            guard let color else { return finding(line) }
            return "\(start)\(painted(String(word), color))\(line.dropFirst(start.count + word.count))"
        }
    }

    /// Returns findings with their severity in color.
    func findings(_ text: String) -> String { lines(text) { finding($0) } }

    private func finding(_ line: Substring) -> Substring {
        for (word, color) in [(": error: ", Color.red), (": warning: ", .yellow)] {
            guard let range = line.firstRange(of: word) else { continue }
            let name = word.dropFirst(2).dropLast(2)
            return "\(line[..<range.lowerBound]): \(painted(String(name), color)): \(line[range.upperBound...])"
        }
        return line
    }

    private func lines(_ text: String, _ paint: (Substring) -> Substring) -> String {
        guard isOn else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(paint).joined(separator: "\n")
    }

    private func painted(_ text: String, _ color: Color) -> String { "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" }
}
