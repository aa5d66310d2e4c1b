// SPDX-License-Identifier: Apache-2.0

/// A writer of ZIP archives, whose files are stored as they are (PKWARE's APPNOTE).
package enum ZIPWriter {
    package static func archive(name: String, _ bytes: [UInt8]) -> [UInt8] { archive([(name, bytes)]) }

    package static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var (locals, entries): ([UInt8], [UInt8]) = ([], [])
        for file in files {
            let name = Array(file.name.utf8)
            // Version 1.0, no flags, stored, 1980-01-01.
            let common: [UInt8] =
                number(10, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
                + number(checksum(file.bytes), 4) + number(file.bytes.count, 4) + number(file.bytes.count, 4)
                + number(name.count, 2) + number(0, 2)
            entries +=
                number(0x0201_4B50, 4) + number(10, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 4) + number(locals.count, 4) + name
            locals += number(0x0403_4B50, 4) + common + name + file.bytes
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
            + number(entries.count, 4) + number(locals.count, 4) + number(0, 2)
        return locals + entries + end
    }

    /// Returns the last bytes of a number in little-endian order.
    private static func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// Returns the CRC-32.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var rest: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        return Int(~rest)
    }
}
