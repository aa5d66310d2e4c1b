// SPDX-License-Identifier: Apache-2.0

import Facts

/// The log of a portal: what it refused, and what its administrators did.
struct PortalLog: Sendable {
    struct Entry: Sendable {
        var level: String
        var message: String
        var time: Instant
        var user: String
        var code: Int
        var source: String
    }

    /// The levels, the gravest first; a log keeps those of its level and graver ones.
    static let levels = ["SEVERE", "WARNING", "INFO", "FINE", "VERBOSE", "DEBUG"]
    /// Beyond them the oldest are dropped.
    private static let most = 1_000

    private(set) var entries: [Entry] = []

    mutating func add(_ entry: Entry) {
        if entries.count >= Self.most { entries.removeFirst(Self.most / 4) }
        entries.append(entry)
    }

    mutating func clean() { entries = [] }

    /// Returns whether an entry is at least as grave as a level; OFF keeps none.
    static func keeps(_ level: String, _ entry: String) -> Bool {
        guard let bound = levels.firstIndex(of: level), let rank = levels.firstIndex(of: entry) else { return false }
        return rank <= bound
    }
}
