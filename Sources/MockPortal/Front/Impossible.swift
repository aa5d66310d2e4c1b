// SPDX-License-Identifier: Apache-2.0

import Enterprise

extension MockEnterprise {
    /// Why something cannot be done to a deployment: nobody and nothing here is of that name. Then nothing has changed.
    public struct Impossible: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong, without a final full stop.
        public var message: String
        /// The name that was meant, if that can be guessed.
        public var suggestion: String?

        /// In one line.
        public var description: String {
            suggestion.map { "\(message); did you mean \"\($0)\"?" } ?? message
        }

        init(message: String, suggestion: String? = nil) {
            self.message = message
            self.suggestion = suggestion
        }

        init(_ impossible: Event.Impossible) {
            self.init(message: impossible.message, suggestion: impossible.suggestion)
        }
    }
}
