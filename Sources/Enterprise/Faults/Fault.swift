// SPDX-License-Identifier: Apache-2.0

/// A failure on purpose: what is done, and to which requests. Of what is named, all must hold; counts start at 1.
///
/// ```swift
/// import MockPortal
///
/// func makeTroubles(in mock: MockEnterprise) throws {
///     try mock.inject(.init(.error(code: 500, message: "Error"), path: "/arcgis/rest/**", nth: 2))
///     try mock.inject(.init(.delay(.seconds(30)), door: .service, times: 1))
/// }
/// ```
public struct Fault: Sendable, Hashable {
    /// The stage of an exchange at which the fault acts.
    public enum Stage: String, Sendable, CaseIterable {
        /// The connection is accepted, and nothing is read.
        case accept
        /// The first bytes of TLS have arrived.
        case handshake
        /// The request has arrived, and nothing of the response is sent.
        case head
        /// The head of the response and half of its body are sent.
        case body
        /// The whole response except its last byte is sent; for a reset, all of it.
        case end
    }

    /// A parameter that must be present or absent.
    package struct Parameter: Sendable, Hashable {
        package var name: String
        /// The value, or `nil` if it must be absent.
        package var value: Glob?
    }

    /// The effect.
    package var effect: Effect
    package var pattern: Glob?
    /// The method, such as `GET`; `nil` matches any.
    package var method: String?
    /// The door; `nil` matches any.
    package var door: Door?
    /// The authenticated caller; `nil` matches anyone.
    package var user: String?
    package var parameters: [Parameter] = []
    /// The size that path and query must exceed, in bytes as sent; `nil` matches any.
    package var longerThan: Int?
    /// The only matching request to strike, counted from 1; `nil` strikes all.
    package var nth: Int?
    /// The first matching request to strike, with all later ones; `nil` strikes all.
    package var from: Int?
    /// The largest number of strikes; `nil` means no limit.
    package var times: Int?
    /// The time after the first match, by the deployment's clock, after which the counts restart; `nil` means never. In
    /// whole milliseconds.
    package var per: Duration?
    /// The percentage of the remaining requests to strike, from 1 to 100, selected by the seed; `nil` strikes all.
    package var percent: Int?
    package let place: CodeLocation

    /// Creates a fault. Findings name `file`, `line` and `column`.
    public init(
        _ effect: Effect, path: String? = nil, method: String? = nil, door: Door? = nil, user: String? = nil,
        query: [String: String] = [:], lacking: [String] = [], longerThan: Int? = nil, nth: Int? = nil,
        from: Int? = nil, times: Int? = nil, per: Duration? = nil, percent: Int? = nil,
        file: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        self.init(effect, at: CodeLocation(file: file, line: line, column: column))
        self.path = path
        self.method = method
        self.door = door
        self.user = user
        parameters = Self.parameters(query, lacking)
        self.longerThan = longerThan
        self.nth = nth
        self.from = from
        self.times = times
        self.per = per
        self.percent = percent
    }

    init(_ effect: Effect, at place: CodeLocation) { (self.effect, self.place) = (effect, place) }

    /// Returns whether two faults have the same effect and conditions, wherever they were written.
    public static func == (one: Fault, other: Fault) -> Bool {
        one.effect == other.effect && one.pattern == other.pattern && one.method == other.method
            && one.door == other.door && one.user == other.user && one.parameters == other.parameters
            && one.longerThan == other.longerThan && one.nth == other.nth && one.from == other.from
            && one.times == other.times && one.per == other.per && one.percent == other.percent
    }

    /// Hashes the properties that distinguish most faults.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(effect)
        hasher.combine(pattern)
        hasher.combine(nth)
    }
}
