// SPDX-License-Identifier: Apache-2.0

package import Enterprise

/// The result of counting requests: whether there were as many as expected, and if not, which came near.
public struct Verification: Sendable, CustomStringConvertible {
    /// A request that nearly matched.
    public struct Near: Sendable, CustomStringConvertible {
        /// The request.
        public package(set) var exchange: Exchange
        /// What of it is otherwise, each in a sentence: `its method is GET, not POST`.
        public package(set) var differences: [String]

        /// One line: the request and its differences.
        public var description: String {
            "#\(exchange.number) \(exchange.line(secrets: false)): \(differences.joined(separator: "; "))"
        }
    }

    /// A Boolean value that indicates whether there were as many as expected.
    public package(set) var passed: Bool
    /// How many there were; of a count that dropped exchanges leave open, the least. It suffices for the verdict.
    public package(set) var count: Int
    /// What was looked for.
    package var pattern: RequestPattern
    /// How many were expected.
    package var times: RequestPattern.Times
    /// The requests that counted and are still kept, oldest first.
    public package(set) var exchanges: [Exchange]
    /// If there were too few: the requests that come nearest, nearest first, three at most.
    public package(set) var near: [Near]
    /// Why nothing can be counted; `nil`: it can.
    package var impossible: MockEnterpriseError?

    /// A text of several lines: what was expected, what arrived, and what came near.
    public var description: String {
        if let impossible { return impossible.description }
        let found = count == 1 ? "1 came" : "\(count) came"
        var lines = ["\(passed ? "as expected" : "expected") \(pattern) \(times): \(found)"]
        guard !passed else { return lines[0] }
        if near.isEmpty {
            lines += exchanges.prefix(5).map { "  #\($0.number) \($0.line(secrets: false))" }
        } else {
            lines += ["nearest:"] + near.map { "  \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}

extension Verification {
    /// Creates the verdict on what cannot be counted.
    init(_ pattern: RequestPattern, times: RequestPattern.Times, impossible: MockEnterpriseError) {
        self.init(
            passed: false, count: 0, pattern: pattern, times: times, exchanges: [], near: [], impossible: impossible)
    }
}

/// An error that says that a count is unknown: exchanges that the journal dropped could change the verdict.
///
/// The journal keeps the last exchanges, and counts of those before by method, path, door, user and rule; what their
/// queries, forms and headers held is gone.
package struct JournalIncomplete: Error, Sendable, CustomStringConvertible {
    var dropped: Int
    /// How many match, at least and at most.
    var count: ClosedRange<Int>
    var pattern: RequestPattern

    package var description: String {
        "\(pattern): \(count.lowerBound) to \(count.upperBound) came; the journal dropped \(dropped) exchanges, and what "
            + "they held could change the verdict. Clear it before the part that counts, or give it a larger capacity"
    }
}

extension MockEnterpriseError {
    init(_ incomplete: JournalIncomplete) { self.init(.journalIncomplete, incomplete.description) }
}
