// SPDX-License-Identifier: Apache-2.0

import Formats

extension Journal {
    /// Returns the recorded exchanges that match, oldest first.
    package func exchanges(_ pattern: RequestPattern) -> [Exchange] {
        let matcher = RequestMatcher(pattern)
        return exchanges.filter { matcher.matches($0) }
    }

    /// Returns the smallest and largest number that can match, including dropped exchanges.
    package func count(_ pattern: RequestPattern) -> ClosedRange<Int> {
        let matcher = RequestMatcher(pattern)
        let kept = exchanges.count { matcher.matches($0) }
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
        // Most of ten thousand requests are alike in what the counts keep.
        var alike: [ExchangeCounts.Key: (differences: [RequestMatcher.Difference], weight: Int)] = [:]
        var found: [(weight: Int, exchange: Exchange, differences: [RequestMatcher.Difference])] = []
        for exchange in exchanges.reversed() {
            guard let request = exchange.request else { continue }
            let key = ExchangeCounts.Key.of(exchange)
            let outer =
                alike[key]
                ?? {
                    let list = matcher.differences(key, request)
                    return (list, list.reduce(0) { $0 + self.weight($1, exchange, wanted) })
                }()
            alike[key] = outer
            // Enough that are nearer, and newer, are known: what is as far as the last of them does not come before it.
            let furthest = found.count < limit ? 4 : found[limit - 1].weight - 1
            guard outer.weight <= furthest else { continue }
            let inner = matcher.insides(request)
            let (differences, weight) = (outer.differences + inner, outer.weight + inner.count)
            guard weight <= furthest, !differences.isEmpty else { continue }
            // Among equals, the newest comes first, which is the order they are collected in.
            let place = found.firstIndex { $0.weight > weight } ?? found.count
            found.insert((weight, exchange, differences), at: place)
            if found.count > limit { found.removeLast() }
        }
        return found.map { Verification.Near(exchange: $0.exchange, differences: $0.differences.map(\.text)) }
    }

    func weight(_ difference: RequestMatcher.Difference, _ exchange: Exchange, _ wanted: String?) -> Int {
        guard difference.kind == .path, let wanted, let path = exchange.path else { return 1 }
        if Suggestion.nearest(to: path, among: [wanted]) != nil { return 1 }
        let isSameEnd = path.split(separator: "/").last == wanted.split(separator: "/").last
        return isSameEnd ? 2 : 5
    }
}
