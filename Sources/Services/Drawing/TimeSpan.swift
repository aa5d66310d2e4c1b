// SPDX-License-Identifier: Apache-2.0

import Formats

/// The value of `time`: an instant, or from the one to the other, in milliseconds since 1970; `null` has no end.
struct TimeSpan: Sendable, Hashable {
    var start: Double
    var end: Double

    /// `nil` if it is none.
    init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { ASCII.trimmed($0) }
        func moment(_ text: String, _ open: Double) -> Double? {
            ASCII.equal(text, "null") ? open : Double(text)
        }
        guard (1...2).contains(parts.count), let start = moment(parts[0], -.infinity),
            let end = moment(parts[parts.count - 1], .infinity)
        else { return nil }
        (self.start, self.end) = (start, end)
    }

    /// Whether it has a moment in common with another, ends included.
    func meets(_ start: Double, _ end: Double) -> Bool { start <= self.end && self.start <= end }
}
