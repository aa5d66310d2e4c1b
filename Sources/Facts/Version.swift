// SPDX-License-Identifier: Apache-2.0

/// A release of ArcGIS Enterprise that has a profile, or ArcGIS Online.
public struct Version: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// As it is written in a scenario: `10.3.1`, `11.4`, `online`.
    public let name: String
    /// `currentVersion` of a server, as the number is spelt in JSON: `10.31`; 9.3 says none.
    package let number: String?
    /// `fullVersion` of a server: `10.3.1`, `11.1.0`; servers have it from 10.1 on.
    package let full: String?
    /// `currentVersion` of portals/self; `nil` if there is no portal of that release.
    package let portal: String?
    /// `cimVersion`, which is that of ArcGIS Pro's own format.
    package let cim: String
    /// `enterpriseBuild` of portals/self; `nil` where portals do not say it.
    package let build: String?
    /// Its place among the releases: the number, or the greatest.
    private let order: Int

    /// A row of the table: all that the code says of a release and does not derive from its behaviors.
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

    /// Whether portals have a profile of that release; of older ones there are servers only, and standalone.
    public var hasPortal: Bool { portal != nil }

    /// The release as a text: `fullVersion`, or the name where there is none.
    package var text: String { full ?? name }

    /// The release of that name; `nil` if it has no profile.
    public init?(_ name: String) {
        guard let known = Version.named[name] else { return nil }
        self = known
    }

    private static let named = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

    /// Whether this is ArcGIS Online.
    public var isOnline: Bool { order == .max }

    /// Older is less; ArcGIS Online is newer than every release.
    public static func < (one: Version, other: Version) -> Bool { one.order < other.order }

    /// Whether they are the same release.
    public static func == (one: Version, other: Version) -> Bool { one.order == other.order }

    /// Hashes the release.
    public func hash(into hasher: inout Hasher) { hasher.combine(order) }

    /// Its name.
    public var description: String { name }
}
