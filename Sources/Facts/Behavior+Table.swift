// SPDX-License-Identifier: Apache-2.0

/// The profile table: for each behavior its summary, its choices, and what each release was seen to do.
extension Behavior {
    /// The summary in one sentence.
    package var summary: String { entry.summary }
    /// The choices that a scenario may set.
    package var choices: [Choice] { entry.choices }
    /// The observed releases, oldest first.
    package var rows: [ProfileRow] { entry.rows }

    private var entry: Entry {
        Behavior.portals[self] ?? Behavior.servers[self] ?? Behavior.editing[self] ?? Behavior.maps[self]
            ?? Behavior.queries[self]
            ?? Entry("", [.pass], [])
    }

    struct Entry: Sendable {
        var summary: String
        var choices: [Choice]
        var rows: [ProfileRow]

        init(_ summary: String, _ choices: [Choice], _ rows: [(Version, Choice, Evidence)]) {
            self.summary = summary
            self.choices = choices
            self.rows = rows.map { ProfileRow(version: $0, choice: $1, evidence: $2) }
        }
    }

    /// The forum thread that started this project.
    package static let thread = "docs/reference/sources.md#geonet-thread-602488"
}
