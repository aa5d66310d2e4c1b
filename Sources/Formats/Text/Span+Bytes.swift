// SPDX-License-Identifier: Apache-2.0

extension Span<UInt8> {
    /// Returns the number of bytes before the first one that is looked for. `mayHave` says of eight bytes at once whether
    /// one of them may be it; most texts have none, and are passed over by it.
    @inline(__always)
    func count(before isFound: (UInt8) -> Bool, in mayHave: (UInt64) -> Bool) -> Int {
        var at = 0
        while at + 8 <= count, !mayHave(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)) {
            at += 8
        }
        while at < count, !isFound(self[at]) { at += 1 }
        return at
    }
}

/// Questions about eight bytes of a word at once (Hacker's Delight, 2nd edition, 6-1 "Find First 0-Byte").
enum EightBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func have(_ byte: UInt8, _ word: UInt64) -> Bool {
        let other = word ^ ones &* UInt64(byte)
        return (other &- ones) & ~other & tops != 0
    }

    /// Returns whether one of them is below a byte, which is at most 128.
    @inline(__always)
    static func haveOne(below byte: UInt8, _ word: UInt64) -> Bool {
        (word &- ones &* UInt64(byte)) & ~word & tops != 0
    }

    /// Returns the word with some bits set in each byte, so that two letters become one.
    @inline(__always)
    static func joined(_ word: UInt64, by bits: UInt8) -> UInt64 { word | ones &* UInt64(bits) }
}
