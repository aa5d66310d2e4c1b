// SPDX-License-Identifier: Apache-2.0

/// The result of counting requests: whether there were as many as expected, and if not, which came near.
public struct Verification: Sendable, CustomStringConvertible {
    /// A request that nearly matched.
    public struct Near: Sendable, CustomStringConvertible {
        /// The request.
        public var exchange: Exchange
        /// The differences, each in a sentence: `its method is GET, not POST`.
        public var differences: [String]

        /// One line: the request and its differences.
        public var description: String {
            "#\(exchange.number) \(exchange.line(secrets: false)): \(differences.joined(separator: "; "))"
        }
    }

    /// A Boolean value that indicates whether there were as many as expected.
    public var passed: Bool
    /// The number of matching requests; the smallest possible number where dropped exchanges leave it open. It suffices
    /// for the verdict.
    public var count: Int
    /// The pattern.
    public var pattern: RequestPattern
    /// The expected number.
    public var times: RequestPattern.Times
    /// The matching requests that are still kept, oldest first.
    public var exchanges: [Exchange]
    /// If there were too few, up to three requests that come nearest, nearest first.
    public var near: [Near]

    /// A text of several lines: what was expected, what arrived, and what came near.
    public var description: String {
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

/// An error that says that a count is unknown: exchanges that the journal dropped could change the verdict.
///
/// The journal keeps the last ``MockEnterprise/Options/journalCapacity`` exchanges, and counts of earlier ones by
/// method, path, door, user and rule. Their queries, forms and header fields are gone.
public struct JournalIncomplete: Error, Sendable, CustomStringConvertible {
    /// The number of dropped exchanges.
    public var dropped: Int
    /// The smallest and largest number that can match.
    public var count: ClosedRange<Int>
    /// The pattern.
    public var pattern: RequestPattern

    /// The error in one sentence.
    public var description: String {
        "\(pattern): \(count.lowerBound) to \(count.upperBound) came; the journal dropped \(dropped) exchanges, and what "
            + "they held could change the verdict. Clear it before the part that counts, or give it a larger capacity"
    }
}
