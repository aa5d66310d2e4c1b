// SPDX-License-Identifier: Apache-2.0

/// Something wrong, or worth a remark, in a file that a user wrote.
///
/// Findings are collected, not thrown: one reading of a scenario tells all that is wrong with it.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// How bad a finding is: an error keeps the scenario from being served, a warning does not.
    public enum Severity: String, Sendable {
        /// It keeps the scenario from being served.
        case error
        /// It does not.
        case warning
    }

    /// Whether it keeps the scenario from being served.
    public var severity: Severity
    /// The file as the user named it.
    public var file: String
    /// Where in the file.
    public var position: Position
    /// What is wrong, without a final full stop.
    public var message: String
    /// What to write instead, if that can be guessed: the bare word or value.
    public var suggestion: String?

    /// Makes a finding; `suggestion` is the bare word to write instead.
    public init(
        _ severity: Severity = .error, file: String, position: Position, message: String, suggestion: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.position = position
        self.message = message
        self.suggestion = suggestion
    }

    /// The line a compiler would print: `file:line:column: error: message; did you mean "suggestion"?`
    public var description: String {
        let head = "\(file):\(position.line):\(position.column): \(severity.rawValue): \(message)"
        guard let suggestion else { return head }
        return "\(head); did you mean \"\(suggestion)\"?"
    }
}
