/// A release of ArcGIS Enterprise that has a profile, or `online`.
public struct Version: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// As it is written in a scenario: `10.3.1`, `11.4`, `online`.
    public let name: String
    /// Its place among the known releases, from 0.
    package let ordinal: Int
    /// `currentVersion` of a server, as the number is spelt in JSON: `10.31`.
    package let number: String
    /// `fullVersion` of a server: `10.3.1`, `11.1.0`.
    package let full: String

    private init(_ ordinal: Int, _ name: String, number: String, full: String) {
        self.ordinal = ordinal
        self.name = name
        self.number = number
        self.full = full
    }

    /// The release of that name; `nil` if it has no profile.
    public init?(_ name: String) {
        guard let known = Version.known.first(where: { $0.name == name }) else { return nil }
        self = known
    }

    /// Every release that has a profile, oldest first; ArcGIS Online, which has no number, comes last.
    ///
    /// The numbers are services-reference 0.14; `online` answers as its hosted services did last (inferred).
    public static let known: [Version] = [
        ("10.3.1", "10.31", "10.3.1"), ("10.4", "10.4", "10.4.0"), ("10.5.1", "10.51", "10.5.1"),
        ("10.6.1", "10.61", "10.6.1"), ("10.7.1", "10.71", "10.7.1"), ("10.8.1", "10.81", "10.8.1"),
        ("10.9.1", "10.91", "10.9.1"), ("11.1", "11.1", "11.1.0"), ("11.3", "11.3", "11.3.0"),
        ("11.4", "11.4", "11.4.0"), ("online", "11.4", "11.4.0"),
    ].enumerated().map { Version($0.offset, $0.element.0, number: $0.element.1, full: $0.element.2) }

    /// The newest release of ArcGIS Enterprise: what a scenario without a version gets.
    public static let newest: Version = known[known.count - 2]

    /// Whether this is ArcGIS Online.
    public var isOnline: Bool { name == "online" }

    /// Older is less; ArcGIS Online is newer than every release.
    public static func < (one: Version, other: Version) -> Bool { one.ordinal < other.ordinal }

    /// Its name.
    public var description: String { name }
}
