// SPDX-License-Identifier: Apache-2.0

extension RequestPattern {
    /// How often something is expected.
    public struct Times: Sendable, Hashable, ExpressibleByIntegerLiteral, CustomStringConvertible {
        /// The counts that are right.
        public var range: ClosedRange<Int>

        /// Exactly so often.
        public init(integerLiteral value: Int) { range = value...value }
        init(range: ClosedRange<Int>) { self.range = range }

        /// Exactly so often.
        public static func exactly(_ count: Int) -> Times { Times(range: count...count) }
        /// So often or more.
        public static func atLeast(_ count: Int) -> Times { Times(range: count...Int.max) }
        /// So often or less.
        public static func atMost(_ count: Int) -> Times { Times(range: min(0, count)...count) }
        /// Between two counts, both included.
        public static func between(_ range: ClosedRange<Int>) -> Times { Times(range: range) }
        /// Not at all.
        public static var never: Times { 0 }
        /// Exactly once.
        public static var once: Times { 1 }

        /// In words: `once`, `at least 2 times`.
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
