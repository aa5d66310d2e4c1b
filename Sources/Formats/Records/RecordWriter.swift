// SPDX-License-Identifier: Apache-2.0

/// Writes values one after the other as bytes: numbers in as many groups of seven bits as they need, texts and bytes
/// behind their length. What was written is read in the same order by a `RecordReader`.
package struct RecordWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func put(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Writes a signed number; those near zero are short.
    package mutating func put(_ number: Int64) { put(UInt64(bitPattern: number << 1 ^ number >> 63)) }
    package mutating func put(_ number: Int) { put(Int64(number)) }
    package mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func put(_ blob: [UInt8]) {
        put(UInt64(blob.count))
        bytes += blob
    }

    package mutating func put(_ text: String) {
        put(UInt64(text.utf8.count))
        bytes += text.utf8
    }

    /// Writes whether there is a value, and the value.
    package mutating func put<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
        put(value != nil)
        if let value { write(&self, value) }
    }

    package mutating func put(_ text: String?) { put(text) { $0.put($1) } }

    /// Writes the number of values, and the values.
    package mutating func put<Value>(_ list: [Value], each write: (inout RecordWriter, Value) -> Void) {
        put(UInt64(list.count))
        for value in list { write(&self, value) }
    }
}
