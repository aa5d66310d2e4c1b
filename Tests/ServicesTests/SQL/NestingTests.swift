// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Services

/// Clauses that nest: what is within the bound is read on any thread, in any build; the rest is refused.
@Suite("Clauses that nest", .disabled(if: StackUse.isSanitized))
struct ClauseNestingTests {
    struct Form: Sendable, CustomTestStringConvertible {
        var opening: String
        var inner: String
        var closing: String
        /// What makes a condition of it.
        var end = ""
        var testDescription: String { opening + "…" + closing }

        func clause(_ depth: Int) -> String {
            String(repeating: opening, count: depth) + inner + String(repeating: closing, count: depth) + end
        }
    }

    static let forms = [
        Form(opening: "(", inner: "n = 1", closing: ")"), Form(opening: "NOT ", inner: "n = 1", closing: ""),
        Form(opening: "- ", inner: "n", closing: "", end: " = 1"),
        Form(opening: "ABS(", inner: "n", closing: ")", end: " = 1"),
        Form(opening: "COALESCE(n,", inner: "n", closing: ")", end: " = 1"),
        Form(opening: "CAST(", inner: "n", closing: " AS INT)", end: " = 1"),
        Form(opening: "TRIM(", inner: "name", closing: ")", end: " = 'a'"),
        Form(opening: "SUBSTRING(", inner: "name", closing: ", 1, 1)", end: " = 'a'"),
        Form(opening: "POSITION('a' IN CAST(", inner: "n", closing: " AS VARCHAR(9)))", end: " = 1"),
        Form(opening: "CASE WHEN n = 1 THEN ", inner: "n", closing: " END", end: " = 1"),
        Form(opening: "CASE WHEN ", inner: "n = 1", closing: " THEN 1 END = 1"),
        Form(
            opening: "(CASE WHEN (CAST(CASE WHEN (", inner: "n = 1",
            closing: ") THEN 1 END AS INT) = 1) THEN 1 END = 1)"),
    ]

    private static func failure(_ clause: String) -> Where.Failure? {
        do throws(Where.Failure) {
            _ = try Where.parse(clause, fields: AirportsLayer.awkward.layer.fields)
            return nil
        } catch {
            return error
        }
    }

    @Test("take half of what a stack for them has, and next to nothing of a small one", arguments: forms)
    func deepest(_ form: Form) throws {
        let deepest = try #require((1...Nesting.deepest).last { Self.failure(form.clause($0)) == nil })
        let clause = form.clause(deepest)
        #expect(StackUse.bytes { _ = Self.failure(clause) } <= 5 * 512 * 1024)
        #expect(StackUse.bytes(of: StackUse.smallest) { _ = Self.failure(clause) } <= StackUse.allowed / 4)
    }

    @Test("of thirty levels are read, and of more than the bound refused", arguments: forms.prefix(11))
    func levels(_ form: Form) {
        #expect(Self.failure(form.clause(30)) == nil)
        for depth in [Nesting.deepest + 1, 10_000] {
            #expect(Self.failure(form.clause(depth))?.reason == "nested deeper than 64")
        }
    }

    @Test("of the greatest height SQLite runs on a small stack", arguments: [" + 1", " || 'a'"])
    func height(_ operation: String) {
        let clause = "name = 'a'" + String(repeating: operation, count: 480)
        let used = StackUse.bytes(of: 16 * 1024 * 1024) {
            _ = AirportsLayer.query(AirportsLayer.reading(["where": clause], store: AirportsLayer.awkward))
        }
        #expect(used <= StackUse.allowed)
    }
}
