// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// Variance and standard deviation of a sample, which SQLite lacks, by Welford's method, which is accurate for large
/// values with small differences.
enum Variance {
    private struct State {
        var count: Double
        var mean: Double
        var squares: Double
    }

    static func register(_ database: OpaquePointer?) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
        unsafe sqlite3_create_window_function(
            database, "mp_var", 1, flags, nil, step, variance, variance, inverse, nil)
        unsafe sqlite3_create_window_function(
            database, "mp_stddev", 1, flags, nil, step, deviation, deviation, inverse, nil)
    }

    private static let step: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
        context, _, values in
        guard let value = unsafe values?.pointee, unsafe sqlite3_value_type(value) != SQLITE_NULL,
            let memory = unsafe sqlite3_aggregate_context(context, Int32(MemoryLayout<State>.size))
        else { return }
        let state = unsafe memory.assumingMemoryBound(to: State.self)
        let number = unsafe sqlite3_value_double(value)
        unsafe state.pointee.count += 1
        let distance = unsafe number - state.pointee.mean
        unsafe state.pointee.mean += distance / state.pointee.count
        unsafe state.pointee.squares += distance * (number - state.pointee.mean)
    }

    /// Takes out a value that leaves a window.
    private static let inverse: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void =
        {
            context, _, values in
            guard let value = unsafe values?.pointee, unsafe sqlite3_value_type(value) != SQLITE_NULL,
                let memory = unsafe sqlite3_aggregate_context(context, Int32(MemoryLayout<State>.size))
            else { return }
            let state = unsafe memory.assumingMemoryBound(to: State.self)
            let number = unsafe sqlite3_value_double(value)
            let count = unsafe state.pointee.count - 1
            guard count > 0 else {
                unsafe state.pointee = State(count: 0, mean: 0, squares: 0)
                return
            }
            let mean = unsafe state.pointee.mean
            let left = unsafe (mean * state.pointee.count - number) / count
            unsafe state.pointee.squares = max(0, state.pointee.squares - (number - mean) * (number - left))
            unsafe (state.pointee.count, state.pointee.mean) = (count, left)
        }

    private static let variance: @convention(c) (OpaquePointer?) -> Void = { context in
        unsafe finish(context) { $0 }
    }

    private static let deviation: @convention(c) (OpaquePointer?) -> Void = { context in
        unsafe finish(context) { $0.squareRoot() }
    }

    /// Returns the result; one value or none has no spread.
    private static func finish(_ context: OpaquePointer?, _ result: (Double) -> Double) {
        guard let memory = unsafe sqlite3_aggregate_context(context, 0) else {
            return unsafe sqlite3_result_null(context)
        }
        let state = unsafe memory.assumingMemoryBound(to: State.self).pointee
        guard state.count > 1 else { return unsafe sqlite3_result_null(context) }
        unsafe sqlite3_result_double(context, result(state.squares / (state.count - 1)))
    }
}
