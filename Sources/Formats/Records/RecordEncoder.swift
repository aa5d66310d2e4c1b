// SPDX-License-Identifier: Apache-2.0

/// Writes an `Encodable` value as a record: the fields in their order, without their names.
///
/// So what is written is read by the version that wrote it. A field that is optional is preceded by whether it is there, a
/// case of an enumeration that has values by its name.
package final class RecordEncoder: Encoder {
    /// A value has no written form now, and will have one later.
    package struct Postponed: Error, CustomStringConvertible {
        package let description: String

        package init(_ why: String) { description = why }
    }

    package internal(set) var writer = RecordWriter()
    package let userInfo: [CodingUserInfoKey: Any]
    package var codingPath: [any CodingKey] { [] }

    package init(userInfo: [CodingUserInfoKey: Any] = [:]) { self.userInfo = userInfo }

    package func write<Value: Encodable>(_ value: Value) throws {
        // The type is asked, for a cast of an optional value would look into it.
        guard let type = Value.self as? any RecordPart.Type else { return try value.encode(to: self) }
        try write(value, as: type)
    }

    private func write<Value, Part: RecordPart>(_ value: Value, as type: Part.Type) throws {
        try (value as? Part)?.write(to: self)
    }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Fields(encoder: self))
    }

    package func unkeyedContainer() -> any UnkeyedEncodingContainer { Values(encoder: self) }
    package func singleValueContainer() -> any SingleValueEncodingContainer { Values(encoder: self) }
}

/// What a record has a form for that is not the one of its `Codable`: numbers, texts, and what holds other values.
protocol RecordPart {
    func write(to encoder: RecordEncoder) throws
    static func read(from decoder: RecordDecoder) throws -> Self
}

extension RecordEncoder {
    private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: RecordEncoder
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) { encoder.writer.put(false) }
        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try encoder.write(value) }

        func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws { try put(value) }
        // The library's own of these would write nothing where there is no value.
        func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try put(value) }
        func encodeIfPresent(_ value: String?, forKey key: Key) throws { try put(value) }
        func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try put(value) }
        func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try put(value) }
        func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try put(value) }
        func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try put(value) }
        func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try put(value) }
        func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try put(value) }
        func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try put(value) }

        private func put<Value: Encodable>(_ value: Value?) throws {
            encoder.writer.put(value != nil)
            if let value { try encoder.write(value) }
        }

        /// A case that has values.
        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            encoder.writer.put(key.stringValue)
            return KeyedEncodingContainer(Fields<Nested>(encoder: encoder))
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { Values(encoder: encoder) }
        func superEncoder() -> any Encoder { encoder }
        func superEncoder(forKey key: Key) -> any Encoder { encoder }
    }

    private struct Values: UnkeyedEncodingContainer, SingleValueEncodingContainer {
        let encoder: RecordEncoder
        var codingPath: [any CodingKey] { [] }
        var count: Int { 0 }

        func encodeNil() { encoder.writer.put(false) }
        func encode<Value: Encodable>(_ value: Value) throws { try encoder.write(value) }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            KeyedEncodingContainer(Fields<Nested>(encoder: encoder))
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
        func superEncoder() -> any Encoder { encoder }
    }
}
