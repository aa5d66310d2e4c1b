// SPDX-License-Identifier: Apache-2.0

import Formats

/// The value of `time`: an instant or a range, in milliseconds since 1970; `null` means no limit.
struct TimeSpan: Sendable, Hashable {
    var start: Double
    var end: Double

    /// Reads the value, or returns `nil` if it is invalid.
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

    /// Returns whether the range overlaps another, including its ends.
    func meets(_ start: Double, _ end: Double) -> Bool { start <= self.end && self.start <= end }
}
