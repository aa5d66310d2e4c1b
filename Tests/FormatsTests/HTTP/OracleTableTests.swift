// SPDX-License-Identifier: Apache-2.0

import Formats
import Foundation
import TestSupport
import Testing

/// The table that `make oracles` holds against h11 and node, read here in every split of the bytes.
@Suite("The oracles' table")
struct OracleTableTests {
    static let table: [[String]] = {
        let url = Golden.folder.deletingLastPathComponent().appendingPathComponent("Oracles/http/requests.json")
        guard let data = try? Data(contentsOf: url), let json = try? JSONReader.read(Array(data)) else { return [] }
        return (json.elements ?? []).map { [$0["name"]?.text ?? "", $0["text"]?.text ?? ""] }
    }()

    @Test("has 200 requests at least")
    func size() {
        #expect(Self.table.count >= 200)
    }

    @Test("gives the same events for every split", arguments: table)
    func everySplit(_ row: [String]) {
        let bytes = Array(row[1].utf8)
        let whole = Drip.events(bytes)
        // Long ones are cut at 400 places; their head and their end at every byte.
        let step = max(1, bytes.count / 400)
        let cuts = Set(stride(from: 0, through: bytes.count, by: step)).union(0...min(60, bytes.count))
        for cut in cuts.union(max(0, bytes.count - 60)...bytes.count).sorted() {
            #expect(Drip.events(bytes, cuts: [cut]) == whole, "cut at \(cut)")
        }
        #expect(Drip.events(bytes, cuts: Array(0..<bytes.count)) == whole, "byte by byte")
    }

    @Test("20,000 random changes of them crash nothing, and are the same whole and in two pieces")
    func mutations() {
        var dice = SeededGenerator(seed: 4711)
        let texts = Self.table.map { $0[1] }
        for _ in 0..<20_000 {
            let bytes = dice.changed(texts)
            let cut = Int.random(in: 0...bytes.count, using: &dice)
            #expect(Drip.events(bytes, cuts: [cut]) == Drip.events(bytes), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
