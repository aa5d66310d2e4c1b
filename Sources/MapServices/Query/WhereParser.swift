import Formats

/// Reads a `where` clause by recursive descent; what it does not know it refuses, and says where.
struct WhereParser {
    private enum Token: Hashable {
        case word(String)
        case quoted(String)
        case value(Where.Value)
        case symbol(String)
        case end
    }

    private let bytes: [UInt8]
    private let fields: [Field]
    private var at = 0
    private var token = Token.end
    private var tokenStart = 0
    private var values: [Where.Value] = []
    private var depth = 0
    private var places: Set<Int> = []

    /// Whether `SUM(field)` and the like are operands: in `having`.
    private let allowsAggregates: Bool

    init(_ text: String, fields: [Field], allowsAggregates: Bool = false) {
        self.allowsAggregates = allowsAggregates
        bytes = Array(text.utf8)
        self.fields = fields
    }

    mutating func parse() throws(Where.Failure) -> Where {
        try advance()
        let sql = try either()
        guard token == .end else { throw fault("unexpected text after the condition") }
        return Where(sql: sql, values: values, places: places, isEverything: isEverything(sql))
    }

    /// `1=1`, and any number of them joined by AND.
    private func isEverything(_ sql: String) -> Bool {
        guard places.isEmpty, values.allSatisfy({ $0 == .integer(1) }) else { return false }
        let shape = sql.replacing("(", with: "").replacing(")", with: "")
        return shape.split(separator: " AND ").allSatisfy { $0 == "? = ?" }
    }

    private func fault(_ reason: String, unknownField: String? = nil) -> Where.Failure {
        Where.Failure(offset: tokenStart, reason: reason, unknownField: unknownField)
    }

    // MARK: Grammar

    private mutating func either() throws(Where.Failure) -> String {
        var sql = try both()
        while isKeyword("OR") {
            try advance()
            sql = "(\(sql) OR \(try both()))"
        }
        return sql
    }

    private mutating func both() throws(Where.Failure) -> String {
        var sql = try negation()
        while isKeyword("AND") {
            try advance()
            sql = "(\(sql) AND \(try negation()))"
        }
        return sql
    }

    private mutating func negation() throws(Where.Failure) -> String {
        guard isKeyword("NOT") else { return try predicate() }
        try advance()
        return "(NOT \(try negation()))"
    }

    private mutating func predicate() throws(Where.Failure) -> String {
        if token == .symbol("(") {
            depth += 1
            guard depth <= 64 else { throw fault("nested deeper than 64") }
            try advance()
            let sql = try either()
            guard token == .symbol(")") else { throw fault("expected )") }
            try advance()
            depth -= 1
            return "(\(sql))"
        }
        let left = try operand()
        if case .symbol(let sign) = token, ["=", "<>", "!=", "<", ">", "<=", ">="].contains(sign) {
            try advance()
            return "\(left) \(sign == "!=" ? "<>" : sign) \(try operand())"
        }
        if isKeyword("IS") {
            try advance()
            let negated = isKeyword("NOT")
            if negated { try advance() }
            try expect("NULL")
            return "\(left) IS \(negated ? "NOT " : "")NULL"
        }
        let negated = isKeyword("NOT")
        if negated { try advance() }
        let not = negated ? "NOT " : ""
        if isKeyword("LIKE") {
            try advance()
            let pattern = try operand()
            guard isKeyword("ESCAPE") else { return "\(left) \(not)LIKE \(pattern)" }
            try advance()
            // SQLite fails on an escape that is not one character, at run time; so it is looked at here.
            guard case .value(.text(let escape)) = token, escape.unicodeScalars.count == 1 else {
                throw fault("ESCAPE takes one character in quotes")
            }
            return "\(left) \(not)LIKE \(pattern) ESCAPE \(try operand())"
        }
        if isKeyword("BETWEEN") {
            try advance()
            let low = try operand()
            try expect("AND")
            return "\(left) \(not)BETWEEN \(low) AND \(try operand())"
        }
        if isKeyword("IN") {
            try advance()
            return "\(left) \(not)IN (\(try list()))"
        }
        throw fault("expected a comparison")
    }

    private mutating func list() throws(Where.Failure) -> String {
        guard token == .symbol("(") else { throw fault("expected ( after IN") }
        var items: [String] = []
        repeat {
            try advance()
            items.append(try operand())
        } while token == .symbol(",")
        guard token == .symbol(")") else { throw fault("expected ) after the list") }
        try advance()
        return items.joined(separator: ", ")
    }

    private mutating func operand() throws(Where.Failure) -> String {
        switch token {
        case .value(let value):
            try advance()
            values.append(value)
            return "?"
        case .quoted(let name): return try field(name)
        case .word(let word):
            if ["UPPER", "LOWER"].contains(word.uppercased()), peekByte() == UInt8(ascii: "(") {
                try advance()
                try advance()
                let inner = try operand()
                guard token == .symbol(")") else { throw fault("expected )") }
                try advance()
                return "\(word.uppercased())(\(inner))"
            }
            if allowsAggregates, ["COUNT", "SUM", "MIN", "MAX", "AVG"].contains(word.uppercased()),
                peekByte() == UInt8(ascii: "(")
            {
                try advance()
                try advance()
                let inner = try operand()
                guard token == .symbol(")") else { throw fault("expected )") }
                try advance()
                return "\(word.uppercased())(\(inner))"
            }
            guard !["AND", "OR", "NOT", "IN", "LIKE", "IS", "BETWEEN", "NULL", "SELECT"].contains(word.uppercased())
            else { throw fault("expected a field or a value, found \(word)") }
            return try field(word)
        default: throw fault("expected a field or a value")
        }
    }

    private mutating func field(_ name: String) throws(Where.Failure) -> String {
        guard let place = fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
            throw fault("the layer has no field \(name)", unknownField: name)
        }
        try advance()
        places.insert(place)
        return FeatureStore.column(place)
    }

    private mutating func expect(_ keyword: String) throws(Where.Failure) {
        guard isKeyword(keyword) else { throw fault("expected \(keyword)") }
        try advance()
    }

    private func isKeyword(_ keyword: String) -> Bool {
        if case .word(let word) = token { return ASCII.equal(word, keyword) }
        return false
    }

    // MARK: Words

    private func peekByte() -> UInt8? {
        bytes[at...].first { $0 != 32 }
    }

    private mutating func advance() throws(Where.Failure) {
        while at < bytes.count, [32, 9, 10, 13].contains(bytes[at]) { at += 1 }
        tokenStart = at
        guard at < bytes.count else {
            token = .end
            return
        }
        let byte = bytes[at]
        if ASCII.isDigit(byte) || byte == 46 || ((byte == 45 || byte == 43) && isNumber(at + 1)) {
            return try number()
        }
        if ASCII.isLetter(byte) || byte == 95 || byte >= 0x80 {
            let start = at
            while at < bytes.count, isNamePart(bytes[at]) { at += 1 }
            token = .word(String(decoding: bytes[start..<at], as: UTF8.self))
            return
        }
        switch byte {
        case UInt8(ascii: "'"): token = .value(.text(try quoted(by: byte)))
        case UInt8(ascii: "\""): token = .quoted(try quoted(by: byte))
        default:
            for symbol in ["<>", "!=", "<=", ">=", "=", "<", ">", "(", ")", ","]
            where bytes[at...].starts(with: symbol.utf8) {
                at += symbol.utf8.count
                token = .symbol(symbol)
                return
            }
            throw fault("unexpected character")
        }
    }

    private func isNumber(_ at: Int) -> Bool { at < bytes.count && (ASCII.isDigit(bytes[at]) || bytes[at] == 46) }

    private func isNamePart(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 95 || byte == 46 || byte == 36 || byte >= 0x80
    }

    private mutating func number() throws(Where.Failure) {
        let start = at
        at += 1
        while at < bytes.count, ASCII.isDigit(bytes[at]) || bytes[at] == 46 { at += 1 }
        if at < bytes.count, bytes[at] | 32 == UInt8(ascii: "e") {
            at += 1
            if at < bytes.count, bytes[at] == 45 || bytes[at] == 43 { at += 1 }
            while at < bytes.count, ASCII.isDigit(bytes[at]) { at += 1 }
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if let whole = Int64(text) {
            token = .value(.integer(whole))
        } else if let double = Double(text), double.isFinite {
            token = .value(.double(double))
        } else {
            throw fault("\(text) is no number")
        }
    }

    private mutating func quoted(by quote: UInt8) throws(Where.Failure) -> String {
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            if bytes[at] == quote {
                at += 1
                guard at < bytes.count, bytes[at] == quote else { return String(decoding: text, as: UTF8.self) }
            }
            text.append(bytes[at])
            at += 1
        }
        throw fault("a quote is never closed")
    }
}
