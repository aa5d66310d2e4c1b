// SPDX-License-Identifier: Apache-2.0

/// A random number generator that produces the same bytes from the same seed on every machine.
///
/// It is xoshiro256** (Blackman, Vigna), seeded by SplitMix64. It is not for secrets; a test double's ids and nonces
/// are not secret.
package struct Generator: Sendable, Hashable, RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    package init(seed: UInt64) {
        var mix = seed
        func next() -> UInt64 {
            mix &+= 0x9E37_79B9_7F4A_7C15
            var bits = mix
            bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            return bits ^ (bits >> 31)
        }
        state = (next(), next(), next(), next())
    }

    package mutating func next() -> UInt64 {
        let turned = state.1 &* 5
        let result = (turned << 7 | turned >> 57) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 << 45 | state.3 >> 19
        return result
    }

    package mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        append(count, to: &bytes)
        return bytes
    }

    /// Appends so many bytes.
    package mutating func append(_ count: Int, to bytes: inout [UInt8]) {
        var left = count
        while left > 0 {
            var number = next()
            for _ in 0..<min(8, left) {
                bytes.append(UInt8(truncatingIfNeeded: number))
                number >>= 8
            }
            left -= 8
        }
    }

    package static func == (one: Generator, other: Generator) -> Bool { one.state == other.state }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(state.0)
        hasher.combine(state.1)
        hasher.combine(state.2)
        hasher.combine(state.3)
    }
}

extension Generator: Codable {
    package init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        func next() throws -> UInt64 { try values.decode(UInt64.self) }
        state = (try next(), try next(), try next(), try next())
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        for word in [state.0, state.1, state.2, state.3] { try values.encode(word) }
    }
}
