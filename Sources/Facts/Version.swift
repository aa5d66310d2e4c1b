// SPDX-License-Identifier: Apache-2.0

/// A release of ArcGIS Enterprise that has a profile, or ArcGIS Online.
///
/// A value is no more than its place in time, because answers compare and copy releases for each key they write.
package struct Version: Sendable, Hashable, Comparable, CustomStringConvertible, Codable {
    /// The place among the releases: 10.3.1 is 10_03_01, and service packs of 10.0 and 10.1 are counted as later
    /// releases count themselves; ArcGIS Online has the greatest.
    package let order: Int

    init(order: Int) { self.order = order }

    /// Every release that has a profile, oldest first; ArcGIS Online, which has no number, comes last.
    package static let known: [Version] = releases.map(\.version)

    /// The name in a scenario: `10.3.1`, `11.4`, `online`. Service packs of 10.0 and 10.1 are written as later releases
    /// are: `10.1.1`.
    package var name: String { release.name }
    /// The `currentVersion` of a server, as spelled in JSON: `10.31`. 9.3 has none.
    package var number: String? { release.number }
    /// The `fullVersion` of a server, present since 10.1: `10.3.1`, `11.1.0`.
    package var full: String? { release.full }
    /// The `currentVersion` of portals/self, or `nil` if that release has no portal.
    package var portal: String? { release.portal }
    /// The `cimVersion`, the version of ArcGIS Pro's own format.
    package var cim: String { release.cim }
    /// The `enterpriseBuild` of portals/self, or `nil` if portals do not report it.
    package var build: String? { release.build }

    private var release: Release { Version.releases[Version.places[order] ?? 0] }

    private static let places = Dictionary(
        uniqueKeysWithValues: releases.enumerated().map { ($1.version.order, $0) })

    /// Returns the place in time of `10`, `10.3` or `10.3.1`, or `nil` if the name is no number.
    private static func order(_ name: String) -> Int? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard let major = parts[0], (1...3).contains(parts.count) else { return nil }
        var order = major
        for index in 1...2 {
            guard index < parts.count else {
                order *= 100
                continue
            }
            guard let part = parts[index], (0..<100).contains(part), major < 1000 else { return nil }
            order = order * 100 + part
        }
        return order
    }

    /// A Boolean value that indicates whether portals have a profile of that release; older ones have only standalone
    /// servers.
    package var hasPortal: Bool { portal != nil }

    /// The release as text: `fullVersion`, or the name if there is none.
    package var text: String { full ?? name }

    /// Creates the release with that name, or returns `nil` if it has no profile. `10.7.0` is `10.7`.
    package init?(_ name: String) {
        let isLong = name.hasSuffix(".0") && name.count { $0 == "." } == 2
        guard let known = Version.named[name] ?? (isLong ? Version.named[String(name.dropLast(2))] : nil) else {
            return nil
        }
        self = known
    }

    private static let named = Dictionary(uniqueKeysWithValues: releases.map { ($0.name, $0.version) })

    /// Returns the release that was probably meant by a name without a profile: the one that spells its
    /// `currentVersion` so, or the nearest in time; `nil` if the name has no number.
    package static func nearest(to name: String) -> Version? {
        let digits = String(name.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." })
        let releases = known.dropLast()
        if let one = Version(digits) ?? releases.first(where: { $0.number == digits }) { return one }
        guard let order = order(digits) else { return nil }
        return releases.min { abs($0.order - order) < abs($1.order - order) }
    }

    /// Returns whether both are of one minor release: `10.2` and `10.2.2`.
    package func isOfSameMinor(as other: Version) -> Bool { order / 100 == other.order / 100 }

    /// A Boolean value that indicates whether this is ArcGIS Online.
    package var isOnline: Bool { order == .max }

    /// Returns whether the first release is older. ArcGIS Online is newer than every release.
    package static func < (one: Version, other: Version) -> Bool { one.order < other.order }

    /// The name.
    package var description: String { name }
}
