// SPDX-License-Identifier: Apache-2.0

import Formats

/// Functions, `CASE` and `CAST`: calls, and expressions with their own grammar.
extension SQLParser {
    mutating func function(_ name: String) throws(Where.Failure) -> SQLTerm {
        let start = token.start
        try advance()
        try expect(.open)
        try enter()
        defer { leave() }
        if setting.groups != nil, let aggregate = try aggregate(name, start) { return aggregate }
        switch name {
        case "EXTRACT": return try extract(start)
        case "CAST": return try cast(start)
        case "TRIM": return try trim(start)
        case "SUBSTRING": return try substring(start)
        case "POSITION": return try position(start)
        case "COALESCE", "NULLIF":
            var terms = try arguments()
            guard terms.count >= 2, name == "COALESCE" || terms.count == 2 else {
                throw fault("\(name) takes \(name == "NULLIF" ? "two" : "two or more") values", at: start)
            }
            let type = try unite(&terms)
            return try call(name.lowercased(), terms, type, start)
        default: break
        }
        guard let known = SQLFunction.named[name] else {
            let near = Suggestion.nearest(to: name, among: Array(SQLFunction.named.keys).sorted())
            throw fault("there is no function \(name)\(near.map { ": did you mean \($0)?" } ?? "")", at: start)
        }
        let terms = try arguments()
        guard known.counts.contains(terms.count) else {
            throw fault("\(name) does not take \(terms.count) values", at: start)
        }
        for (index, term) in terms.enumerated() {
            let wanted = known.takes[min(index, known.takes.count - 1)]
            guard wanted.fits(term.type) else {
                throw fault("\(term.type.wording) where \(wanted.wording) belongs", at: term.start)
            }
        }
        return try call(known.sql, terms, known.gives(terms.map(\.type)), start)
    }

    /// Reads arguments up to the closing parenthesis.
    private mutating func arguments() throws(Where.Failure) -> [SQLTerm] {
        var terms: [SQLTerm] = []
        guard token.kind != .sign(.close) else {
            try advance()
            return []
        }
        repeat {
            if !terms.isEmpty { try advance() }
            // SQLite accepts 127.
            guard terms.count < 100 else { throw fault("more than 100 values for a function") }
            let term = try sum()
            guard term.type != .truth else { throw fault("a condition where a value belongs", at: term.start) }
            terms.append(term)
        } while token.kind == .sign(.comma)
        try expect(.close)
        return terms
    }

    private func call(
        _ function: String, _ terms: [SQLTerm], _ type: SQLType, _ start: Int
    ) throws(Where.Failure) -> SQLTerm {
        try made("\(function)(\(terms.map(\.sql).joined(separator: ", ")))", type, of: terms, start)
    }

    // MARK: With a grammar of their own

    /// Reads `EXTRACT(YEAR FROM field)`.
    private mutating func extract(_ start: Int) throws(Where.Failure) -> SQLTerm {
        let units = ["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"]
        guard case .word(let word) = token.kind, let unit = units.firstIndex(where: { ASCII.equal($0, word) }) else {
            throw fault("expected one of \(units.joined(separator: ", "))")
        }
        try advance()
        try expect("FROM")
        let term = try sum()
        try expect(.close)
        guard [.date, .dateOnly, .timeOnly, .timestampOffset, .null].contains(term.type) else {
            throw fault("\(term.type.wording) where a date belongs", at: term.start)
        }
        return try made("mp_extract(\(unit), \(term.sql))", .whole, of: [term], start)
    }

    /// Reads `CAST(value AS VARCHAR(10))`.
    private mutating func cast(_ start: Int) throws(Where.Failure) -> SQLTerm {
        let term = try sum()
        try expect("AS")
        guard case .word(let word) = token.kind else { throw fault("expected a type") }
        let index = token.start
        try advance()
        if isWord("PRECISION") { try advance() }
        var size = -1
        if token.kind == .sign(.open) {
            try advance()
            guard case .whole(let number) = token.kind, (0...10_000).contains(number) else {
                throw fault("expected a size")
            }
            size = Int(number)
            try advance()
            if token.kind == .sign(.comma) {
                try advance()
                guard case .whole = token.kind else { throw fault("expected a number of decimals") }
                try advance()
            }
            try expect(.close)
        }
        try expect(.close)
        guard term.type != .truth else { throw fault("a condition where a value belongs", at: term.start) }
        switch word.uppercased() {
        case "INTEGER", "INT", "SMALLINT", "BIGINT":
            return try made("mp_whole(\(term.sql))", .whole, of: [term], start)
        case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DECIMAL":
            return try made("mp_real(\(term.sql))", .real, of: [term], start)
        case "VARCHAR", "CHAR", "NVARCHAR", "CHARACTER":
            let text = term.type == .date ? "mp_stamp(\(term.sql))" : term.sql
            return try made("mp_text(\(text), \(size))", .text, of: [term], start)
        case "DATE", "TIMESTAMP":
            guard [.date, .dateOnly, .timestampOffset, .text, .null].contains(term.type) else {
                throw fault("\(term.type.wording) cannot be cast to a date", at: term.start)
            }
            let function = word.uppercased() == "DATE" ? "mp_day" : "mp_instant"
            return try made("\(function)(\(term.sql))", .date, of: [term], start)
        default: throw fault("there is no type \(word.prefix(40))", at: index)
        }
    }

    /// Reads `TRIM(x)`, `TRIM(LEADING '0' FROM x)`.
    private mutating func trim(_ start: Int) throws(Where.Failure) -> SQLTerm {
        var side = 0
        let sides = ["BOTH", "LEADING", "TRAILING"]
        if case .word(let word) = token.kind, let named = sides.firstIndex(where: { ASCII.equal($0, word) }) {
            side = named
            try advance()
        }
        var first: SQLTerm?
        if !isWord("FROM") { first = try sum() }
        guard isWord("FROM") else {
            try expect(.close)
            guard let first else { throw fault("expected a text") }
            try checkText(first)
            return try made("mp_trim(\(side), ' ', \(first.sql))", .text, of: [first], start)
        }
        try advance()
        let text = try sum()
        try expect(.close)
        for term in [first, text] { if let term { try checkText(term) } }
        return try made(
            "mp_trim(\(side), \(first?.sql ?? "' '"), \(text.sql))", .text, of: [first ?? text, text], start)
    }

    /// Reads `SUBSTRING(x FROM 2 FOR 3)`, `SUBSTRING(x, 2, 3)`.
    private mutating func substring(_ start: Int) throws(Where.Failure) -> SQLTerm {
        var terms = [try sum()]
        while token.kind == .sign(.comma) || isWord("FROM") || isWord("FOR") {
            let isFirst = isWord("FOR") && terms.count == 1
            try advance()
            if isFirst { terms.append(SQLTerm(sql: "1", type: .whole)) }
            terms.append(try sum())
        }
        try expect(.close)
        guard (2...3).contains(terms.count) else { throw fault("SUBSTRING takes two or three values", at: start) }
        try checkText(terms[0])
        for term in terms.dropFirst() where term.type != .whole && term.type != .null {
            throw fault("\(term.type.wording) where an integer belongs", at: term.start)
        }
        return try call("mp_substring", terms, .text, start)
    }

    /// Reads `POSITION('a' IN x)`.
    private mutating func position(_ start: Int) throws(Where.Failure) -> SQLTerm {
        let needle = try sum()
        if token.kind == .sign(.comma) { try advance() } else { try expect("IN") }
        let text = try sum()
        try expect(.close)
        for term in [needle, text] { try checkText(term) }
        return try call("mp_position", [needle, text], .whole, start)
    }

    private func checkText(_ term: SQLTerm) throws(Where.Failure) {
        guard ![.text, .guid, .null].contains(term.type) else { return }
        throw fault("\(term.type.wording) where a text belongs", at: term.start)
    }

    /// Reads `CASE WHEN condition THEN value … ELSE value END`, `CASE value WHEN value THEN value … END`.
    mutating func choice() throws(Where.Failure) -> SQLTerm {
        let start = token.start
        try advance()
        try enter()
        defer { leave() }
        var subject: SQLTerm?
        if !isWord("WHEN") { subject = try sum() }
        var (tests, results): ([SQLTerm], [SQLTerm]) = ([], [])
        while isWord("WHEN") {
            guard tests.count < 100 else { throw fault("more than 100 cases") }
            try advance()
            var test = try either()
            if subject == nil { try check(test, is: .truth) }
            if var known = subject {
                try align(&known, &test)
                subject = known
            }
            try expect("THEN")
            tests.append(test)
            results.append(try sum())
        }
        guard !tests.isEmpty else { throw fault("expected WHEN") }
        let hasElse = isWord("ELSE")
        if hasElse {
            try advance()
            results.append(try sum())
        }
        try expect("END")
        let type = try unite(&results)
        var sql = "CASE \(subject?.sql ?? "")"
        for (test, result) in zip(tests, results) { sql += " WHEN \(test.sql) THEN \(result.sql)" }
        if hasElse { sql += " ELSE \(results[results.count - 1].sql)" }
        return try made("(\(sql) END)", type, of: tests + results + (subject.map { [$0] } ?? []), start)
    }

    // MARK: Statistics

    /// Reads `SUM(field)` and the like; returns `nil` for other functions.
    private mutating func aggregate(_ name: String, _ start: Int) throws(Where.Failure) -> SQLTerm? {
        guard let function = SQLParser.aggregates[name], !isInAggregate else { return nil }
        isInAggregate = true
        defer { isInAggregate = false }
        if name == "COUNT", token.kind == .sign(.times) {
            try advance()
            try expect(.close)
            return SQLTerm(sql: "count(*)", type: .whole, start: start)
        }
        let isDistinct = isWord("DISTINCT")
        if isDistinct { try advance() }
        let term = try sum()
        try expect(.close)
        if !["COUNT", "MIN", "MAX"].contains(name), !term.type.isNumber {
            throw fault("\(term.type.wording) where a number belongs", at: term.start)
        }
        let type: SQLType =
            switch name {
            case "COUNT": .whole
            case "MIN", "MAX", "SUM": term.type
            default: .real
            }
        return try made("\(function)(\(isDistinct ? "DISTINCT " : "")\(term.sql))", type, of: [term], start)
    }

    private static let aggregates = [
        "COUNT": "count", "SUM": "sum", "MIN": "min", "MAX": "max", "AVG": "avg", "STDDEV": "mp_stddev",
        "VAR": "mp_var", "VARIANCE": "mp_var",
    ]
}
