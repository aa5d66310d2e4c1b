// SPDX-License-Identifier: Apache-2.0

extension Span<UInt8> {
    /// Returns the index of the first byte in a range that is looked for, or the end of the range. `mayHave` says of eight
    /// bytes at once whether one of them may be it: most of what is read and written has few such bytes, or none.
    @inline(__always)
    func index(of isFound: (UInt8) -> Bool, in mayHave: (UInt64) -> Bool, _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var at = range.lowerBound
        while at + 8 <= range.upperBound {
            if mayHave(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)) {
                for _ in 0..<8 {
                    if isFound(self[at]) { return at }
                    at += 1
                }
            } else {
                at += 8
            }
        }
        // What is left is looked at together with bytes before it.
        if at < range.upperBound, range.count >= 8,
            !mayHave(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self))
        {
            return range.upperBound
        }
        while at < range.upperBound, !isFound(self[at]) { at += 1 }
        return at
    }

    /// Returns the index of the first byte of a value in a range, or the end of the range.
    @inline(__always)
    func index(of byte: UInt8, _ range: Range<Int>) -> Int {
        index(of: { $0 == byte }, in: { EightBytes.have(byte, $0) }, range)
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
