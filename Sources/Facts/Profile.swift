// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The behaviors of one site: the table's column for its release, overridden by the scenario's quirks.
package struct Profile: Sendable {
    /// A site's choice for one behavior, with its evidence.
    package struct Setting: Sendable, Hashable {
        package var choice: Choice
        package var evidence: Evidence
        /// A Boolean value that indicates whether a quirk of the scenario changed the release's choice.
        package var isQuirk: Bool
    }

    package let version: Version
    /// A Boolean value that indicates whether every behavior is the release's own.
    package let hasNoQuirks: Bool
    private let settings: [Setting]

    package init(_ version: Version, quirks: [Behavior: Choice] = [:]) {
        self.version = version
        hasNoQuirks = quirks.isEmpty
        var settings = Profile.settings(of: version)
        for (behavior, quirk) in quirks {
            let plain = settings[behavior.ordinal].choice
            settings[behavior.ordinal] = Setting(
                choice: quirk, evidence: Profile.quirk, isQuirk: quirk != plain)
        }
        self.settings = settings
    }

    private static let quirk = Evidence.inferred("a quirk of the scenario")

    /// The quirks that it was made with.
    private var quirks: [Behavior: Choice] {
        guard !hasNoQuirks else { return [:] }
        let quirks = Behavior.allCases.filter { self[$0].evidence == Profile.quirk }
        return Dictionary(uniqueKeysWithValues: quirks.map { ($0, choice($0)) })
    }

    /// A release's column of the table, made when it is first asked for.
    private final class Column: Sendable {
        final class Settings: Sendable {
            let list: [Setting]

            init(_ list: [Setting]) { self.list = list }
        }

        /// Published once, without a lock: two threads may both make it, and one's is taken.
        let settings = AtomicLazyReference<Settings>()
    }

    /// The columns of all releases. The sites of a thousand portals share the one of theirs.
    private static let columns = Dictionary(uniqueKeysWithValues: Version.known.map { ($0, Column()) })

    private static func settings(of version: Version) -> [Setting] {
        let column = columns[version]
        if let known = column?.settings.load() { return known.list }
        let made = Column.Settings(Behavior.allCases.map { $0.setting(at: version) })
        return column?.settings.storeIfNil(made).list ?? made.list
    }

    package subscript(behavior: Behavior) -> Setting { settings[behavior.ordinal] }

    /// Returns the choice without its evidence, which answers do not need.
    package func choice(_ behavior: Behavior) -> Choice { settings[behavior.ordinal].choice }
}

/// A profile is written as its release and its quirks: the table is the program's.
extension Profile: Codable {
    private enum CodingKeys: CodingKey {
        case version, quirks
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(Version.self, forKey: .version),
            quirks: try values.decode([Behavior: Choice].self, forKey: .quirks))
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(version, forKey: .version)
        try values.encode(quirks, forKey: .quirks)
    }
}

extension Behavior {
    /// The index among all cases. Every request looks some up, and a dictionary would hash the name each time.
    /// `ProfileTests` verifies that the compiler numbers plain cases in order.
    var ordinal: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }

    /// Returns the choice of a release. Between rows, one of the same minor release applies, else the nearest later one
    /// that has evidence, else the nearest earlier one.
    ///
    /// ArcGIS Online is not a release: its row never applies to Enterprise, and Enterprise's rows apply to it only if
    /// it has none.
    func setting(at version: Version) -> Profile.Setting {
        if let exact = rows.first(where: { $0.version == version }) {
            return Profile.Setting(choice: exact.choice, evidence: exact.evidence, isQuirk: false)
        }
        let releases = rows.filter { !$0.version.isOnline }
        let later = releases.first { $0.version > version }
        let earlier = releases.last { $0.version < version }
        let same = [later, earlier].compactMap(\.self).first { $0.version.isOfSameMinor(as: version) }
        guard let near = same ?? later ?? releases.last ?? rows.first else {
            return Profile.Setting(choice: choices[0], evidence: .inferred("no release was seen"), isQuirk: false)
        }
        return Profile.Setting(
            choice: near.choice, evidence: .inferred("as \(near.version): \(near.evidence.source)"), isQuirk: false)
    }
}
