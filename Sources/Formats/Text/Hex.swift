// SPDX-License-Identifier: Apache-2.0

/// Hexadecimal digits.
package enum Hex {
    /// Returns the value of a digit, or `nil` if it is not one.
    package static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    static func digit(_ value: UInt8, upper: Bool = false) -> UInt8 {
        value < 10 ? 48 + value : (upper ? 55 : 87) + value
    }

    /// Returns the bytes of digits in either case, or `nil` if there are others, or half a byte.
    package static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.map(value)
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { (digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0) }
    }

    /// Returns lowercase digits, two per byte.
    ///
    /// It takes an array because a generic collection costs a witness call for each byte across modules.
    package static func encode(_ bytes: [UInt8]) -> String {
        unsafe String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
            var end = 0
            for byte in bytes {
                unsafe text[end] = digit(byte >> 4)
                unsafe text[end + 1] = digit(byte & 15)
                end += 2
            }
            return end
        }
    }
}
