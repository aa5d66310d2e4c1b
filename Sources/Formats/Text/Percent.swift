// SPDX-License-Identifier: Apache-2.0

/// Percent-encoding (RFC 3986 section 2.1). An invalid escape stays as it is, as servlets leave it.
package enum Percent {
    package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
        let utf8 = text.utf8
        guard utf8.contains(where: { $0 == 37 || (plusIsSpace && $0 == 43) }) else { return String(text) }
        return String(decoding: decode(Array(utf8)[...], plusIsSpace: plusIsSpace), as: UTF8.self)
    }

    package static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> [UInt8] {
        unsafe Array(unsafeUninitializedCapacity: bytes.count) { plain, count in
            count = unsafe decode(bytes.span, plusIsSpace: plusIsSpace, into: plain)
        }
    }

    /// Decodes into room for as many bytes as are decoded, and returns how many became of them.
    @unsafe
    static func decode(
        _ bytes: Span<UInt8>, plusIsSpace: Bool, into plain: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var (at, end) = (0, 0)
        while at < bytes.count {
            let byte = unsafe bytes[unchecked: at]
            if byte == 37, at + 2 < bytes.count, let high = Hex.value(bytes[at + 1]),
                let low = Hex.value(bytes[at + 2])
            {
                unsafe plain[end] = high << 4 | low
                at += 3
            } else {
                unsafe plain[end] = byte == 43 && plusIsSpace ? 32 : byte
                at += 1
            }
            end += 1
        }
        return end
    }

    /// Encodes everything except unreserved characters.
    package static func encode(_ text: String) -> String {
        var coded: [UInt8] = []
        for byte in text.utf8 {
            if ASCII.isLetter(byte) || ASCII.isDigit(byte) || [45, 46, 95, 126].contains(byte) {
                coded.append(byte)
            } else {
                coded += [37, Hex.digit(byte >> 4, upper: true), Hex.digit(byte & 15, upper: true)]
            }
        }
        return String(decoding: coded, as: UTF8.self)
    }
}
