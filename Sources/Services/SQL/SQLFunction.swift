// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Facts
import Formats

/// A function in SQLite. Those with a name can be called in a clause.
struct SQLFunction: Sendable {
    struct Failure: Error {
        var reason: String
    }

    typealias Value = Where.Value

    /// The kind of an argument.
    enum Kind: Sendable {
        case number, text, any

        func fits(_ type: SQLType) -> Bool {
            if type == .null { return true }
            return switch self {
            case .number: type.isNumber
            case .text: type == .text || type == .guid
            case .any: type != .truth
            }
        }

        var wording: String { self == .number ? "a number" : self == .text ? "a text" : "a value" }
    }

    /// The name in SQLite.
    var sql: String
    /// The kinds of its arguments; the last one repeats.
    var takes: [Kind] = [.any]
    var counts: ClosedRange<Int> = 1...1
    var gives: @Sendable ([SQLType]) -> SQLType = { _ in .real }
    /// A Boolean value that indicates whether a NULL argument gives NULL without a call.
    var isStrict = true
    var body: @Sendable ([Value?]) throws(Failure) -> Value?

    /// All functions, in the order of registration.
    static let all: [SQLFunction] = named.sorted { $0.key < $1.key }.map(\.value) + inner

    /// The functions that a clause may call.
    static let named: [String: SQLFunction] = numbers.merging(texts) { first, _ in first }
}

extension Where.Value {
    var number: Double {
        switch self {
        case .integer(let number): Double(number)
        case .double(let number): number
        case .text(let text): Double(text) ?? 0
        }
    }

    /// The text as PostgreSQL writes it: integers have no `.0`.
    var text: String {
        switch self {
        case .integer(let number): String(number)
        case .double(let number):
            number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : String(number)
        case .text(let text): text
        }
    }
}
