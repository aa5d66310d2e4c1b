// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// A recursive descent parser that translates a clause of Esri's standardized SQL to SQLite. It refuses what it does
/// not know, with the position. Where databases differ it follows PostgreSQL, the database of Enterprise's own data
/// store: decision 0010.
struct SQLParser {
    /// The largest number of comparisons. SQLite plans as many in well under a second; its time grows with their
    /// square.
    static let mostComparisons = 2000
    /// The largest number of values that SQLite accepts in a statement.
    static let mostValues = 30_000
    /// The largest text column of SQL Server, in bytes.
    static let longestText = 8000
    /// The largest height: half of SQLite's default, so that what surrounds the clause fits too.
    static let highest = 500

    /// What a clause may refer to in addition to fields.
    struct Setting: Sendable {
        /// The time, or `nil` if there is none, as for a definition that must always mean the same.
        var now: Instant?
        var user: String?
        /// The fields to group by, if `SUM(field)` and the like are allowed; then only these fields are.
        var groups: [Int]?
    }

    let fields: [Field]
    let setting: Setting
    private var reader: SQLReader
    private(set) var token = SQLToken(kind: .end, start: 0)
    private var ahead: SQLToken?
    var values: [Where.Value] = []
    var indices: Set<Int> = []
    private var depth = 0
    private var comparisons = 0
    /// A Boolean value that indicates whether the parser is inside `SUM(…)`.
    var isInAggregate = false

    init(_ text: String, fields: [Field], setting: Setting) {
        reader = SQLReader(text)
        self.fields = fields
        self.setting = setting
    }

    /// Parses a whole condition.
    mutating func condition() throws(Where.Failure) -> Where {
        let term = try DeepStack.run { () throws(Where.Failure) in
            try advance()
            return try either()
        }
        guard token.kind == .end else { throw fault("unexpected text after the condition") }
        guard term.type == .truth else { throw fault("\(term.type.wording) where a condition belongs", at: term.start) }
        if term.isTrue { return .everything }
        return Where(sql: term.sql, values: values, indices: indices, isEverything: false)
    }

    /// Parses a whole expression that is not a condition, for statistics.
    mutating func expression() throws(Where.Failure) -> (term: SQLTerm, values: [Where.Value], indices: Set<Int>) {
        let term = try DeepStack.run { () throws(Where.Failure) in
            try advance()
            return try either()
        }
        guard token.kind == .end else { throw fault("unexpected text after the expression") }
        guard term.type != .truth else { throw fault("a condition where a value belongs", at: term.start) }
        return (term, values, indices)
    }

    // MARK: Conditions

    /// Parses `OR`, which binds least.
    mutating func either() throws(Where.Failure) -> SQLTerm {
        try enter()
        defer { depth -= 1 }
        var terms = [try both()]
        while isWord("OR") {
            try check(terms.last, is: .truth)
            try advance()
            terms.append(try both())
            try check(terms.last, is: .truth)
        }
        return try joined(terms, "OR")
    }

    private mutating func both() throws(Where.Failure) -> SQLTerm {
        var terms = [try negation()]
        while isWord("AND") {
            try check(terms.last, is: .truth)
            try advance()
            terms.append(try negation())
            try check(terms.last, is: .truth)
        }
        // A term that is always true has no effect beside others; its values are already removed.
        let telling = terms.filter { !$0.isTrue }
        return telling.isEmpty ? terms[0] : try joined(telling, "AND")
    }

    private mutating func negation() throws(Where.Failure) -> SQLTerm {
        guard isWord("NOT") else { return try predicate() }
        let start = token.start
        try advance()
        try enter()
        defer { depth -= 1 }
        let term = try negation()
        try check(term, is: .truth)
        return try made("NOT (\(term.sql))", .truth, of: [term], start)
    }

    private mutating func predicate() throws(Where.Failure) -> SQLTerm {
        let left = try sum()
        if case .sign(let sign) = token.kind, let sql = SQLParser.comparisons[sign] {
            try advance()
            let right = try sum()
            return try compare(left, sql, right)
        }
        if isWord("IS") { return try isNull(left) }
        let isNegated = isWord("NOT")
        if isNegated { try advance() }
        if isWord("LIKE") { return try like(left, isNegated) }
        if isWord("BETWEEN") { return try between(left, isNegated) }
        if isWord("IN") { return try list(left, isNegated) }
        if isNegated { throw fault("expected LIKE, BETWEEN or IN after NOT") }
        return left
    }

    private static let comparisons: [SQLToken.Sign: String] = [
        .equal: "=", .notEqual: "<>", .bangEqual: "<>", .less: "<", .more: ">", .atMost: "<=", .atLeast: ">=",
    ]

    private mutating func compare(
        _ left: SQLTerm, _ sign: String, _ right: SQLTerm
    ) throws(Where.Failure) -> SQLTerm {
        try count()
        var (left, right) = (left, right)
        try align(&left, &right)
        if sign == "=", let one = left.literal, let other = right.literal, values[one] == values[other],
            one + 2 == values.count
        {
            values.removeLast(2)
            return SQLTerm(sql: "1", type: .truth, start: left.start, isTrue: true)
        }
        return try made("\(left.sql) \(sign) \(right.sql)", .truth, of: [left, right], left.start)
    }

    private mutating func isNull(_ left: SQLTerm) throws(Where.Failure) -> SQLTerm {
        try count()
        try advance()
        let isNegated = isWord("NOT")
        if isNegated { try advance() }
        try expect("NULL")
        guard left.type != .truth else { throw fault("a condition where a value belongs", at: left.start) }
        return try made("\(left.sql) IS \(isNegated ? "NOT " : "")NULL", .truth, of: [left], left.start)
    }

    private mutating func like(_ left: SQLTerm, _ isNegated: Bool) throws(Where.Failure) -> SQLTerm {
        try count()
        try advance()
        let pattern = try sum()
        for term in [left, pattern] where ![.text, .guid, .null].contains(term.type) {
            throw fault("LIKE compares texts, and this is \(term.type.wording)", at: term.start)
        }
        var sql = "\(left.sql) \(isNegated ? "NOT " : "")LIKE \(pattern.sql)"
        if isWord("ESCAPE") {
            try advance()
            // SQLite fails at run time on an escape that is not one character, so check it here.
            guard case .text(let escape) = token.kind, escape.unicodeScalars.count == 1 else {
                throw fault("ESCAPE takes one character in quotes")
            }
            sql += " ESCAPE \(try literal(.text(escape), .text).sql)"
        }
        return try made(sql, .truth, of: [left, pattern], left.start)
    }

    private mutating func between(_ left: SQLTerm, _ isNegated: Bool) throws(Where.Failure) -> SQLTerm {
        try count()
        try advance()
        var (left, low) = (left, try sum())
        try align(&left, &low)
        try expect("AND")
        var high = try sum()
        try align(&left, &high)
        let sql = "\(left.sql) \(isNegated ? "NOT " : "")BETWEEN \(low.sql) AND \(high.sql)"
        return try made(sql, .truth, of: [left, low, high], left.start)
    }

    private mutating func list(_ left: SQLTerm, _ isNegated: Bool) throws(Where.Failure) -> SQLTerm {
        try count()
        try advance()
        try expect(.open)
        var left = left
        var items: [SQLTerm] = []
        repeat {
            if !items.isEmpty { try advance() }
            var item = try sum()
            try align(&left, &item)
            items.append(item)
        } while token.kind == .sign(.comma)
        try expect(.close)
        let sql = items.map(\.sql).joined(separator: ", ")
        return try made("\(left.sql) \(isNegated ? "NOT " : "")IN (\(sql))", .truth, of: items + [left], left.start)
    }

    /// Joins terms as a shallow tree: SQLite limits the depth of a condition.
    private func joined(_ terms: [SQLTerm], _ word: String) throws(Where.Failure) -> SQLTerm {
        if terms.count == 1 { return terms[0] }
        let half = terms.count / 2
        let (left, right) = (
            try joined(Array(terms[..<half]), word), try joined(Array(terms[half...]), word)
        )
        return try made("(\(left.sql)) \(word) (\(right.sql))", .truth, of: [left, right], left.start)
    }

    // MARK: Words

    mutating func advance() throws(Where.Failure) {
        if let next = ahead {
            (token, ahead) = (next, nil)
        } else {
            token = try reader.next()
        }
    }

    /// Returns the next token.
    mutating func peek() throws(Where.Failure) -> SQLToken.Kind {
        if let ahead { return ahead.kind }
        let next = try reader.next()
        ahead = next
        return next.kind
    }

    mutating func expect(_ word: String) throws(Where.Failure) {
        guard isWord(word) else { throw fault("expected \(word)") }
        try advance()
    }

    mutating func expect(_ sign: SQLToken.Sign) throws(Where.Failure) {
        guard token.kind == .sign(sign) else { throw fault("expected \(sign.rawValue)") }
        try advance()
    }

    func isWord(_ word: String) -> Bool {
        if case .word(let found) = token.kind { return ASCII.equal(found, word) }
        return false
    }

    func fault(_ reason: String, unknownField: String? = nil, at index: Int? = nil) -> Where.Failure {
        Where.Failure(offset: index ?? token.start, reason: reason, unknownField: unknownField)
    }

    func check(_ term: SQLTerm?, is type: SQLType) throws(Where.Failure) {
        guard let term, term.type != type else { return }
        throw fault("\(term.type.wording) where \(type.wording) belongs", at: term.start)
    }

    /// Returns a term made of others.
    func made(
        _ sql: String, _ type: SQLType, of parts: [SQLTerm], _ start: Int
    ) throws(Where.Failure) -> SQLTerm {
        let height = (parts.map(\.height).max() ?? 0) + 1
        guard height <= SQLParser.highest else { throw fault("too many nested operations", at: start) }
        return SQLTerm(sql: sql, type: type, height: height, start: start)
    }

    /// Binds a value.
    mutating func literal(_ value: Where.Value, _ type: SQLType) throws(Where.Failure) -> SQLTerm {
        guard values.count < SQLParser.mostValues else { throw fault("more than \(SQLParser.mostValues) values") }
        values.append(value)
        let start = token.start
        try advance()
        return SQLTerm(sql: "?", type: type, literal: values.count - 1, start: start)
    }

    mutating func enter() throws(Where.Failure) {
        depth += 1
        guard depth <= Nesting.deepest else { throw fault("nested deeper than \(Nesting.deepest)") }
    }

    mutating func leave() { depth -= 1 }

    private mutating func count() throws(Where.Failure) {
        comparisons += 1
        guard comparisons <= SQLParser.mostComparisons else {
            throw fault("more than \(SQLParser.mostComparisons) comparisons")
        }
    }
}
