// SPDX-License-Identifier: Apache-2.0

/// The profile table: for each behavior the words it can take, what it means, and what each release was seen to do.
extension Behavior {
    /// What it is about, in one sentence.
    public var summary: String { entry.summary }
    /// The values a scenario may give it.
    public var choices: [Choice] { entry.choices }
    /// The releases that were seen, oldest first.
    public var rows: [ProfileRow] { entry.rows }

    private var entry: Entry {
        Behavior.portals[self] ?? Behavior.servers[self] ?? Behavior.editing[self] ?? Behavior.maps[self]
            ?? Behavior.queries[self]
            ?? Entry("", [.pass], [])
    }

    struct Entry: Sendable {
        var summary: String
        var choices: [Choice]
        var rows: [ProfileRow]

        init(_ summary: String, _ choices: [Choice], _ rows: [(String, Choice, Evidence)]) {
            self.summary = summary
            self.choices = choices
            self.rows = rows.compactMap { name, choice, evidence in
                Version(name).map { ProfileRow(version: $0, choice: choice, evidence: evidence) }
            }
        }
    }

    /// The forum thread that all this began with.
    package static let thread = "community.esri.com td-p/602488"
}
