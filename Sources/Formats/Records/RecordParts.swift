// SPDX-License-Identifier: Apache-2.0

extension Bool: RecordPart {
    func write(to encoder: RecordEncoder) { encoder.writer.put(self) }
    static func read(from decoder: RecordDecoder) throws -> Bool { try decoder.reader.flag() }
}

extension String: RecordPart {
    func write(to encoder: RecordEncoder) { encoder.writer.put(self) }
    static func read(from decoder: RecordDecoder) throws -> String { try decoder.reader.text() }
}

extension Double: RecordPart {
    func write(to encoder: RecordEncoder) { encoder.writer.put(bitPattern) }
    static func read(from decoder: RecordDecoder) throws -> Double {
        Double(bitPattern: try decoder.reader.number())
    }
}

/// Integers, each as a signed number of as many bytes as it needs; the largest unsigned ones wrap around.
extension RecordPart where Self: FixedWidthInteger {
    func write(to encoder: RecordEncoder) { encoder.writer.put(Int64(truncatingIfNeeded: self)) }
    static func read(from decoder: RecordDecoder) throws -> Self {
        Self(truncatingIfNeeded: try decoder.reader.signed())
    }
}

extension Int: RecordPart {}
extension Int64: RecordPart {}
extension UInt8: RecordPart {}
extension UInt16: RecordPart {}
extension UInt32: RecordPart {}
extension UInt64: RecordPart {}

extension Optional: RecordPart where Wrapped: Codable {
    func write(to encoder: RecordEncoder) throws {
        encoder.writer.put(self != nil)
        if let self { try encoder.write(self) }
    }

    static func read(from decoder: RecordDecoder) throws -> Wrapped? {
        try decoder.reader.flag() ? try decoder.read(Wrapped.self) : nil
    }
}

extension Array: RecordPart where Element: Codable {
    func write(to encoder: RecordEncoder) throws {
        if let bytes = self as? [UInt8] { return encoder.writer.put(bytes) }
        encoder.writer.put(UInt64(count))
        for element in self { try encoder.write(element) }
    }

    static func read(from decoder: RecordDecoder) throws -> [Element] {
        if Element.self == UInt8.self, let bytes = try decoder.reader.blob() as? [Element] { return bytes }
        let count = try decoder.reader.count()
        var list: [Element] = []
        for _ in 0..<count { list.append(try decoder.read()) }
        return list
    }
}

extension Set: RecordPart where Element: Codable {
    func write(to encoder: RecordEncoder) throws { try Array(self).write(to: encoder) }
    static func read(from decoder: RecordDecoder) throws -> Set<Element> { Set(try [Element].read(from: decoder)) }
}

extension Dictionary: RecordPart where Key: Codable, Value: Codable {
    func write(to encoder: RecordEncoder) throws {
        encoder.writer.put(UInt64(count))
        for (key, value) in self {
            try encoder.write(key)
            try encoder.write(value)
        }
    }

    static func read(from decoder: RecordDecoder) throws -> [Key: Value] {
        var values: [Key: Value] = [:]
        for _ in 0..<(try decoder.reader.count()) {
            let key: Key = try decoder.read()
            values.updateValue(try decoder.read(Value.self), forKey: key)
        }
        return values
    }
}
