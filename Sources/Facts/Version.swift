// SPDX-License-Identifier: Apache-2.0

/// A release of ArcGIS Enterprise that has a profile, or `online`.
public struct Version: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name in a scenario: `10.3.1`, `11.4`, `online`.
    public let name: String
    /// A Boolean value that indicates whether portals have a profile of that release; older ones have only standalone
    /// servers.
    public let hasPortal: Bool
    /// The index among the known releases.
    package let ordinal: Int
    /// The `currentVersion` of a server, as spelled in JSON: `10.31`. 9.3 has none.
    package let number: String?
    /// The `fullVersion` of a server, present since 10.1: `10.3.1`, `11.1.0`.
    package let full: String?

    private init(_ ordinal: Int, _ name: String, number: String?, full: String?, hasPortal: Bool) {
        self.ordinal = ordinal
        self.name = name
        self.number = number
        self.full = full
        self.hasPortal = hasPortal
    }

    /// The release as text: `fullVersion`, or the name if there is none.
    package var text: String { full ?? name }

    /// Creates the release with that name, or returns `nil` if it has no profile.
    public init?(_ name: String) {
        guard let known = Version.named[name] else { return nil }
        self = known
    }

    private static let named = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

    /// Every release that has a profile, oldest first; ArcGIS Online, which has no number, comes last.
    ///
    /// The numbers are services-reference 0.14, of 10.0 that of its fourth service pack, which was captured; `online`
    /// answers as its hosted services did last (inferred).
    public static let known: [Version] = {
        let servers: [(String, String?, String?)] = [
            ("9.3", nil, nil), ("10.0", "10.04", nil), ("10.1", "10.1", "10.1"), ("10.2", "10.2", "10.2"),
            ("10.3", "10.3", "10.3.0"),
        ]
        let portals: [(String, String?, String?)] = [
            ("10.3.1", "10.31", "10.3.1"), ("10.4", "10.4", "10.4.0"), ("10.5.1", "10.51", "10.5.1"),
            ("10.6.1", "10.61", "10.6.1"), ("10.7.1", "10.71", "10.7.1"), ("10.8.1", "10.81", "10.8.1"),
            ("10.9.1", "10.91", "10.9.1"), ("11.1", "11.1", "11.1.0"), ("11.3", "11.3", "11.3.0"),
            ("11.4", "11.4", "11.4.0"), ("online", "11.4", "11.4.0"),
        ]
        return (servers + portals).enumerated().map { index, release in
            Version(
                index, release.0, number: release.1, full: release.2, hasPortal: index >= servers.count)
        }
    }()

    /// The newest release of ArcGIS Enterprise, which a scenario without a version gets.
    public static let newest: Version = known[known.count - 2]

    /// A Boolean value that indicates whether this is ArcGIS Online.
    public var isOnline: Bool { name == "online" }

    /// Returns whether the first release is older. ArcGIS Online is newer than every release.
    public static func < (one: Version, other: Version) -> Bool { one.ordinal < other.ordinal }

    /// The name.
    public var description: String { name }
}
