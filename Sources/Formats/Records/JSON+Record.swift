// SPDX-License-Identifier: Apache-2.0

/// JSON in records: values as they are, with numbers as they are spelled.
extension JSON: RecordPart {
    func write(to encoder: RecordEncoder) { self.write(to: &encoder.writer) }
    static func read(from decoder: RecordDecoder) throws -> JSON { try JSON(from: &decoder.reader) }

    package func write(to writer: inout RecordWriter) {
        switch self {
        case .null: writer.put(UInt64(0))
        case .bool(let flag): writer.put(UInt64(flag ? 2 : 1))
        case .number(let text):
            writer.put(UInt64(3))
            writer.put(text)
        case .string(let text):
            writer.put(UInt64(4))
            writer.put(text)
        case .array(let values):
            writer.put(UInt64(5))
            writer.put(values) { $1.write(to: &$0) }
        case .object(let members):
            writer.put(UInt64(6))
            writer.put(members) { writer, member in
                writer.put(member.name)
                member.value.write(to: &writer)
            }
        }
    }

    package init(from reader: inout RecordReader) throws(RecordReader.Broken) {
        switch try reader.number() {
        case 0: self = .null
        case let flag where flag < 3: self = .bool(flag == 2)
        case 3: self = .number(try reader.text())
        case 4: self = .string(try reader.text())
        case 5: self = .array(try reader.list { reader throws(RecordReader.Broken) in try JSON(from: &reader) })
        case 6:
            self = .object(
                try reader.list { reader throws(RecordReader.Broken) in
                    JSON.Member(try reader.text(), try JSON(from: &reader))
                })
        case let kind: throw RecordReader.Broken(description: "a record has a value of kind \(kind)")
        }
    }
}
