// SPDX-License-Identifier: Apache-2.0

/// How one site behaves: the table's column for its release, with the scenario's quirks on top.
package struct Profile: Sendable {
    /// What a site does about one behavior, and why.
    package struct Setting: Sendable, Hashable {
        package var choice: Choice
        package var evidence: Evidence
        /// Whether a quirk of the scenario made it other than the release would have it.
        package var isQuirk: Bool
    }

    package let version: Version
    /// Whether every behavior is the release's own.
    package let hasNoQuirks: Bool
    private let settings: [Setting]

    package init(_ version: Version, quirks: [Behavior: Choice] = [:]) {
        self.version = version
        hasNoQuirks = quirks.isEmpty
        settings = Behavior.allCases.map { behavior in
            let plain = behavior.setting(at: version)
            guard let quirk = quirks[behavior] else { return plain }
            return Setting(
                choice: quirk, evidence: .inferred("a quirk of the scenario"), isQuirk: quirk != plain.choice)
        }
    }

    package subscript(behavior: Behavior) -> Setting { settings[behavior.ordinal] }
}

extension Behavior {
    /// Its place among all cases. Every request asks for some, and a dictionary would hash the name each time; that the
    /// compiler numbers plain cases in their order is what `ProfileTests` holds it to.
    var ordinal: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }

    /// The row of that release; between rows the nearest later one that has evidence, else the nearest earlier one.
    ///
    /// ArcGIS Online is no release: its row never speaks for Enterprise, nor theirs for it unless it has none.
    func setting(at version: Version) -> Profile.Setting {
        if let exact = rows.first(where: { $0.version == version }) {
            return Profile.Setting(choice: exact.choice, evidence: exact.evidence, isQuirk: false)
        }
        let releases = rows.filter { !$0.version.isOnline }
        let later = releases.first { $0.version > version }
        guard let near = later ?? releases.last ?? rows.first else {
            return Profile.Setting(choice: choices[0], evidence: .inferred("no release was seen"), isQuirk: false)
        }
        return Profile.Setting(
            choice: near.choice, evidence: .inferred("as \(near.version): \(near.evidence.source)"), isQuirk: false)
    }
}
