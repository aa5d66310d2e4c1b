// SPDX-License-Identifier: Apache-2.0

/// A failure on purpose: what is done, to which requests, and how often. Of what is named, all must hold; counts start at 1.
///
/// ```swift
/// import MockPortal
///
/// func makeTroubles(in mock: MockEnterprise) throws {
///     try mock.inject(.init(.error(code: 500, message: "Error"), on: .path("/arcgis/rest/**")).nth(2))
///     try mock.inject(.init(.delay(.seconds(30)), on: .door(.service).user("viewer")).times(1))
///     try mock.inject(.init(.answer(status: 429), on: .any).from(100).per(.seconds(60)))
/// }
/// ```
public struct Fault: Sendable, Hashable {
    /// The stage of an exchange at which the fault acts.
    public struct Stage: Sendable, Hashable, ScenarioWord {
        package enum Kind: String, Sendable, CaseIterable {
            case accept
            case handshake
            case head
            case body
            case end
        }

        package let kind: Kind

        package init(_ kind: Kind) { self.kind = kind }

        /// The connection is accepted, and nothing is read.
        public static var accept: Stage { Stage(.accept) }
        /// The first bytes of TLS have arrived.
        public static var handshake: Stage { Stage(.handshake) }
        /// The request has arrived, and nothing of the response is sent.
        public static var head: Stage { Stage(.head) }
        /// The head of the response and half of its body are sent.
        public static var body: Stage { Stage(.body) }
        /// The whole response except its last byte is sent; for a reset, all of it.
        public static var end: Stage { Stage(.end) }
    }

    /// A parameter or a header field that must be present or absent.
    package struct Parameter: Sendable, Hashable {
        /// Where it is looked for.
        package enum Location: Sendable, Hashable {
            case queryOrForm, query, form, headers
        }

        package var location: Location
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
    /// A rule that the pattern names, which no fault can know.
    package var rule: String?
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

    /// Creates a fault that strikes all requests that match. Findings name `file`, `line` and `column`.
    ///
    /// - Parameters:
    ///   - effect: What is done.
    ///   - requests: To which requests. A pattern with a rule is an error: a fault strikes before rules judge.
    ///   - file: The file that findings name.
    ///   - line: The line that findings name.
    ///   - column: The column that findings name.
    public init(
        _ effect: Effect, on requests: RequestPattern = .any, file: String = #filePath, line: Int = #line,
        column: Int = #column
    ) {
        self.init(effect, at: CodeLocation(file: file, line: line, column: column))
        apply(requests)
    }

    init(_ effect: Effect, at place: CodeLocation) { (self.effect, self.place) = (effect, place) }

    /// Returns whether two faults have the same effect and conditions, wherever they were written.
    public static func == (one: Fault, other: Fault) -> Bool {
        one.effect == other.effect && one.pattern == other.pattern && one.method == other.method
            && one.door == other.door && one.user == other.user && one.parameters == other.parameters
            && one.longerThan == other.longerThan && one.rule == other.rule && one.nth == other.nth
            && one.from == other.from && one.times == other.times && one.per == other.per
            && one.percent == other.percent
    }

    /// Hashes the properties that distinguish most faults.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(effect)
        hasher.combine(pattern)
        hasher.combine(nth)
    }
}
