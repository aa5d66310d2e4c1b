// SPDX-License-Identifier: Apache-2.0

import Formats

extension Journal {
    /// Returns the recorded exchanges that match, oldest first.
    package func exchanges(_ pattern: RequestPattern) -> [Exchange] {
        let matcher = RequestMatcher(pattern)
        return exchanges.filter(matcher.matches)
    }

    /// Returns the smallest and largest number that can match, including dropped exchanges.
    package func count(_ pattern: RequestPattern) -> ClosedRange<Int> {
        let matcher = RequestMatcher(pattern)
        let kept = exchanges.count(where: matcher.matches)
        let gone = tally.count(matcher)
        return (kept + gone.lowerBound)...(kept + gone.upperBound)
    }

    /// Counts the requests, and throws if dropped exchanges could change the verdict.
    package func verify(
        _ pattern: RequestPattern, times: RequestPattern.Times
    ) throws(JournalIncomplete) -> Verification {
        let count = count(pattern)
        let isIn = (times.range.contains(count.lowerBound), times.range.contains(count.upperBound))
        let passed = isIn.0 && isIn.1
        guard passed || !count.overlaps(times.range) else {
            throw JournalIncomplete(dropped: dropped, count: count, pattern: pattern)
        }
        let isShort = !passed && count.upperBound < times.range.lowerBound
        return Verification(
            passed: passed, count: count.lowerBound, pattern: pattern, times: times, exchanges: exchanges(pattern),
            near: isShort ? near(pattern) : [])
    }

    /// Returns the requests that come nearest to a pattern without matching.
    package func near(_ pattern: RequestPattern, limit: Int = 3) -> [Verification.Near] {
        let matcher = RequestMatcher(pattern)
        let wanted = pattern.path.map(RequestMatcher.path)
        var found: [(weight: Int, near: Verification.Near)] = []
        for exchange in exchanges.reversed() {
            guard let differences = matcher.differences(exchange), !differences.isEmpty else { continue }
            let weight = differences.reduce(0) { $0 + self.weight($1, exchange, wanted) }
            guard weight <= 4 else { continue }
            found.append((weight, Verification.Near(exchange: exchange, differences: differences.map(\.text))))
        }
        // Among equals, the newest comes first, which is the order they were collected in.
        return found.enumerated().sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
            .prefix(limit).map(\.element.near)
    }

    private func weight(_ difference: RequestMatcher.Difference, _ exchange: Exchange, _ wanted: String?) -> Int {
        guard difference.kind == .path, let wanted, let path = exchange.path else { return 1 }
        if Suggestion.nearest(to: path, among: [wanted]) != nil { return 1 }
        let isSameEnd = path.split(separator: "/").last == wanted.split(separator: "/").last
        return isSameEnd ? 2 : 5
    }
}
