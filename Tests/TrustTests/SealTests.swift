// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Trust

extension Seal {
    /// Returns the nonce, the sealed record and the tag.
    fileprivate func seal(_ record: [UInt8], nonce: [UInt8]) -> [UInt8] {
        var bytes = nonce + record
        seal(&bytes)
        return bytes
    }
}

@Suite("Seals")
struct SealTests {
    private let key = [UInt8](0..<32)

    @Test("open what they sealed")
    func roundTrip() {
        let seal = Seal(key: key)
        for size in [1, 20, 84, 1000] {
            let record = [UInt8](repeating: 7, count: size)
            let sealed = seal.seal(record, nonce: [UInt8](repeating: UInt8(size % 256), count: 12))
            #expect(sealed.count == size + 28)
            #expect(seal.open(sealed) == record)
        }
    }

    @Test("AES-256-GCM of the NIST test case 14 (SP 800-38D)")
    func vector() {
        let seal = Seal(key: [UInt8](repeating: 0, count: 32))
        let sealed = seal.seal([UInt8](repeating: 0, count: 16), nonce: [UInt8](repeating: 0, count: 12))
        #expect(
            Hex.encode(Array(sealed.dropFirst(12)))
                == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
    }

    @Test("open nothing that was changed, cut, or sealed by another key")
    func tampered() {
        let seal = Seal(key: key)
        let sealed = seal.seal([1, 2, 3], nonce: [UInt8](repeating: 1, count: 12))
        for index in sealed.indices {
            var other = sealed
            other[index] ^= 1
            #expect(seal.open(other) == nil, "byte \(index)")
        }
        for count in 0..<sealed.count { #expect(seal.open(Array(sealed.prefix(count))) == nil) }
        #expect(Seal(key: [UInt8](repeating: 9, count: 32)).open(sealed) == nil)
        #expect(seal.open(sealed) == [1, 2, 3], "a failure does not spoil the next")
    }

    @Test("SHA-256 (FIPS 180-4)")
    func digest() {
        #expect(
            Hex.encode(Digest.sha256(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("the generator follows from its seed")
    func generator() {
        var one = Generator(seed: 1)
        var two = Generator(seed: 1)
        var other = Generator(seed: 2)
        #expect(one.bytes(100) == two.bytes(100))
        #expect(one.bytes(12) != other.bytes(12))
        // xoshiro256** after SplitMix64 from seed 0, as the reference code of its authors gives it.
        var reference = Generator(seed: 0)
        #expect(reference.next() == 0x99EC_5F36_CB75_F2B4)
    }
}
