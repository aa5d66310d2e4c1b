// SPDX-License-Identifier: Apache-2.0

import Enterprise
public import Facts

/// An error of this package: a scenario that makes no sense, a port that is taken, a name that nobody has.
///
/// Whatever throws it has changed nothing.
///
/// ```swift
/// import MockPortal
///
/// do {
///     _ = try await MockEnterprise.start("start/federatd")
/// } catch {
///     print(error)    // … did you mean "start/federated"?
///     print(error.code == .invalidScenario)
/// }
/// ```
public struct MockEnterpriseError: Error, Sendable, Hashable {
    /// The kind of the error.
    public let code: Code
    /// What is wrong, without a final full stop.
    public let message: String
    /// What was probably meant: the bare name or value. `nil` if that cannot be guessed.
    public let suggestion: String?
    /// What is wrong with a scenario or a fault, place by place; empty for other errors.
    public let findings: [Finding]

    package init(_ code: Code, _ message: String, suggestion: String? = nil) {
        (self.code, self.message, self.suggestion, findings) = (code, message, suggestion, [])
    }

    package init(_ code: Code, _ findings: [Finding]) {
        self.code = code
        self.findings = findings
        message = findings.first?.message ?? ""
        suggestion = findings.first?.suggestion
    }

    init(_ impossible: Event.Impossible) {
        self.init(.impossible, impossible.message, suggestion: impossible.suggestion)
    }

    /// Whether the scenario is to blame, not the machine.
    package var isScenario: Bool { code == .invalidScenario }
}

extension MockEnterpriseError {
    /// The kind of an error. More kinds may come; compare with those that you handle.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The name of the kind: `invalidScenario`.
        public let description: String

        private init(_ name: String) { description = name }

        /// The scenario has errors, or there is no such scenario.
        public static let invalidScenario = Code("invalidScenario")
        /// A port is taken, or the system refuses something else.
        public static let cannotStart = Code("cannotStart")
        /// The scenario has no site of that name.
        public static let unknownName = Code("unknownName")
        /// An event cannot happen or a token cannot be made: nobody and nothing is of that name.
        public static let impossible = Code("impossible")
        /// The fault makes no sense.
        public static let invalidFault = Code("invalidFault")
        /// The pattern names a rule, a user or a method that does not exist, so that no request ever matches.
        public static let invalidPattern = Code("invalidPattern")
        /// Exchanges that the journal dropped could change the answer.
        public static let journalIncomplete = Code("journalIncomplete")
        /// A file cannot be written.
        public static let cannotWrite = Code("cannotWrite")
        /// There is no running test, or it has no `.mockEnterprise` trait.
        public static let noRunningTest = Code("noRunningTest")
    }
}

extension MockEnterpriseError: CustomStringConvertible {
    /// The message and the suggestion in one line; of several findings, a line each with its place.
    public var description: String {
        if !findings.isEmpty { return findings.map(\.description).joined(separator: "\n") }
        return suggestion.map { "\(message); did you mean \"\($0)\"?" } ?? message
    }
}
