// SPDX-License-Identifier: Apache-2.0

/// A writer of Protocol Buffers' wire format: fields by number, in the order given.
package struct PBFWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func varint(_ field: Int, _ value: UInt64) {
        raw(UInt64(field) << 3)
        raw(value)
    }

    /// Writes a zigzag-encoded integer: `sint32`, `sint64`.
    package mutating func signed(_ field: Int, _ value: Int64) { varint(field, PBFWriter.zigzag(value)) }

    package mutating func double(_ field: Int, _ value: Double) {
        raw(UInt64(field) << 3 | 1)
        let bits = value.bitPattern
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }

    package mutating func float(_ field: Int, _ value: Float) {
        raw(UInt64(field) << 3 | 5)
        let bits = value.bitPattern
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }

    package mutating func string(_ field: Int, _ text: String) {
        raw(UInt64(field) << 3 | 2)
        raw(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// Writes a nested message.
    package mutating func message(_ field: Int, _ body: (inout PBFWriter) -> Void) {
        raw(UInt64(field) << 3 | 2)
        // The length stands before what it is of, and is known after it. Most take the one byte that is kept for it.
        let start = bytes.count
        bytes.append(0)
        body(&self)
        var rest = bytes.count - start - 1
        var at = start
        while rest >= 0x80 {
            bytes[at] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            at += 1
            bytes.insert(0, at: at)
        }
        bytes[at] = UInt8(truncatingIfNeeded: rest)
    }

    /// Writes elements of a packed repeated field, which is a message of nothing else.
    ///
    /// They are put together apart: positions are most of a page, and the writer would look for room for every byte.
    package mutating func elements(_ values: [UInt64]) {
        unsafe bytes += [UInt8](unsafeUninitializedCapacity: values.count * PBFWriter.longest) { room, used in
            for value in values {
                var rest = value
                while rest >= 0x80 {
                    unsafe room[used] = UInt8(truncatingIfNeeded: rest) | 0x80
                    rest >>= 7
                    used += 1
                }
                unsafe room[used] = UInt8(truncatingIfNeeded: rest)
                used += 1
            }
        }
    }

    /// The most bytes of a number: 64 bits, seven in each.
    private static let longest = 10

    /// Writes a packed repeated field.
    package mutating func packed(_ field: Int, _ values: some Sequence<UInt64>) {
        message(field) { inner in for value in values { inner.raw(value) } }
    }

    package static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: (value << 1) ^ (value >> 63)) }

    private mutating func raw(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
