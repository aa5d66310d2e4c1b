// SPDX-License-Identifier: Apache-2.0

/// What came of counting requests: whether there were as many as expected, and if not, which came near.
public struct Verification: Sendable, CustomStringConvertible {
    /// A request that would have counted but for what stands here.
    public struct Near: Sendable, CustomStringConvertible {
        /// The request.
        public var exchange: Exchange
        /// What of it is otherwise, each in a sentence: `its method is GET, not POST`.
        public var differences: [String]

        /// One line: the request and what is otherwise.
        public var description: String {
            "#\(exchange.number) \(exchange.line(secrets: false)): \(differences.joined(separator: "; "))"
        }
    }

    /// Whether there were as many as expected.
    public var passed: Bool
    /// How many there were; of a count that dropped exchanges leave open, the least. It suffices for the verdict.
    public var count: Int
    /// What was looked for.
    public var pattern: RequestPattern
    /// How many were expected.
    public var times: RequestPattern.Times
    /// The requests that counted and are still kept, oldest first.
    public var exchanges: [Exchange]
    /// If there were too few: the requests that come nearest, nearest first, three at most.
    public var near: [Near]

    /// Some lines that say what was expected, what came, and what came near.
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

/// Why a count cannot be given: exchanges that the journal dropped could change the verdict.
///
/// The journal keeps the last ``MockEnterprise/Options/journalCapacity`` exchanges, and counts of those before by method,
/// path, door, user and rule; what their queries, forms and headers held is gone.
public struct JournalIncomplete: Error, Sendable, CustomStringConvertible {
    /// How many exchanges were dropped.
    public var dropped: Int
    /// How many match, at least and at most.
    public var count: ClosedRange<Int>
    /// What was looked for.
    public var pattern: RequestPattern

    /// In one sentence.
    public var description: String {
        "\(pattern): \(count.lowerBound) to \(count.upperBound) came; the journal dropped \(dropped) exchanges, and what "
            + "they held could change the verdict. Clear it before the part that counts, or give it a larger capacity"
    }
}
