// SPDX-License-Identifier: Apache-2.0

/// A writer of ZIP archives whose files are stored as they are (PKWARE's APPNOTE).
package enum ZIPWriter {
    package static func archive(name: String, _ bytes: [UInt8]) -> [UInt8] { archive([(name, bytes)]) }

    package static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var (content, directory): ([UInt8], [UInt8]) = ([], [])
        content.reserveCapacity(files.reduce(0) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 128 })
        for file in files {
            let name = Array(file.name.utf8)
            // Version 1.0, no flags, stored, 1980-01-01.
            let common: [UInt8] =
                number(10, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
                + number(checksum(file.bytes), 4) + number(file.bytes.count, 4) + number(file.bytes.count, 4)
                + number(name.count, 2) + number(0, 2)
            directory +=
                number(0x0201_4B50, 4) + number(10, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 4) + number(content.count, 4) + name
            content += number(0x0403_4B50, 4) + common + name
            content += file.bytes
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
            + number(directory.count, 4) + number(content.count, 4) + number(0, 2)
        return content + directory + end
    }

    /// Returns the last bytes of a number in little-endian order.
    private static func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// What a byte adds to a checksum.
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }

    /// Returns the CRC-32.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        let table = table
        var rest: UInt32 = 0xFFFF_FFFF
        for byte in bytes { rest = rest >> 8 ^ table[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] }
        return Int(~rest)
    }
}
