// SPDX-License-Identifier: Apache-2.0

/// The request line and the fields, parsed and checked (RFC 9112 sections 3 and 5).
struct Head: Sendable {
    enum Framing: Sendable, Hashable {
        case length(Int)
        case chunked
    }

    var method: String
    var target: Target
    var minorVersion: Int
    var fields: Fields
    var framing: Framing

    /// Parses a head. `head` ends with the empty line, and every LF in it follows a CR.
    static func parse(_ head: [UInt8], targetLimit: Int) throws(ReadFailure) -> Head {
        let bytes = head.span
        // Search for the LF, not the first CR: a stray CR is an error in the line, not its end.
        var lineEnd = (index(of: 10, bytes, 0..<bytes.count) ?? 1) - 1
        guard let first = index(of: 32, bytes, 0..<lineEnd), let last = index(of: 32, bytes, first + 1..<lineEnd),
            index(of: 32, bytes, last + 1..<lineEnd) == nil
        else {
            let count = head[..<lineEnd].split(separator: 32, omittingEmptySubsequences: false).count
            throw bad("the request line has \(count) words separated by single blanks, not 3")
        }
        guard first > 0, isToken(bytes, 0..<first) else { throw bad("the method is no token") }
        guard last - first - 1 <= targetLimit else {
            throw ReadFailure(status: 414, reason: "the target is longer than \(targetLimit) bytes")
        }
        let minor = try version(head[(last + 1)..<lineEnd])
        let method = String(decoding: head[..<first], as: UTF8.self)
        let target = head[(first + 1)..<last]
        if let reason = targetFault(bytes, target, method: method) { throw bad(reason) }

        var ranges: [Fields.Bounds] = []
        ranges.reserveCapacity(12)
        var at = lineEnd + 2
        while at < bytes.count - 2 {
            if let (bounds, next) = plainField(bytes, at) {
                ranges.append(bounds)
                at = next
                continue
            }
            lineEnd = (index(of: 10, bytes, at..<bytes.count) ?? bytes.count) - 1
            ranges.append(try field(bytes, at..<lineEnd))
            at = lineEnd + 2
        }
        let fields = Fields(head: head, ranges: ranges)
        if let reason = hostFault(fields, minor) { throw bad(reason) }
        return Head(
            method: method, target: Target(String(decoding: target, as: UTF8.self)), minorVersion: minor,
            fields: fields, framing: try framing(fields, minor))
    }

    private static func index(of byte: UInt8, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let index = bytes.index(of: byte, range)
        return index < range.upperBound ? index : nil
    }

    private static func isToken(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            guard ASCII.isToken(bytes[at]) else { return false }
            at += 1
        }
        return true
    }

    private static func bad(_ reason: String) -> ReadFailure { ReadFailure(status: 400, reason: reason) }

    private static func version(_ word: ArraySlice<UInt8>) throws(ReadFailure) -> Int {
        guard word.count == 8, word.starts(with: "HTTP/".utf8) else {
            throw bad("the version is not of the form HTTP/1.1")
        }
        let (major, point, minor) = (word[word.endIndex - 3], word[word.endIndex - 2], word[word.endIndex - 1])
        guard point == UInt8(ascii: "."), ASCII.isDigit(major), ASCII.isDigit(minor) else {
            throw bad("the version is not of the form HTTP/1.1")
        }
        guard major == UInt8(ascii: "1") else {
            throw ReadFailure(status: 505, reason: "HTTP \(major - 48).\(minor - 48) is not spoken here")
        }
        // A higher minor version is answered as the highest one known (RFC 9110 section 2.5).
        return minor == UInt8(ascii: "0") ? 0 : 1
    }

    /// Returns what is wrong with a target (RFC 9112 section 3.2). Bytes beyond ASCII are allowed because real clients
    /// send them and servers read them.
    private static func targetFault(_ bytes: Span<UInt8>, _ target: ArraySlice<UInt8>, method: String) -> String? {
        guard let first = target.first else { return "the target is empty" }
        let range = target.startIndex..<target.endIndex
        let control = bytes.index(
            of: { $0 < 33 || $0 == 127 }, in: { EightBytes.haveOne(below: 33, $0) || EightBytes.have(127, $0) }, range)
        if control < range.upperBound { return "the target has the control character \(bytes[control])" }
        if bytes.index(of: UInt8(ascii: "#"), range) < range.upperBound { return "the target has a fragment" }
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

    /// Reads a field line that has nothing wrong, in one pass, and returns where the next line begins; `nil` leaves the
    /// line to `field`, which says what is wrong.
    private static func plainField(_ bytes: Span<UInt8>, _ begin: Int) -> (Fields.Bounds, next: Int)? {
        var at = begin
        while at < bytes.count, unsafe ASCII.isToken(bytes[unchecked: at]) { at += 1 }
        let colon = at
        guard colon > begin, colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return nil }
        at += 1
        while at < bytes.count, bytes[at] == 32 || bytes[at] == 9 { at += 1 }
        let first = at
        at = bytes.index(
            of: { $0 < 32 && $0 != 9 || $0 == 127 },
            in: { EightBytes.haveOne(below: 32, $0) || EightBytes.have(127, $0) }, at..<bytes.count)
        var last = at
        while last > first, bytes[last - 1] == 32 || bytes[last - 1] == 9 { last -= 1 }
        guard at + 1 < bytes.count, bytes[at] == 13, bytes[at + 1] == 10 else { return nil }
        let bounds = Fields.Bounds(
            nameStart: Int32(begin), nameEnd: Int32(colon), valueStart: Int32(first), valueEnd: Int32(last))
        return (bounds, at + 2)
    }

    /// Returns the ranges of the name and the value in a field line without its CR LF.
    static func field(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(ReadFailure) -> Fields.Bounds {
        guard let begin = line.first else { throw bad("a field is empty") }
        guard bytes[begin] != 32, bytes[begin] != 9 else {
            throw bad("a field is folded over lines (RFC 9112 section 5.2)")
        }
        guard let colon = index(of: UInt8(ascii: ":"), bytes, line) else { throw bad("a field has no colon") }
        guard colon > begin else { throw bad("a field has no name") }
        var at = begin
        while at < colon {
            let byte = bytes[at]
            guard ASCII.isToken(byte) else {
                throw bad(
                    byte == 32 || byte == 9 ? "a blank before the colon of a field" : "a field name is no token")
            }
            at += 1
        }
        var (first, last) = (colon + 1, line.upperBound)
        while at < last {
            let byte = bytes[at]
            if byte < 32 && byte != 9 || byte == 127 {
                throw bad("a field value has the control character \(byte)")
            }
            at += 1
        }
        while first < last, bytes[first] == 32 || bytes[first] == 9 { first += 1 }
        while last > first, bytes[last - 1] == 32 || bytes[last - 1] == 9 { last -= 1 }
        return Fields.Bounds(
            nameStart: Int32(begin), nameEnd: Int32(colon), valueStart: Int32(first), valueEnd: Int32(last))
    }

    /// Returns what is wrong with the Host field: there must be exactly one (RFC 9112 section 3.2).
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

    /// Returns how the body ends (RFC 9112 section 6). Ambiguous framing is refused.
    private static func framing(_ fields: Fields, _ minor: Int) throws(ReadFailure) -> Framing {
        let codings = fields.count(of: "transfer-encoding") == 0 ? [] : fields.all("transfer-encoding")
        let count = fields.count(of: "content-length")
        if !codings.isEmpty {
            guard count == 0 else { throw bad("both Content-Length and Transfer-Encoding") }
            guard minor == 1 else { throw bad("Transfer-Encoding in HTTP/1.0") }
            guard codings.count == 1, ASCII.equal(codings[0], "chunked") else {
                throw ReadFailure(status: 501, reason: "a transfer coding other than chunked")
            }
            return .chunked
        }
        guard count > 0 else { return .length(0) }
        guard count == 1 else {
            let lengths = Set(fields.all("content-length"))
            throw bad(
                lengths.count > 1
                    ? "several Content-Length fields that differ" : "more than one Content-Length field")
        }
        let digits = fields.bytes(of: "content-length")
        guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy(ASCII.isDigit) else {
            throw bad("Content-Length is no number")
        }
        return .length(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
    }
}
