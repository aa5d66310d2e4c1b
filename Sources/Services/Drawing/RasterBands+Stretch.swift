// SPDX-License-Identifier: Apache-2.0

import Formats

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The function Stretch (documented: raster-function-objects).
extension RasterBands {
    struct Stretch: Sendable, Hashable {
        enum Kind: Int, Sendable {
            case none = 0
            case standardDeviation = 3
            case histogram = 4
            case extremes = 5
            case percentages = 6
            case sigmoid = 9
        }

        struct Moments: Sendable, Hashable {
            var low: Double
            var high: Double
            var mean: Double
            var deviation: Double
        }

        var kind: Kind
        var deviations = 2.0
        /// Of each band, if the rule gives them; else they are the raster's own.
        var statistics: [Moments] = []
        /// The percentages that are cut off on both sides.
        var cut: (low: Double, high: Double) { (lowPercent, highPercent) }
        var lowPercent = 0.25
        var highPercent = 0.5
        /// By band; empty is none.
        var gamma: [Double] = []
        /// What the ends become.
        var low = 0.0
        var high = 255.0
        var strength = 2.0
    }

    func stretched(_ rule: Stretch) -> RasterBands {
        guard rule.kind != .none else { return self }
        var result = self
        for band in bands.indices {
            let values = values(band)
            guard !values.isEmpty else { continue }
            let known = rule.statistics.indices.contains(band) ? rule.statistics[band] : RasterBands.statistics(values)
            let place = RasterBands.place(rule, known, values)
            let gamma = rule.gamma.indices.contains(band) ? rule.gamma[band] : 1
            for index in hasData.indices where hasData[index] {
                let share = max(0, min(1, place(bands[band][index])))
                let bent = gamma == 1 ? share : pow(share, 1 / gamma)
                // What is stretched has a byte for each value.
                result.bands[band][index] = (rule.low + bent * (rule.high - rule.low)).rounded()
            }
        }
        return result
    }

    static func statistics(_ values: [Double]) -> Stretch.Moments {
        let count = Double(max(1, values.count))
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return Stretch.Moments(
            low: values.min() ?? 0, high: values.max() ?? 0, mean: mean, deviation: (squares / count).squareRoot())
    }

    /// Returns where a value lies between the ends, from 0 to 1.
    private static func place(
        _ rule: Stretch, _ known: Stretch.Moments, _ values: [Double]
    ) -> (Double) -> Double {
        func between(_ low: Double, _ high: Double) -> (Double) -> Double {
            high > low ? { ($0 - low) / (high - low) } : { $0 > low ? 1 : 0 }
        }
        switch rule.kind {
        case .none, .extremes: return between(known.low, known.high)
        case .standardDeviation:
            let reach = rule.deviations * known.deviation
            return between(max(known.low, known.mean - reach), min(known.high, known.mean + reach))
        case .percentages:
            let sorted = values.sorted()
            func cut(_ percent: Double) -> Double {
                guard !sorted.isEmpty else { return 0 }
                return sorted[max(0, min(sorted.count - 1, Int(within: percent / 100 * Double(sorted.count))))]
            }
            return between(cut(rule.lowPercent), cut(100 - rule.highPercent))
        case .histogram:
            // The share of pixels that have the value or a smaller one.
            let sorted = values.sorted()
            return { value in
                var (low, high) = (0, sorted.count)
                while low < high {
                    let middle = (low + high) / 2
                    if sorted[middle] <= value { low = middle + 1 } else { high = middle }
                }
                return Double(low) / Double(sorted.count)
            }
        case .sigmoid:
            let line = between(known.low, known.high)
            let steep = rule.strength * 2
            func curve(_ share: Double) -> Double { 1 / (1 + exp(-steep * (share - 0.5))) }
            return { (curve(line($0)) - curve(0)) / (curve(1) - curve(0)) }
        }
    }
}
