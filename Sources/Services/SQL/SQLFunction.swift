// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Facts
import Formats

/// A function of ours inside SQLite; those with a name can be called in a clause.
struct SQLFunction: Sendable {
    struct Failure: Error {
        var reason: String
    }

    typealias Value = Where.Value

    /// What an argument may be.
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

    /// What it is called in SQLite.
    var sql: String
    /// The kinds of its arguments; the last goes on for those behind it.
    var takes: [Kind] = [.any]
    var counts: ClosedRange<Int> = 1...1
    var gives: @Sendable ([SQLType]) -> SQLType = { _ in .real }
    /// `nil` is NULL. Unless it says otherwise, it is not asked when an argument is NULL, and gives NULL.
    var isStrict = true
    var body: @Sendable ([Value?]) throws(Failure) -> Value?

    /// All, in the order in which SQLite knows them.
    static let all: [SQLFunction] = named.sorted { $0.key < $1.key }.map(\.value) + inner

    /// Those that a clause may call.
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

    /// As PostgreSQL writes it: no `.0` behind whole numbers.
    var text: String {
        switch self {
        case .integer(let number): String(number)
        case .double(let number):
            number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : String(number)
        case .text(let text): text
        }
    }
}
