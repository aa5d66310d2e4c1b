// SPDX-License-Identifier: Apache-2.0

import Formats

/// Values: arithmetic, fields, literals.
extension SQLParser {
    /// Reads `+`, `-` and `||`, from left to right.
    mutating func sum() throws(Where.Failure) -> SQLTerm {
        var left = try product()
        while case .sign(let sign) = token.kind, [.plus, .minus, .join].contains(sign) {
            try advance()
            let right = try product()
            left = sign == .join ? try join(left, right) : try add(left, sign, right)
        }
        return left
    }

    private mutating func product() throws(Where.Failure) -> SQLTerm {
        var left = try signed()
        while case .sign(let sign) = token.kind, [.times, .divided].contains(sign) {
            try advance()
            let right = try signed()
            try checkNumbers([left, right])
            let type: SQLType = left.type == .real || right.type == .real ? .real : .whole
            // Integers divide to integers, truncated toward zero; division by zero is an error.
            left =
                sign == .times
                ? try made("(\(left.sql) * \(right.sql))", type, of: [left, right], left.start)
                : try made("mp_divide(\(left.sql), \(right.sql))", type, of: [left, right], left.start)
        }
        return left
    }

    private mutating func signed() throws(Where.Failure) -> SQLTerm {
        guard case .sign(let sign) = token.kind, sign == .minus || sign == .plus else { return try primary() }
        let start = token.start
        try advance()
        try enter()
        defer { leave() }
        var term = try signed()
        try checkNumbers([term])
        guard sign == .minus else { return term }
        guard let index = term.literal else { return try made("(-\(term.sql))", term.type, of: [term], start) }
        switch values[index] {
        case .integer(let number): values[index] = .integer(0 &- number)
        case .double(let number): values[index] = .double(-number)
        case .text: break
        }
        term.start = start
        return term
    }

    private func checkNumbers(_ terms: [SQLTerm]) throws(Where.Failure) {
        for term in terms where !term.type.isNumber && term.type != .null {
            throw fault("\(term.type.wording) where a number belongs", at: term.start)
        }
    }

    private mutating func add(_ left: SQLTerm, _ sign: SQLToken.Sign, _ right: SQLTerm) throws(Where.Failure) -> SQLTerm
    {
        let plain = "(\(left.sql) \(sign.rawValue) \(right.sql))"
        let parts = [left, right]
        switch (left.type, right.type) {
        case (.date, .interval), (.interval, .interval): return try made(plain, left.type, of: parts, left.start)
        case (.interval, .date) where sign == .plus: return try made(plain, .date, of: parts, left.start)
        case (.date, .date) where sign == .minus: return try made(plain, .interval, of: parts, left.start)
        case (.date, .months):
            let count = sign == .plus ? right.sql : "(-\(right.sql))"
            return try made("mp_add_months(\(left.sql), \(count))", .date, of: parts, left.start)
        case (.dateOnly, .interval), (.dateOnly, .months), (.timestampOffset, .interval), (.timestampOffset, .months):
            return try add(instant(left), sign, right)
        default: break
        }
        try checkNumbers(parts)
        return try made(
            plain, left.type == .real || right.type == .real ? .real : .whole, of: parts, left.start)
    }

    private func join(_ left: SQLTerm, _ right: SQLTerm) throws(Where.Failure) -> SQLTerm {
        var parts: [String] = []
        for term in [left, right] {
            guard term.type != .truth else { throw fault("a condition where a text belongs", at: term.start) }
            parts.append(term.type == .text || term.type == .null ? term.sql : "mp_text(\(term.sql))")
        }
        return try made("(\(parts[0]) || \(parts[1]))", .text, of: [left, right], left.start)
    }

    // MARK: One value

    private mutating func primary() throws(Where.Failure) -> SQLTerm {
        switch token.kind {
        case .whole(let number): return try literal(.integer(number), .whole)
        case .real(let number): return try literal(.double(number), .real)
        case .text(let text): return try literal(.text(text), .text)
        case .quoted(let name): return try field(name)
        case .sign(.open):
            try advance()
            var inner = try either()
            try expect(.close)
            if inner.literal == nil { inner.sql = "(\(inner.sql))" }
            return inner
        case .word(let word): return try named(word)
        case .sign(.times), .sign, .end: throw fault("expected a field or a value")
        }
    }

    private mutating func named(_ word: String) throws(Where.Failure) -> SQLTerm {
        let next = try peek()
        let upper = word.utf8.count <= 20 ? word.uppercased() : ""
        if case .text = next, let literal = try dated(upper) { return literal }
        if next == .sign(.open) {
            // Some databases name fields so: `SHAPE.STArea()`.
            if let index = index(of: word + "()") {
                try advance()
                try advance()
                try expect(.close)
                return column(index, token.start)
            }
            guard !SQLParser.reserved.contains(upper) else { throw fault("expected a field or a value, found \(word)") }
            return try function(upper)
        }
        if upper == "CASE" { return try choice() }
        if upper == "NULL" {
            let start = token.start
            try advance()
            return SQLTerm(sql: "NULL", type: .null, start: start)
        }
        guard !SQLParser.reserved.contains(upper) else { throw fault("expected a field or a value, found \(word)") }
        if index(of: word) == nil, let current = try current(upper) { return current }
        return try field(word)
    }

    /// The words that are not names unless they are quoted.
    static let reserved: Set<String> = [
        "AND", "OR", "NOT", "IN", "LIKE", "IS", "BETWEEN", "NULL", "ESCAPE", "WHEN", "THEN", "ELSE", "END", "SELECT",
        "EXISTS", "UNION", "FROM",
    ]

    func index(of name: String) -> Int? { fields.firstIndex { ASCII.equal($0.name, name) } }

    mutating func field(_ name: String) throws(Where.Failure) -> SQLTerm {
        guard let index = index(of: name) else {
            throw fault("the layer has no field \(name.prefix(64))", unknownField: String(name.prefix(64)))
        }
        if let groups = setting.groups, !isInAggregate, !groups.contains(index) {
            throw fault("\(name) is neither in a statistic nor in the groups")
        }
        let start = token.start
        try advance()
        return column(index, start)
    }

    private mutating func column(_ index: Int, _ start: Int) -> SQLTerm {
        indices.insert(index)
        return SQLTerm(sql: Field.column(index), type: SQLType(fields[index].type), start: start)
    }
}
