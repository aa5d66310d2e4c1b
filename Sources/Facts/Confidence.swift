// SPDX-License-Identifier: Apache-2.0

/// How certain it is that real systems behave this way.
public struct Confidence: Sendable, Hashable, Comparable {
    private enum Rank: Int, Sendable {
        case captured, documented, reported, inferred
    }

    /// The name, as scenarios write it: `captured`.
    public let rawValue: String
    private let rank: Rank

    private init(_ name: String, _ rank: Rank) { (rawValue, self.rank) = (name, rank) }

    /// A real response was published or recorded.
    public static let captured = Confidence("captured", .captured)
    /// Esri's documentation says so.
    public static let documented = Confidence("documented", .documented)
    /// A released client relies on it, or a user reported it.
    public static let reported = Confidence("reported", .reported)
    /// Nobody has shown it: the most plausible conclusion from the known facts.
    public static let inferred = Confidence("inferred", .inferred)

    /// Returns whether the first is more certain than the second.
    public static func < (one: Confidence, other: Confidence) -> Bool { one.rank.rawValue < other.rank.rawValue }
}

extension Confidence: RawRepresentable, CaseIterable, Codable {
    /// The levels that this version knows, most certain first.
    public static let allCases = [captured, documented, reported, inferred]

    /// Creates the level of a name, or returns `nil` if there is none.
    public init?(rawValue: String) {
        guard let known = Confidence.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = known
    }
}
