// SPDX-License-Identifier: Apache-2.0

import Formats

/// A tokenizer of clauses.
struct SQLReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func next() throws(Where.Failure) -> SQLToken {
        while at < bytes.count, [32, 9, 10, 13].contains(bytes[at]) { at += 1 }
        let start = at
        guard at < bytes.count else { return SQLToken(kind: .end, start: start) }
        let byte = bytes[at]
        if ASCII.isDigit(byte) || (byte == UInt8(ascii: ".") && at + 1 < bytes.count && ASCII.isDigit(bytes[at + 1])) {
            return SQLToken(kind: try number(), start: start)
        }
        if ASCII.isLetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 {
            while at < bytes.count, isNamePart(bytes[at]) { at += 1 }
            return SQLToken(kind: .word(String(decoding: bytes[start..<at], as: UTF8.self)), start: start)
        }
        if byte == UInt8(ascii: "'") { return SQLToken(kind: .text(try quoted(byte)), start: start) }
        if byte == UInt8(ascii: "\"") { return SQLToken(kind: .quoted(try quoted(byte)), start: start) }
        return SQLToken(kind: .sign(try sign(byte)), start: start)
    }

    private mutating func sign(_ byte: UInt8) throws(Where.Failure) -> SQLToken.Sign {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        if (byte, next) == (UInt8(ascii: "-"), UInt8(ascii: "-"))
            || (byte, next) == (UInt8(ascii: "/"), UInt8(ascii: "*"))
        {
            throw Where.Failure(offset: at, reason: "comments are not allowed")
        }
        for sign in SQLToken.Sign.allCases {
            let code = sign.rawValue.utf8
            guard code.first == byte, code.count == 1 || Array(code)[1] == next else { continue }
            at += code.count
            return sign
        }
        throw Where.Failure(offset: at, reason: "unexpected character")
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || [95, 46, 36, 35].contains(byte) || byte >= 0x80
    }

    private mutating func number() throws(Where.Failure) -> SQLToken.Kind {
        let start = at
        while at < bytes.count, ASCII.isDigit(bytes[at]) || bytes[at] == UInt8(ascii: ".") { at += 1 }
        if at < bytes.count, bytes[at] | 32 == UInt8(ascii: "e") {
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") { at += 1 }
            while at < bytes.count, ASCII.isDigit(bytes[at]) { at += 1 }
        }
        if at < bytes.count, isNamePart(bytes[at]) {
            throw Where.Failure(offset: start, reason: "a number is followed by a name without a space")
        }
        // A number with more digits than any real one could be an attack on its reader.
        guard at - start <= 400 else { throw Where.Failure(offset: start, reason: "a number has \(at - start) digits") }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if let whole = Int64(text) { return .whole(whole) }
        guard let double = Double(text), double.isFinite else {
            throw Where.Failure(offset: start, reason: "\(text) is not a number")
        }
        return .real(double)
    }

    /// Reads a quoted text; a quote inside is doubled.
    private mutating func quoted(_ quote: UInt8) throws(Where.Failure) -> String {
        let start = at
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            if bytes[at] == quote {
                at += 1
                guard at < bytes.count, bytes[at] == quote else {
                    guard text.count <= SQLParser.longestText else {
                        throw Where.Failure(
                            offset: start, reason: "a text is longer than \(SQLParser.longestText) bytes")
                    }
                    return String(decoding: text, as: UTF8.self)
                }
            }
            text.append(bytes[at])
            at += 1
        }
        throw Where.Failure(offset: start, reason: "a quotation mark is not closed")
    }
}
