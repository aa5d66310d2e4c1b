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
        unsafe sqlite3_create_function_v2(
            database, "mp_percentile_cont", 3, flags, nil, nil, step, continuous, nil)
        unsafe sqlite3_create_function_v2(database, "mp_percentile_disc", 3, flags, nil, nil, step, discrete, nil)
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

    private static let continuous: @convention(c) (OpaquePointer?) -> Void = { context in
        unsafe finish(context) { numbers, share in
            let index = share * Double(numbers.count - 1)
            let (low, high) = (numbers[Int(index.rounded(.down))], numbers[Int(index.rounded(.up))])
            return low + (high - low) * (index - index.rounded(.down))
        }
    }

    private static let discrete: @convention(c) (OpaquePointer?) -> Void = { context in
        unsafe finish(context) { numbers, share in
            numbers[max(0, min(numbers.count - 1, Int((share * Double(numbers.count)).rounded(.up)) - 1))]
        }
    }

    private static func finish(_ context: OpaquePointer?, _ result: ([Double], Double) -> Double) {
        guard let memory = unsafe sqlite3_aggregate_context(context, 0),
            let kept = unsafe memory.assumingMemoryBound(to: Unmanaged<Values>?.self).pointee
        else { return unsafe sqlite3_result_null(context) }
        let values = unsafe kept.takeRetainedValue()
        unsafe sqlite3_result_double(
            context, result(values.isDescending ? values.numbers.sorted(by: >) : values.numbers.sorted(), values.share))
    }
}
