// SPDX-License-Identifier: Apache-2.0

/// How bins are cut: the `type` of a `bin` and its parameters.
enum BinInterval: Sendable {
    /// As many as said, equally wide.
    case count(Int, start: Double?, end: Double?)
    /// As wide as said.
    case width(Double, start: Double?, end: Double?)
    case boundaries([Double])
    case calendar(Calendar)

    /// Bins of calendar units.
    struct Calendar: Sendable {
        /// Where bins begin if not with a unit.
        enum Snap: String, Sendable { case first, last }

        var calendar = BinCalendar()
        var number = 1
        var unit = BinCalendar.Unit.day
        var offset: (number: Int, unit: BinCalendar.Unit) = (0, .millisecond)
        var start: Double?
        var end: Double?
        var snap: Snap?
        /// A Boolean value that indicates whether the last bin, or the first of those from the end, has its whole length
        /// instead of ending with the data.
        var isFull = false
        /// A Boolean value that indicates whether bins are equally long: `fixedBin` of queryDateBins.
        var isFixed = false
    }

    /// A Boolean value that indicates whether the smallest and the largest value must be known.
    var needsBounds: Bool {
        switch self {
        case .count(_, let start, let end), .width(_, let start, let end): start == nil || end == nil
        case .calendar(let calendar): calendar.start == nil || calendar.end == nil
        case .boundaries: false
        }
    }

    /// Returns the bins of values between two bounds, or `nil` if there are too many.
    func edges(_ bounds: (low: Double, high: Double)) -> BinEdges? {
        switch self {
        case .count(let count, let start, let end):
            BinEdges.equal(count, from: start ?? bounds.low, to: end ?? bounds.high)
        case .width(let width, let start, let end):
            BinEdges.wide(width, from: start ?? bounds.low, to: end ?? bounds.high)
        case .boundaries(let list): BinEdges.between(list)
        case .calendar(let calendar): calendar.edges(bounds)
        }
    }
}

extension BinInterval.Calendar {
    /// Returns the bins, each moved by the offset.
    func edges(_ bounds: (low: Double, high: Double)) -> BinEdges? {
        let shift = { (instant: Int64, sign: Int) in calendar.add(sign * offset.number, offset.unit, to: instant) }
        let low = shift(BinCalendar.instant(start ?? bounds.low), -1)
        let high = shift(BinCalendar.instant(end ?? bounds.high), -1)
        guard low <= high else { return nil }
        var bins: [(Int64, Int64)] = []
        // Each edge is counted from the first one: from its neighbor, a month that ends early or an hour that clocks skip
        // would move all that follow.
        if snap == .last {
            let last = unit == .week ? calendar.add(1, .week, to: calendar.start(of: .week, high)) : high
            var end = last
            while end > low {
                guard bins.count < BinEdges.most else { return nil }
                let next = calendar.add(-number * (bins.count + 1), unit, to: last)
                bins.append((next < low && !isFull ? low : next, end))
                end = next
            }
            bins.reverse()
        } else {
            let first = snap == .first ? low : calendar.start(of: unit, low)
            var begin = first
            while begin <= high {
                guard bins.count < BinEdges.most else { return nil }
                let count = bins.count + 1
                let moved = isFixed ? first + length * Int64(count) : calendar.add(number * count, unit, to: first)
                let next = isFixed || snap == .first ? moved : calendar.start(of: unit, moved)
                bins.append((begin, next > high && !isFull ? high : next))
                begin = next
            }
        }
        return BinEdges(bins: bins.map { (Double(shift($0, 1)), Double(shift($1, 1))) })
    }

    /// The length of a bin in milliseconds, in units that are as long as usual.
    private var length: Int64 {
        let day: Int64 = 86_400_000
        let one: Int64 = unit.fixed ?? (unit == .week ? 7 * day : unit == .day ? day : 30 * day)
        return one * Int64(number)
    }
}
