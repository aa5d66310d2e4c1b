/// The alphabet of Esri's tokens: base64url (RFC 4648 section 5) with `.` where padding has `=`.
package enum EsriAlphabet {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for (value, letter) in letters.enumerated() { table[Int(letter)] = UInt8(value) }
        return table
    }()

    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var at = 0
        while at < bytes.count {
            let left = bytes.count - at
            let group =
                Int(bytes[at]) << 16 | (left > 1 ? Int(bytes[at + 1]) << 8 : 0) | (left > 2 ? Int(bytes[at + 2]) : 0)
            text.append(letters[group >> 18])
            text.append(letters[group >> 12 & 63])
            text.append(left > 1 ? letters[group >> 6 & 63] : 46)
            text.append(left > 2 ? letters[group & 63] : 46)
            at += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes; `nil` unless the text is exactly what `encode` gives for them.
    package static func decode(_ text: String) -> [UInt8]? {
        var letters = Array(text.utf8)
        guard letters.count % 4 == 0 else { return nil }
        var padding = 0
        while padding < 2, letters.last == 46 {
            letters.removeLast()
            padding += 1
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 3 / 4)
        var group = 0
        var bits = 0
        for letter in letters {
            let value = values[Int(letter)]
            guard value < 64 else { return nil }
            group = (group << 6 | Int(value)) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> bits))
            }
        }
        // Left-over bits that are not zero would give one token several spellings.
        guard group & ((1 << bits) - 1) == 0 else { return nil }
        return bytes
    }
}
