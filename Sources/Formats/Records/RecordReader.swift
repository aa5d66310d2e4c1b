// SPDX-License-Identifier: Apache-2.0

/// Reads what a `RecordWriter` wrote, in the same order.
package struct RecordReader: Sendable {
    /// The bytes are not what was expected.
    package struct Broken: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String

        package init(description: String) { self.description = description }
    }

    private let bytes: [UInt8]
    private var at: Int
    private let end: Int

    package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    package init(_ slice: ArraySlice<UInt8>) {
        bytes = Array(slice)
        (at, end) = (0, bytes.count)
    }

    /// A Boolean value that indicates whether everything was read.
    package var isAtEnd: Bool { at == end }

    package mutating func number() throws(Broken) -> UInt64 {
        var (result, shift) = (UInt64(0), UInt64(0))
        while shift < 64 {
            guard at < end else { throw Broken(description: "a record ends inside a number") }
            let byte = bytes[at]
            at += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
        throw Broken(description: "a number in a record is too long")
    }

    package mutating func signed() throws(Broken) -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    package mutating func integer() throws(Broken) -> Int { Int(try signed()) }

    package mutating func flag() throws(Broken) -> Bool {
        guard at < end, bytes[at] < 2 else { throw Broken(description: "a record lacks a flag") }
        at += 1
        return bytes[at - 1] == 1
    }

    package mutating func blob() throws(Broken) -> [UInt8] {
        let count = try number()
        guard count <= UInt64(end - at) else { throw Broken(description: "a record ends inside bytes") }
        at += Int(count)
        return Array(bytes[at - Int(count)..<at])
    }

    package mutating func text() throws(Broken) -> String { String(decoding: try blob(), as: UTF8.self) }

    package mutating func optional<Value>(
        _ read: (inout RecordReader) throws(Broken) -> Value
    ) throws(Broken) -> Value? {
        try flag() ? try read(&self) : nil
    }

    package mutating func optionalText() throws(Broken) -> String? {
        try flag() ? try text() : nil
    }

    /// Returns how many values follow, each of a byte at least.
    package mutating func count() throws(Broken) -> Int {
        let count = try number()
        guard count <= UInt64(end - at) else { throw Broken(description: "a record ends inside a list") }
        return Int(count)
    }

    package mutating func list<Value>(
        _ read: (inout RecordReader) throws(Broken) -> Value
    ) throws(Broken) -> [Value] {
        let count = try count()
        var list: [Value] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }
}
