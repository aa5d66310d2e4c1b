// SPDX-License-Identifier: Apache-2.0

extension RequestPattern {
    /// How often something is expected.
    public struct Times: Sendable, Hashable, ExpressibleByIntegerLiteral, CustomStringConvertible {
        /// The counts that are right.
        package var range: ClosedRange<Int>

        /// Creates an exact count.
        public init(integerLiteral value: Int) { range = value...value }
        package init(range: ClosedRange<Int>) { self.range = range }

        /// Returns an exact count.
        public static func exactly(_ count: Int) -> Times { Times(range: count...count) }
        /// Returns a count with a lower limit.
        public static func atLeast(_ count: Int) -> Times { Times(range: count...Int.max) }
        /// Returns a count with an upper limit.
        public static func atMost(_ count: Int) -> Times { Times(range: min(0, count)...count) }
        /// Returns a count between two limits, both included.
        public static func between(_ range: ClosedRange<Int>) -> Times { Times(range: range) }
        /// Never.
        public static var never: Times { 0 }
        /// Exactly once.
        public static var once: Times { 1 }

        /// The count in words: `once`, `at least 2 times`.
        public var description: String {
            func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
            return switch (range.lowerBound, range.upperBound) {
            case (0, 0): "never"
            case (let low, let high) where low == high: times(low)
            case (let low, .max): "at least \(times(low))"
            case (...0, let high): "at most \(times(high))"
            case (let low, let high): "\(low) to \(high) times"
            }
        }
    }
}
