// SPDX-License-Identifier: Apache-2.0

import Facts

/// The log of a site: what was refused, and what administrators did.
struct SiteLog: Sendable, Codable {
    /// How grave an entry is; a log keeps those of its level and graver ones.
    enum Level: String, Sendable, CaseIterable, Codable {
        case severe = "SEVERE"
        case warning = "WARNING"
        case info = "INFO"
        case fine = "FINE"
        case verbose = "VERBOSE"
        case debug = "DEBUG"

        var rank: Int { Level.allCases.firstIndex(of: self) ?? 0 }

        /// What a log may be set to: a level, or nothing.
        static let settings = allCases.map(\.rawValue) + ["OFF"]
    }

    struct Entry: Sendable, Codable {
        var level: Level
        var time: Instant
        var code: Int
        /// What the entry is about: `Rest`, `Admin`, `Sharing`, or a service with its type.
        var source: String
        var user: String
        var message: String
    }

    /// The entries, oldest first.
    private(set) var entries: [Entry] = []
    /// The least grave level that is kept; `nil` keeps nothing.
    var level: Level? = .info

    private static let most = 2000

    /// Returns whether an entry of that level is kept.
    func keeps(_ level: Level) -> Bool { self.level.map { level.rank <= $0.rank } ?? false }

    /// Adds an entry. The oldest ones make way.
    mutating func add(_ entry: Entry) {
        if entries.count >= Self.most { entries.removeFirst(Self.most / 4) }
        entries.append(entry)
    }

    mutating func clean() { entries = [] }
}
