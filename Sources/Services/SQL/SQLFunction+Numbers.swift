// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension SQLFunction {
    static let numbers: [String: SQLFunction] = [
        "ABS": same("mp_abs") {
            $0 == .min ? .max : Swift.abs($0)
        } real: {
            Swift.abs($0)
        },
        "CEILING": same("mp_ceiling") {
            $0
        } real: {
            $0.rounded(.up)
        },
        "FLOOR": same("mp_floor") {
            $0
        } real: {
            $0.rounded(.down)
        },
        "SIGN": same("mp_sign") {
            $0.signum()
        } real: {
            $0 == 0 ? 0 : $0 < 0 ? -1 : 1
        },
        "ROUND": decimals("mp_round") { $0.rounded(.toNearestOrAwayFromZero) },
        "TRUNCATE": decimals("mp_truncate") { $0.rounded(.towardZero) },
        "LOG": real("mp_log", where: { $0 > 0 }) { log($0) },
        "LOG10": real("mp_log10", where: { $0 > 0 }) { log10($0) },
        "COS": real("mp_cos") { cos($0) }, "SIN": real("mp_sin") { sin($0) }, "TAN": real("mp_tan") { tan($0) },
        "ACOS": real("mp_acos", where: { abs($0) <= 1 }) { acos($0) },
        "ASIN": real("mp_asin", where: { abs($0) <= 1 }) { asin($0) },
        "ATAN": real("mp_atan") { atan($0) },
        "POWER": SQLFunction(sql: "mp_power", takes: [.number], counts: 2...2) { values throws(Failure) in
            try finite(pow(values[0]?.number ?? 0, values[1]?.number ?? 0))
        },
        "MOD": SQLFunction(
            sql: "mp_mod", takes: [.number], counts: 2...2, gives: { $0.contains(.real) ? .real : .whole }
        ) { values throws(Failure) in
            if case .integer(let one)? = values[0], case .integer(let other)? = values[1] {
                guard other != 0 else { throw Failure(reason: "division by zero") }
                return .integer(other == -1 ? 0 : one % other)
            }
            let other = values[1]?.number ?? 0
            guard other != 0 else { throw Failure(reason: "division by zero") }
            return .double((values[0]?.number ?? 0).truncatingRemainder(dividingBy: other))
        },
    ]

    /// Divides integers to an integer, as in PostgreSQL and SQL Server.
    static let division = SQLFunction(sql: "mp_divide", counts: 2...2) { values throws(Failure) in
        if case .integer(let one)? = values[0], case .integer(let other)? = values[1] {
            guard other != 0 else { throw Failure(reason: "division by zero") }
            return .integer(other == -1 ? 0 &- one : one / other)
        }
        let other = values[1]?.number ?? 0
        guard other != 0 else { throw Failure(reason: "division by zero") }
        return try finite((values[0]?.number ?? 0) / other)
    }

    static func finite(_ number: Double) throws(Failure) -> Value {
        guard number.isFinite else { throw Failure(reason: "the result is not a number") }
        return .double(number)
    }

    private static func real(
        _ sql: String, where fits: @escaping @Sendable (Double) -> Bool = { _ in true },
        _ body: @escaping @Sendable (Double) -> Double
    ) -> SQLFunction {
        SQLFunction(sql: sql, takes: [.number]) { values throws(Failure) in
            let number = values[0]?.number ?? 0
            guard fits(number) else { throw Failure(reason: "\(number) is out of range") }
            return try finite(body(number))
        }
    }

    /// Returns a function that keeps an integer an integer.
    private static func same(
        _ sql: String, _ whole: @escaping @Sendable (Int64) -> Int64, real: @escaping @Sendable (Double) -> Double
    ) -> SQLFunction {
        SQLFunction(sql: sql, takes: [.number], gives: { $0[0] == .whole ? .whole : .real }) { values throws(Failure) in
            if case .integer(let number)? = values[0] { return .integer(whole(number)) }
            return .double(real(values[0]?.number ?? 0))
        }
    }

    /// `ROUND(x)`, `ROUND(x, 2)`; a negative number rounds digits before the point.
    private static func decimals(_ sql: String, _ body: @escaping @Sendable (Double) -> Double) -> SQLFunction {
        SQLFunction(
            sql: sql, takes: [.number], counts: 1...2, gives: { $0[0] == .whole ? .whole : .real }
        ) { values throws(Failure) in
            let digits = min(15, max(-15, (values.count > 1 ? values[1]?.number : 0) ?? 0))
            let scale = pow(10, abs(digits))
            if case .integer(let number)? = values[0] {
                if digits >= 0 { return .integer(number) }
                return .integer(Int64(exactly: body(Double(number) / scale) * scale) ?? number)
            }
            let number = values[0]?.number ?? 0
            return try finite(digits >= 0 ? body(number * scale) / scale : body(number / scale) * scale)
        }
    }
}
