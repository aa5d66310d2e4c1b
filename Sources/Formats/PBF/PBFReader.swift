// SPDX-License-Identifier: Apache-2.0

/// A reader of Protocol Buffers' wire format: one field after the other, with its number and its bytes.
struct PBFReader {
    /// A value as it stands on the wire, before the message's type says what it is.
    enum Value {
        case varint(UInt64)
        /// Four bytes, the lowest first.
        case four(UInt32)
        /// Eight bytes, the lowest first.
        case eight(UInt64)
        case block(ArraySlice<UInt8>)
    }

    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    /// Returns the next field, or `nil` if the bytes are none: groups, which no message of today has, are none either.
    mutating func field() -> (number: Int, value: Value)? {
        guard let key = varint(), let number = Int(exactly: key >> 3), number > 0 else { return nil }
        switch key & 7 {
        case 0: return varint().map { (number, .varint($0)) }
        case 1: return fixed(8).map { (number, .eight($0)) }
        case 2:
            guard let count = varint(), count <= UInt64(rest.count) else { return nil }
            let block = rest.prefix(Int(count))
            rest = rest.dropFirst(Int(count))
            return (number, .block(block))
        case 5: return fixed(4).map { (number, .four(UInt32(truncatingIfNeeded: $0))) }
        default: return nil
        }
    }

    /// Returns the next varint, of ten bytes at most.
    mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }

    private mutating func fixed(_ count: Int) -> UInt64? {
        guard rest.count >= count else { return nil }
        let bytes = rest.prefix(count)
        rest = rest.dropFirst(count)
        return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Returns the number that a zigzag-encoded integer stands for.
    static func unzigzag(_ value: UInt64) -> Int64 { Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
}
