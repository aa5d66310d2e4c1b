// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The limits of classes of numbers, by the methods of `classificationMethod`.
enum ClassBreaks {
    enum Method: String, Sendable, CaseIterable {
        case naturalBreaks = "esriClassifyNaturalBreaks"
        case equalInterval = "esriClassifyEqualInterval"
        case quantile = "esriClassifyQuantile"
        case geometricalInterval = "esriClassifyGeometricalInterval"
        case standardDeviation = "esriClassifyStandardDeviation"
    }

    /// Returns the upper limits of classes, rising; the last is the largest value. `interval` is that of
    /// standardDeviation, which decides how many there are.
    static func limits(_ values: [Double], _ method: Method, _ count: Int, interval: Double = 1) -> [Double] {
        let sorted = values.sorted()
        guard let low = sorted.first, let high = sorted.last else { return [] }
        guard low < high else { return [high] }
        let limits: [Double] =
            switch method {
            case .naturalBreaks: natural(sorted, count)
            case .equalInterval: (1...count).map { low + (high - low) * Double($0) / Double(count) }
            case .quantile:
                (1...count).map { sorted[max(0, Int((Double(sorted.count * $0) / Double(count)).rounded(.up)) - 1)] }
            case .geometricalInterval: geometrical(low, high, count)
            case .standardDeviation: deviations(sorted, low, high, interval)
            }
        // Equal values are in one class.
        var rising: [Double] = []
        for limit in limits.dropLast() where limit < high && limit > (rising.last ?? -.infinity) {
            rising.append(limit)
        }
        return rising + [high]
    }

    /// Each class is as many times wider as the one before; what is below zero is shifted (inferred: Esri's own algorithm
    /// is not public).
    private static func geometrical(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        let shift = low > 0 ? 0 : (high - low) / 100 - low
        let ratio = pow((high + shift) / (low + shift), 1 / Double(count))
        return (1...count).map { (low + shift) * pow(ratio, Double($0)) - shift }
    }

    /// Classes of a width of some deviations, the mean in the middle of one.
    private static func deviations(_ sorted: [Double], _ low: Double, _ high: Double, _ interval: Double) -> [Double] {
        let (mean, deviation) = moments(sorted)
        let step = deviation * interval
        guard step > 0 else { return [high] }
        let first = ((low - mean) / step + 0.5).rounded(.up)
        let last = ((high - mean) / step + 0.5).rounded(.up)
        guard last - first < 1000 else { return [high] }
        return stride(from: first, through: last, by: 1).map { mean + ($0 - 0.5) * step } + [high]
    }

    static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(max(1, values.count))).squareRoot())
    }

    // MARK: Natural breaks

    /// The classes with the least squares of deviations (Fisher 1958; Jenks). The best cut moves to the right with the end
    /// of a class, so that each half of the ends looks at its part of the cuts alone.
    private static func natural(_ sorted: [Double], _ count: Int) -> [Double] {
        var (distinct, sizes): ([Double], [Double]) = ([], [])
        for value in sorted {
            if value == distinct.last {
                sizes[sizes.count - 1] += 1
            } else {
                distinct.append(value)
                sizes.append(1)
            }
        }
        let classes = min(count, distinct.count)
        // Sums up to each value, shifted to the mean for precision.
        let center = moments(sorted).mean
        var (weights, sums, squares) = ([0.0], [0.0], [0.0])
        for (value, size) in zip(distinct, sizes) {
            let moved = value - center
            weights.append(weights[weights.count - 1] + size)
            sums.append(sums[sums.count - 1] + size * moved)
            squares.append(squares[squares.count - 1] + size * moved * moved)
        }
        func cost(_ from: Int, _ to: Int) -> Double {
            let (weight, sum) = (weights[to] - weights[from], sums[to] - sums[from])
            return max(0, squares[to] - squares[from] - sum * sum / weight)
        }
        var best = (0...distinct.count).map { $0 == 0 ? Double.infinity : cost(0, $0) }
        var cuts: [[Int]] = []
        for number in stride(from: 2, through: classes, by: 1) {
            var (next, cut) = (best.map { _ in Double.infinity }, best.map { _ in 0 })
            var open = [(low: number, high: distinct.count, from: number - 1, to: distinct.count - 1)]
            while let part = open.popLast() {
                guard part.low <= part.high else { continue }
                let middle = (part.low + part.high) / 2
                for from in part.from...max(part.from, min(part.to, middle - 1)) {
                    let sum = best[from] + cost(from, middle)
                    if sum < next[middle] { (next[middle], cut[middle]) = (sum, from) }
                }
                let here = cut[middle]
                open.append((part.low, middle - 1, part.from, here))
                open.append((middle + 1, part.high, here, part.to))
            }
            cuts.append(cut)
            best = next
        }
        var limits = [distinct[distinct.count - 1]]
        var end = distinct.count
        for cut in cuts.reversed() {
            end = cut[end]
            limits.append(distinct[end - 1])
        }
        return limits.reversed()
    }
}

extension ClassBreaks {
    static func log10(_ value: Double) -> Double { log(value) / log(10) }
}
