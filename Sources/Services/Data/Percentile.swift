// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// `PERCENTILE_CONT` and `PERCENTILE_DISC`, which SQLite lacks: the interpolation between two adjacent sorted values,
/// or the first value that reaches the fraction (SQL:2003 10.9).
enum Percentile {
    /// The values so far, kept alive by SQLite's aggregate context.
    private final class Values {
        var numbers: [Double] = []
        var share = 0.0
        var isDescending = false
    }

    static func register(_ database: OpaquePointer?) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
        unsafe sqlite3_create_window_function(
            database, "mp_percentile_cont", 3, flags, nil, step, continuous, continuousNow, inverse, nil)
        unsafe sqlite3_create_window_function(
            database, "mp_percentile_disc", 3, flags, nil, step, discrete, discreteNow, inverse, nil)
    }

    private static let step: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
        context, _, values in
        let size = unsafe Int32(MemoryLayout<Unmanaged<Values>?>.size)
        guard let value = unsafe values?[0], let share = unsafe values?[1], let turned = unsafe values?[2],
            unsafe sqlite3_value_type(value) != SQLITE_NULL,
            let memory = unsafe sqlite3_aggregate_context(context, size)
        else { return }
        let state = unsafe memory.assumingMemoryBound(to: Unmanaged<Values>?.self)
        let known: Values
        if let kept = unsafe state.pointee {
            unsafe known = kept.takeUnretainedValue()
        } else {
            known = Values()
            unsafe state.pointee = Unmanaged.passRetained(known)
        }
        unsafe known.share = sqlite3_value_double(share)
        unsafe known.isDescending = sqlite3_value_int(turned) != 0
        unsafe known.numbers.append(sqlite3_value_double(value))
    }

    /// Takes out a value that leaves a window.
    private static let inverse: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void =
        {
            context, _, values in
            guard let value = unsafe values?[0], unsafe sqlite3_value_type(value) != SQLITE_NULL,
                let memory = unsafe sqlite3_aggregate_context(context, 0),
                let kept = unsafe memory.assumingMemoryBound(to: Unmanaged<Values>?.self).pointee
            else { return }
            let known = unsafe kept.takeUnretainedValue()
            let number = unsafe sqlite3_value_double(value)
            if let index = known.numbers.firstIndex(of: number) { known.numbers.remove(at: index) }
        }

    private static let continuous: @convention(c) (OpaquePointer?) -> Void = {
        unsafe finish($0, isLast: true, between)
    }
    private static let continuousNow: @convention(c) (OpaquePointer?) -> Void = {
        unsafe finish($0, isLast: false, between)
    }
    private static let discrete: @convention(c) (OpaquePointer?) -> Void = { unsafe finish($0, isLast: true, one) }
    private static let discreteNow: @convention(c) (OpaquePointer?) -> Void = { unsafe finish($0, isLast: false, one) }

    private static func between(_ numbers: [Double], _ share: Double) -> Double {
        let index = share * Double(numbers.count - 1)
        let (low, high) = (numbers[Int(index.rounded(.down))], numbers[Int(index.rounded(.up))])
        return low + (high - low) * (index - index.rounded(.down))
    }

    private static func one(_ numbers: [Double], _ share: Double) -> Double {
        numbers[max(0, min(numbers.count - 1, Int((share * Double(numbers.count)).rounded(.up)) - 1))]
    }

    /// Gives the result; at the end of the rows the values are no longer kept.
    private static func finish(_ context: OpaquePointer?, isLast: Bool, _ result: ([Double], Double) -> Double) {
        guard let memory = unsafe sqlite3_aggregate_context(context, 0),
            let kept = unsafe memory.assumingMemoryBound(to: Unmanaged<Values>?.self).pointee
        else { return unsafe sqlite3_result_null(context) }
        let values = isLast ? unsafe kept.takeRetainedValue() : unsafe kept.takeUnretainedValue()
        guard !values.numbers.isEmpty else { return unsafe sqlite3_result_null(context) }
        unsafe sqlite3_result_double(
            context, result(values.isDescending ? values.numbers.sorted(by: >) : values.numbers.sorted(), values.share))
    }
}
