// SPDX-License-Identifier: Apache-2.0

/// Reads what a `RecordEncoder` wrote.
package final class RecordDecoder: Decoder {
    var reader: RecordReader
    package let userInfo: [CodingUserInfoKey: Any]
    package var codingPath: [any CodingKey] { [] }

    package init(_ bytes: [UInt8], userInfo: [CodingUserInfoKey: Any] = [:]) {
        reader = RecordReader(bytes)
        self.userInfo = userInfo
    }

    /// A Boolean value that indicates whether everything was read.
    package var isAtEnd: Bool { reader.isAtEnd }

    package func read<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        guard let part = type as? any RecordPart.Type else { return try type.init(from: self) }
        return try read(part, as: type)
    }

    private func read<Part: RecordPart, Value>(_ part: Part.Type, as type: Value.Type) throws -> Value {
        guard let value = try part.read(from: self) as? Value else {
            throw RecordReader.Broken(description: "a record has a \(part) in place of a \(type)")
        }
        return value
    }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Fields(decoder: self))
    }

    package func unkeyedContainer() -> any UnkeyedDecodingContainer { Values(decoder: self) }
    package func singleValueContainer() -> any SingleValueDecodingContainer { Values(decoder: self) }
}

extension RecordDecoder {
    private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let decoder: RecordDecoder
        var codingPath: [any CodingKey] { [] }

        /// The name of a case that has values. Nothing else asks for the keys.
        var allKeys: [Key] { (try? decoder.reader.text()).flatMap(Key.init(stringValue:)).map { [$0] } ?? [] }
        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) throws -> Bool { try !decoder.reader.flag() }
        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try decoder.read(type) }

        func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? { try take(type) }
        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try take(type) }
        func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try take(type) }
        func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try take(type) }
        func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try take(type) }
        func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try take(type) }
        func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try take(type) }
        func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? { try take(type) }
        func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? { try take(type) }
        func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? { try take(type) }

        private func take<Value: Decodable>(_ type: Value.Type) throws -> Value? {
            try decoder.reader.flag() ? try decoder.read(type) : nil
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedDecodingContainer<Nested> { KeyedDecodingContainer(Fields<Nested>(decoder: decoder)) }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { Values(decoder: decoder) }
        func superDecoder() -> any Decoder { decoder }
        func superDecoder(forKey key: Key) -> any Decoder { decoder }
    }

    private struct Values: UnkeyedDecodingContainer, SingleValueDecodingContainer {
        let decoder: RecordDecoder
        var codingPath: [any CodingKey] { [] }
        var count: Int? { nil }
        var isAtEnd: Bool { decoder.isAtEnd }
        var currentIndex: Int { 0 }

        func decodeNil() -> Bool { (try? decoder.reader.flag()) == false }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.read(type) }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedDecodingContainer<Nested> {
            KeyedDecodingContainer(Fields<Nested>(decoder: decoder))
        }

        func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { self }
        func superDecoder() -> any Decoder { decoder }
    }
}
