// SPDX-License-Identifier: Apache-2.0

/// A writer of ZIP archives with one file, stored as it is (PKWARE's APPNOTE).
package enum ZIPWriter {
    package static func archive(name: String, _ bytes: [UInt8]) -> [UInt8] {
        let name = Array(name.utf8)
        // Version 1.0, no flags, stored, 1980-01-01.
        let common: [UInt8] =
            number(10, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) + number(checksum(bytes), 4)
            + number(bytes.count, 4) + number(bytes.count, 4) + number(name.count, 2) + number(0, 2)
        let local = number(0x0403_4B50, 4) + common + name + bytes
        let entry =
            number(0x0201_4B50, 4) + number(10, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
            + number(0, 4) + name
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(1, 2) + number(1, 2) + number(entry.count, 4)
            + number(local.count, 4) + number(0, 2)
        return local + entry + end
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
