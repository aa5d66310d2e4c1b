// SPDX-License-Identifier: Apache-2.0

/// The alphabet of Esri's tokens: base64url (RFC 4648 section 5) with `.` instead of `=` as padding.
package enum EsriAlphabet {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    /// The value of each character; 255 for all others.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for (value, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(value) }
        return table
    }()

    package static func encode(_ bytes: [UInt8]) -> String {
        // Straight into the text: every token is written by this, byte by byte.
        unsafe String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
            unsafe alphabet.withUnsafeBufferPointer { alphabet in
                let (whole, span) = (bytes.count - bytes.count % 3, bytes.span)
                var (at, end) = (0, 0)
                while at < whole {
                    let (first, second) = unsafe (span[unchecked: at], span[unchecked: at + 1])
                    let group = unsafe Int(first) << 16 | Int(second) << 8 | Int(span[unchecked: at + 2])
                    unsafe text[end] = alphabet[group >> 18]
                    unsafe text[end + 1] = alphabet[group >> 12 & 63]
                    unsafe text[end + 2] = alphabet[group >> 6 & 63]
                    unsafe text[end + 3] = alphabet[group & 63]
                    at += 3
                    end += 4
                }
                guard at < bytes.count else { return end }
                let second = at + 1 < bytes.count ? Int(bytes[at + 1]) : nil
                let group = Int(bytes[at]) << 16 | (second ?? 0) << 8
                unsafe text[end] = alphabet[group >> 18]
                unsafe text[end + 1] = alphabet[group >> 12 & 63]
                unsafe text[end + 2] = second == nil ? UInt8(ascii: ".") : alphabet[group >> 6 & 63]
                unsafe text[end + 3] = UInt8(ascii: ".")
                return end + 4
            }
        }
    }

    /// Returns the bytes, or `nil` unless the text is exactly what `encode` returns for them.
    package static func decode(_ text: String) -> [UInt8]? {
        let table = EsriAlphabet.values
        let (values, alphabet) = (table.span, text.utf8.span)
        var count = alphabet.count
        guard count % 4 == 0 else { return nil }
        for _ in 0..<2 where count > 0 && alphabet[count - 1] == UInt8(ascii: ".") { count -= 1 }
        var bytes = [UInt8](repeating: 0, count: count * 3 / 4)
        var out = bytes.mutableSpan
        var (group, bits, at, end): (UInt32, UInt32, Int, Int) = (0, 0, 0, 0)
        while at < count {
            let value = values[Int(alphabet[at])]
            guard value < 64 else { return nil }
            group = group << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                out[end] = UInt8(truncatingIfNeeded: group >> bits)
                end += 1
            }
            at += 1
        }
        // Nonzero leftover bits would give one token several spellings.
        guard group & ((1 << bits) - 1) == 0 else { return nil }
        return bytes
    }
}
