// SPDX-License-Identifier: Apache-2.0

/// A release of ArcGIS Enterprise that has a profile, or ArcGIS Online.
package struct Version: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name in a scenario: `10.3.1`, `11.4`, `online`.
    package let name: String
    /// The `currentVersion` of a server, as spelled in JSON: `10.31`. 9.3 has none.
    package let number: String?
    /// The `fullVersion` of a server, present since 10.1: `10.3.1`, `11.1.0`.
    package let full: String?
    /// The `currentVersion` of portals/self, or `nil` if that release has no portal.
    package let portal: String?
    /// The `cimVersion`, the version of ArcGIS Pro's own format.
    package let cim: String
    /// The `enterpriseBuild` of portals/self, or `nil` if portals do not report it.
    package let build: String?
    /// The order among the releases: the number, or the greatest.
    private let order: Int

    /// Creates a row of the table: everything about a release that does not follow from its behaviors.
    init(_ name: String, number: String?, full: String?, portal: String?, cim: String, build: String?) {
        self.name = name
        self.number = number
        self.full = full
        self.portal = portal
        self.cim = cim
        self.build = build
        let parts = name.split(separator: ".").compactMap { Int($0) }
        order = parts.isEmpty ? .max : parts.reduce(0) { $0 * 100 + $1 } * (parts.count == 2 ? 100 : 1)
    }

    /// A Boolean value that indicates whether portals have a profile of that release; older ones have only standalone
    /// servers.
    package var hasPortal: Bool { portal != nil }

    /// The release as text: `fullVersion`, or the name if there is none.
    package var text: String { full ?? name }

    /// Creates the release with that name, or returns `nil` if it has no profile.
    package init?(_ name: String) {
        guard let known = Version.named[name] else { return nil }
        self = known
    }

    private static let named = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

    /// A Boolean value that indicates whether this is ArcGIS Online.
    package var isOnline: Bool { order == .max }

    /// Returns whether the first release is older. ArcGIS Online is newer than every release.
    package static func < (one: Version, other: Version) -> Bool { one.order < other.order }

    /// Returns whether two releases are the same.
    package static func == (one: Version, other: Version) -> Bool { one.order == other.order }

    /// Hashes the release.
    package func hash(into hasher: inout Hasher) { hasher.combine(order) }

    /// The name.
    package var description: String { name }
}
