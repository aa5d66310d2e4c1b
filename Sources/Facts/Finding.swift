// SPDX-License-Identifier: Apache-2.0

/// An error or a warning about a file that a user wrote.
///
/// Findings are collected, not thrown: one reading of a scenario reports everything that is wrong with it.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The severity of a finding.
    public enum Severity: String, Sendable {
        /// The scenario cannot be served.
        case error
        /// The scenario can be served.
        case warning
    }

    /// The severity, which decides whether the scenario can be served.
    public package(set) var severity: Severity
    /// The file as the user named it.
    public package(set) var file: String
    /// The position in the file.
    public package(set) var position: Position
    /// The message, without a final period.
    public package(set) var message: String
    /// The word or value to write instead, if it can be guessed.
    public package(set) var suggestion: String?

    /// Creates a finding; `suggestion` is the bare word to write instead.
    package init(
        _ severity: Severity = .error, file: String, position: Position, message: String, suggestion: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.position = position
        self.message = message
        self.suggestion = suggestion
    }

    /// The finding in a compiler's form: `file:line:column: error: message; did you mean "suggestion"?`
    public var description: String {
        let head = "\(file):\(position.line):\(position.column): \(severity.rawValue): \(message)"
        guard let suggestion else { return head }
        return "\(head); did you mean \"\(suggestion)\"?"
    }
}
