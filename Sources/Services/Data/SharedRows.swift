// SPDX-License-Identifier: Apache-2.0

import Formats

/// The rows that a written state and its reader both have: those of the scenario are named instead of written, and the
/// others are written once, however many values share them.
package final class SharedRows {
    private static let key = CodingUserInfoKey(rawValue: "rows")

    /// Returns what the coders of a record are given, on both sides: the rows that both know, in the same order.
    package static func userInfo(_ known: [FeatureStore]) -> [CodingUserInfoKey: Any] {
        key.map { [$0: SharedRows(known)] } ?? [:]
    }

    private var stores: [FeatureStore] = []
    private var blocks: [FeatureRows.Block] = []
    private var storeNumbers: [ObjectIdentifier: Int] = [:]
    private var blockNumbers: [ObjectIdentifier: Int] = [:]

    private init(_ known: [FeatureStore]) {
        for store in known where number(of: store) == nil {
            add(store)
            for block in store.layer.features.blocks where number(of: block) == nil { add(block) }
        }
    }

    /// Returns the rows of a coder, or none that both sides know.
    static func of(_ userInfo: [CodingUserInfoKey: Any]) throws(RecordReader.Broken) -> SharedRows {
        guard let key, let rows = userInfo[key] as? SharedRows else {
            throw RecordReader.Broken(description: "rows are written in a record only")
        }
        return rows
    }

    private func number(of store: FeatureStore) -> Int? { storeNumbers[ObjectIdentifier(store)] }
    private func number(of block: FeatureRows.Block) -> Int? { blockNumbers[ObjectIdentifier(block)] }

    private func add(_ store: FeatureStore) {
        storeNumbers[ObjectIdentifier(store)] = stores.count
        stores.append(store)
    }

    private func add(_ block: FeatureRows.Block) {
        blockNumbers[ObjectIdentifier(block)] = blocks.count
        blocks.append(block)
    }

    // MARK: Writing, and reading the same

    func write(_ store: FeatureStore, to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        let known = number(of: store)
        try values.encode(known)
        guard known == nil else { return }
        try values.encode(store.layer)
        add(store)
    }

    func store(from decoder: any Decoder) throws -> FeatureStore {
        var values = try decoder.unkeyedContainer()
        if let known = try values.decode(Int?.self) { return try one(of: stores, known) }
        let store = FeatureStore(try values.decode(LayerData.self))
        add(store)
        return store
    }

    func write(_ block: FeatureRows.Block, to values: inout any UnkeyedEncodingContainer) throws {
        let known = number(of: block)
        try values.encode(known)
        guard known == nil else { return }
        try values.encode(block.rows)
        add(block)
    }

    func block(from values: inout any UnkeyedDecodingContainer) throws -> FeatureRows.Block {
        if let known = try values.decode(Int?.self) { return try one(of: blocks, known) }
        let block = FeatureRows.Block(try values.decode([Feature].self))
        add(block)
        return block
    }

    private func one<Value>(of list: [Value], _ number: Int) throws(RecordReader.Broken) -> Value {
        guard list.indices.contains(number) else {
            throw RecordReader.Broken(description: "a record names rows that are not known")
        }
        return list[number]
    }
}

extension FeatureRows: Codable {
    package init(from decoder: any Decoder) throws {
        let shared = try SharedRows.of(decoder.userInfo)
        var values = try decoder.unkeyedContainer()
        for _ in 0..<(try values.decode(Int.self)) {
            add(try shared.block(from: &values))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        let shared = try SharedRows.of(encoder.userInfo)
        var values = encoder.unkeyedContainer()
        try values.encode(blocks.count)
        for block in blocks { try shared.write(block, to: &values) }
    }
}

/// Lets a class be decoded to an instance that the record has already named.
package protocol SharedStore: Codable {}

extension SharedStore where Self == FeatureStore {
    package init(from decoder: any Decoder) throws {
        self = try SharedRows.of(decoder.userInfo).store(from: decoder)
    }
}

extension FeatureStore: SharedStore {
    package func encode(to encoder: any Encoder) throws {
        try SharedRows.of(encoder.userInfo).write(self, to: encoder)
    }
}
