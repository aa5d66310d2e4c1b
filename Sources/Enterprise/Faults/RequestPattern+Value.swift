// SPDX-License-Identifier: Apache-2.0

extension RequestPattern {
    /// What a parameter or a header field must be: a text, in which `*` stands for anything, or absent.
    public struct Value: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        /// `nil`: it must not be there.
        package let text: String?

        private init(_ text: String?) { self.text = text }

        /// Makes a value from a literal, in which `*` stands for anything.
        public init(stringLiteral value: String) { self.init(value) }

        /// Returns the value that is a text, in which `*` stands for anything.
        public static func text(_ text: String) -> Value { Value(text) }
        /// It must not be there.
        public static var absent: Value { Value(nil) }
    }
}
