// SPDX-License-Identifier: Apache-2.0

/// Random numbers that are the same every time, for tests that change bytes at random.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// `seed`: another one gives other numbers.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }

    /// One of these, of which there must be some.
    public mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &self)]
    }

    /// One of the texts with up to six random changes: bytes replaced, put in, taken out, or another text begun inside.
    public mutating func changed(_ texts: [String], upTo limit: Int = 600) -> [UInt8] {
        var bytes = Array((texts.randomElement(using: &self) ?? "").utf8.prefix(limit))
        for _ in 0..<Int.random(in: 1...6, using: &self) {
            let index = Int.random(in: 0...bytes.count, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &self)
            case 1:
                let odd: [UInt8] = [13, 10, 0, 32, 58, 9, 34, 39, 92, 123, 125, 37, 59]
                bytes.insert(odd.randomElement(using: &self) ?? 0, at: index)
            case 2: bytes.removeSubrange(index..<min(bytes.count, index + 3))
            default:
                let other = (texts.randomElement(using: &self) ?? "").utf8.prefix(80)
                bytes.insert(contentsOf: other, at: index)
            }
        }
        return bytes
    }
}
