/// The request line and the fields, cut and checked: RFC 9112 sections 3 and 5.
struct Head: Sendable {
    enum Framing: Sendable, Hashable {
        case length(Int)
        case chunked
    }

    var method: String
    var target: String
    var minorVersion: Int
    var fields: Fields
    var framing: Framing

    /// `head` ends with the empty line; every LF in it follows a CR.
    static func parse(_ head: [UInt8], targetLimit: Int) -> Result<Head, ReadFailure> {
        // To the LF, not to the first CR: a stray one is the line's fault, not its end.
        var lineEnd = (head.firstIndex(of: 10) ?? 1) - 1
        let line = head[..<lineEnd]
        guard let first = line.firstIndex(of: 32), let last = line[(first + 1)...].firstIndex(of: 32),
            !line[(last + 1)...].contains(32)
        else {
            let count = line.split(separator: 32, omittingEmptySubsequences: false).count
            return bad("the request line has \(count) words separated by single blanks, not 3")
        }
        let words = (line[..<first], line[(first + 1)..<last], line[(last + 1)...])
        guard !words.0.isEmpty, words.0.allSatisfy(ASCII.isToken) else { return bad("the method is no token") }
        guard words.1.count <= targetLimit else {
            return .failure(ReadFailure(status: 414, reason: "the target is longer than \(targetLimit) bytes"))
        }
        let minor: Int
        switch version(words.2) {
        case .failure(let failure): return .failure(failure)
        case .success(let found): minor = found
        }
        let method = String(decoding: words.0, as: UTF8.self)
        if let reason = targetFault(words.1, method: method) { return bad(reason) }

        var places: [Fields.Place] = []
        places.reserveCapacity(12)
        var at = lineEnd + 2
        while at < head.count - 2 {
            lineEnd = at
            while head[lineEnd] != 10 { lineEnd += 1 }
            let field = head[at..<lineEnd - 1]
            if let reason = fieldFault(field) { return bad(reason) }
            guard let colon = field.firstIndex(of: UInt8(ascii: ":")) else { return bad("a field has no colon") }
            var first = colon + 1
            var last = field.endIndex
            while first < last, head[first] == 32 || head[first] == 9 { first += 1 }
            while last > first, head[last - 1] == 32 || head[last - 1] == 9 { last -= 1 }
            places.append(
                Fields.Place(
                    nameStart: Int32(at), nameEnd: Int32(colon), valueStart: Int32(first), valueEnd: Int32(last)))
            at = lineEnd + 1
        }
        let fields = Fields(head: head, places: places)
        if let reason = hostFault(fields, minor) { return bad(reason) }
        return framing(fields, minor).map { framing in
            Head(
                method: method, target: String(decoding: words.1, as: UTF8.self), minorVersion: minor, fields: fields,
                framing: framing)
        }
    }

    private static func bad<Value>(_ reason: String) -> Result<Value, ReadFailure> {
        .failure(ReadFailure(status: 400, reason: reason))
    }

    private static func version(_ word: ArraySlice<UInt8>) -> Result<Int, ReadFailure> {
        guard word.count == 8, word.starts(with: "HTTP/".utf8) else {
            return bad("the version is not of the form HTTP/1.1")
        }
        let (major, point, minor) = (word[word.endIndex - 3], word[word.endIndex - 2], word[word.endIndex - 1])
        guard point == UInt8(ascii: "."), ASCII.isDigit(major), ASCII.isDigit(minor) else {
            return bad("the version is not of the form HTTP/1.1")
        }
        guard major == UInt8(ascii: "1") else {
            return .failure(ReadFailure(status: 505, reason: "HTTP \(major - 48).\(minor - 48) is not spoken here"))
        }
        // RFC 9110 section 2.5: a higher minor version is answered as the highest one known.
        return .success(minor == UInt8(ascii: "0") ? 0 : 1)
    }

    /// RFC 9112 section 3.2. Bytes beyond ASCII are let through, for real clients send them and servers read them.
    private static func targetFault(_ target: ArraySlice<UInt8>, method: String) -> String? {
        guard let first = target.first else { return "the target is empty" }
        if let control = target.first(where: { $0 < 33 || $0 == 127 }) {
            return "the target has the control character \(control)"
        }
        if target.contains(UInt8(ascii: "#")) { return "the target has a fragment" }
        if method == "CONNECT" { return nil }
        if first == UInt8(ascii: "/") { return nil }
        if target.count == 1, first == UInt8(ascii: "*") {
            return method == "OPTIONS" ? nil : "the target * is for OPTIONS only"
        }
        let lower = target.prefix(8).map(ASCII.lower)
        if lower.starts(with: "http://".utf8) && target.count > 7 || lower == Array("https://".utf8) && target.count > 8
        {
            return nil
        }
        return "the target is neither a path nor a URL"
    }

    /// What is wrong with one field line; `nil` if nothing is.
    static func fieldFault(_ line: ArraySlice<UInt8>) -> String? {
        guard let first = line.first else { return "a field is empty" }
        if first == 32 || first == 9 { return "a field is folded over lines (RFC 9112 section 5.2)" }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return "a field has no colon" }
        guard colon > line.startIndex else { return "a field has no name" }
        for byte in line[..<colon] where !ASCII.isToken(byte) {
            return byte == 32 || byte == 9 ? "a blank before the colon of a field" : "a field name is no token"
        }
        for byte in line[colon...] where byte < 32 && byte != 9 || byte == 127 {
            return "a field value has the control character \(byte)"
        }
        return nil
    }

    /// RFC 9112 section 3.2: one Host, and one only.
    private static func hostFault(_ fields: Fields, _ minor: Int) -> String? {
        switch fields.count(of: "host") {
        case 0: return minor == 1 ? "no Host field" : nil
        case 1: return fields.bytes(of: "host").allSatisfy(isHostByte) ? nil : "the Host field is no host"
        default: return "more than one Host field"
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, 34, 35, 44, 47, 60, 62, 63, 64, 92, 94, 96, 123, 124, 125, 127...255: false
        default: true
        }
    }

    /// RFC 9112 section 6: how the body ends. What could be read in two ways is refused.
    private static func framing(_ fields: Fields, _ minor: Int) -> Result<Framing, ReadFailure> {
        let codings = fields.count(of: "transfer-encoding") == 0 ? [] : fields.all("transfer-encoding")
        let count = fields.count(of: "content-length")
        if !codings.isEmpty {
            guard count == 0 else { return bad("both Content-Length and Transfer-Encoding") }
            guard minor == 1 else { return bad("Transfer-Encoding in HTTP/1.0") }
            guard codings.count == 1, ASCII.equal(codings[0], "chunked") else {
                return .failure(ReadFailure(status: 501, reason: "a transfer coding other than chunked"))
            }
            return .success(.chunked)
        }
        guard count > 0 else { return .success(.length(0)) }
        guard count == 1 else {
            let lengths = Set(fields.all("content-length"))
            return bad(
                lengths.count > 1
                    ? "several Content-Length fields that differ" : "more than one Content-Length field")
        }
        let digits = fields.bytes(of: "content-length")
        guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy(ASCII.isDigit) else {
            return bad("Content-Length is no number")
        }
        return .success(.length(digits.reduce(0) { $0 * 10 + Int($1 - 48) }))
    }
}
