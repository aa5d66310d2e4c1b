// SPDX-License-Identifier: Apache-2.0

/// A failure on purpose: what is done, and to which requests. Of what is named, all must hold; counts start at 1.
///
/// ```swift
/// let id = try mock.inject(.init(.error(code: 500, message: "Error"), path: "/arcgis/rest/**", nth: 2))
/// let slow = Fault(.delay(.seconds(30)), door: .service, times: 1)
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

    /// A parameter that must be there, or must not.
    package struct Parameter: Sendable, Hashable {
        package var name: String
        /// The value, or `nil` if it must be absent.
        package var value: Glob?
    }

    /// What is done.
    public var effect: Effect
    package var pattern: Glob?
    /// `GET`, `POST`; `nil`: any.
    public var method: String?
    /// The door; `nil`: any.
    public var door: Door?
    /// Who the caller turns out to be; `nil`: anybody.
    public var user: String?
    package var parameters: [Parameter] = []
    /// Path and query, as sent, have more bytes than these; `nil`: however long.
    public var longerThan: Int?
    /// Of the requests for which all else holds this one only; `nil`: all.
    public var nth: Int?
    /// Of the requests for which all else holds this one and all later ones; `nil`: all.
    public var from: Int?
    /// How often at most; `nil`: without end.
    public var times: Int?
    /// So long after the first request that matched, by the deployment's clock, the counts begin anew; `nil`: never.
    /// Whole milliseconds.
    public var per: Duration?
    /// How many of a hundred of those that all else lets through, from 1 to 100; the seed says which. `nil`: all.
    public var percent: Int?
    package let place: CodeLocation

    /// Writes a fault; findings name `file`, `line` and `column`.
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

    /// Faults are equal that do the same to the same requests, wherever they were written.
    public static func == (one: Fault, other: Fault) -> Bool {
        one.effect == other.effect && one.pattern == other.pattern && one.method == other.method
            && one.door == other.door && one.user == other.user && one.parameters == other.parameters
            && one.longerThan == other.longerThan && one.nth == other.nth && one.from == other.from
            && one.times == other.times && one.per == other.per && one.percent == other.percent
    }

    /// Hashes what tells most faults apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(effect)
        hasher.combine(pattern)
        hasher.combine(nth)
    }
}
