// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of JSON of any length in bounded memory: what nobody asks for is passed over, and a value has a budget.
///
/// It is more lenient than the reader for the wire: half a surrogate pair, which browsers write, is a replacement character.
struct JSONStream {
    private let source: ByteSource
    private let file: String
    private var piece: [UInt8]
    private var at = 0
    private var line = 1
    private var column = 0
    private var depth = 0
    /// The bytes that the value being read may still keep.
    private var budget = 0
    /// A Boolean value that indicates whether the last value was larger than its budget.
    private(set) var wasCut = false

    init(_ source: ByteSource, after beginning: [UInt8] = [], file: String) {
        self.source = source
        self.file = file
        piece = beginning
        if piece.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// The position of the next byte.
    var position: Position { Position(line: line, column: column + 1) }

    func failure(_ message: String) -> UnreadableRecording { UnreadableRecording(file, position, message) }

    /// Returns the next byte that is no blank, without taking it.
    mutating func peek() throws(UnreadableRecording) -> UInt8? {
        while true {
            guard let byte = try current() else { return nil }
            guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return byte }
            take(byte)
        }
    }

    private mutating func current() throws(UnreadableRecording) -> UInt8? {
        if at < piece.count { return piece[at] }
        guard let next = source.next() else { throw failure("the file cannot be read further") }
        (piece, at) = (next, 0)
        return piece.first
    }

    private mutating func take(_ byte: UInt8) {
        at += 1
        if byte == 10 { (line, column) = (line + 1, 0) } else { column += 1 }
    }

    private mutating func expect(_ byte: UInt8, _ what: String) throws(UnreadableRecording) {
        guard let found = try peek() else { throw failure("the file ends where \(what) should be") }
        guard found == byte else { throw failure("expected \(what)") }
        take(found)
    }

    /// Reads an object and calls `each` at every value, which has to read or to skip it.
    mutating func object(
        _ each: (_ stream: inout JSONStream, _ name: String) throws(UnreadableRecording) -> Void
    ) throws(UnreadableRecording) {
        try expect(UInt8(ascii: "{"), "an object")
        try enter()
        if try peek() == UInt8(ascii: "}") { return leave() }
        while true {
            guard try peek() == UInt8(ascii: "\"") else { throw failure("expected a name in quotes") }
            let name = try string(keeping: 1024)
            try expect(UInt8(ascii: ":"), "a colon")
            try each(&self, name)
            if try !goesOn(to: UInt8(ascii: "}")) { return }
        }
    }

    /// Reads an array and calls `each` at every element, which has to read or to skip it.
    mutating func array(
        _ each: (_ stream: inout JSONStream) throws(UnreadableRecording) -> Void
    ) throws(UnreadableRecording) {
        try expect(UInt8(ascii: "["), "an array")
        try enter()
        if try peek() == UInt8(ascii: "]") { return leave() }
        while true {
            try each(&self)
            if try !goesOn(to: UInt8(ascii: "]")) { return }
        }
    }

    private mutating func enter() throws(UnreadableRecording) {
        depth += 1
        guard depth <= Nesting.deepest else { throw failure("it is nested deeper than \(Nesting.deepest) levels") }
    }

    private mutating func leave() {
        take(0)
        depth -= 1
    }

    private mutating func goesOn(to end: UInt8) throws(UnreadableRecording) -> Bool {
        guard let byte = try peek() else { throw failure("the file ends before it is complete") }
        if byte == end {
            leave()
            return false
        }
        guard byte == UInt8(ascii: ",") else { throw failure("expected a comma or an end") }
        take(byte)
        return true
    }

    /// Reads a value and keeps at most so many bytes of it; `wasCut` says whether it had more.
    mutating func value(keeping most: Int) throws(UnreadableRecording) -> JSON {
        (budget, wasCut) = (most, false)
        return try value()
    }

    /// Passes over a value.
    mutating func skip() throws(UnreadableRecording) {
        let before = wasCut
        budget = 0
        _ = try value()
        wasCut = before
    }

    private mutating func value() throws(UnreadableRecording) -> JSON {
        switch try peek() {
        case UInt8(ascii: "{"):
            var members: [JSON.Member] = []
            try object { (stream, name) throws(UnreadableRecording) in
                let value = try stream.value()
                if stream.spend(name.utf8.count + 32) { members.append(.init(name, value)) }
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSON] = []
            try array { (stream) throws(UnreadableRecording) in
                let value = try stream.value()
                if stream.spend(32) { elements.append(value) }
            }
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try string(keeping: budget, spends: true))
        case nil: throw failure("the file ends where a value should be")
        default: return try word()
        }
    }

    private mutating func spend(_ count: Int) -> Bool {
        budget -= count
        if budget < 0 { wasCut = true }
        return budget >= 0
    }

    private mutating func word() throws(UnreadableRecording) -> JSON {
        let start = position
        var bytes: [UInt8] = []
        while let byte = try current(), bytes.count <= 400,
            ASCII.isLetter(byte) || ASCII.isDigit(byte) || [43, 45, 46].contains(byte)
        {
            bytes.append(byte)
            take(byte)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        switch text {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            guard text.contains(/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/) else {
                throw UnreadableRecording(file, start, "expected a value")
            }
            return .number(text)
        }
    }

    /// Reads a string and keeps at most so many bytes of it.
    private mutating func string(keeping most: Int, spends: Bool = false) throws(UnreadableRecording) -> String {
        let start = position
        take(0)
        var text: [UInt8] = []
        var count = 0
        while true {
            guard let byte = try current() else {
                throw UnreadableRecording(file, start, "this string is never closed")
            }
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                take(byte)
                let escaped = try escape(start)
                count += escaped.count
                if count <= most { text += escaped }
                continue
            }
            let end = runEnd()
            count += end - at
            if text.count < most { text += piece[at..<min(end, at + most - text.count)] }
            column += end - at
            at = end
        }
        take(0)
        if spends {
            budget -= min(count, most)
            if count > most { wasCut = true }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Returns the index of the next quote, escape or line end in the piece, found by the C library.
    private func runEnd() -> Int {
        unsafe piece.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[at...])
            return unsafe at + Scan.plain(rest)
        }
    }

    private mutating func escape(_ start: Position) throws(UnreadableRecording) -> [UInt8] {
        guard let byte = try current() else { throw UnreadableRecording(file, start, "this string is never closed") }
        take(byte)
        switch byte {
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "u"):
            var code = UInt32(try unit(start))
            if code & 0xFC00 == 0xD800, try current() == UInt8(ascii: "\\") {
                take(0)
                guard try current() == UInt8(ascii: "u") else { return [0xEF, 0xBF, 0xBD] + (try escape(start)) }
                take(0)
                let low = UInt32(try unit(start))
                guard low & 0xFC00 == 0xDC00 else { return [0xEF, 0xBF, 0xBD, 0xEF, 0xBF, 0xBD] }
                code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
            }
            return Array(String(UnicodeScalar(code) ?? "\u{FFFD}").utf8)
        default: return [byte]
        }
    }

    private mutating func unit(_ start: Position) throws(UnreadableRecording) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = try current(), let digit = Hex.value(byte) else {
                throw UnreadableRecording(file, start, "\\u needs four hexadecimal digits")
            }
            take(byte)
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
