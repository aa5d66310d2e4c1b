// SPDX-License-Identifier: Apache-2.0

import Formats

/// The attributes of a shapefile: a dBASE III table.
struct DBaseTable {
    private struct Column {
        var name: String
        var type: UInt8
        var length: Int
        var decimals: Int
    }

    private let bytes: [UInt8]
    private let header: Int
    private let length: Int
    private let count: Int
    private var columns: [Column] = []

    /// Reads the header; `nil` if it is none.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 33 else { return nil }
        self.bytes = bytes
        count = bytes.number(at: 4, bytes: 4)
        (header, length) = (bytes.number(at: 8, bytes: 2), bytes.number(at: 10, bytes: 2))
        var at = 32
        while at + 32 <= bytes.count, bytes[at] != 0x0d {
            let name = bytes[at..<(at + 11)].prefix { $0 != 0 }
            columns.append(
                Column(
                    name: String(decoding: name, as: UTF8.self), type: bytes[at + 11], length: Int(bytes[at + 16]),
                    decimals: Int(bytes[at + 17])))
            at += 32
        }
        guard header >= at, length == columns.reduce(1, { $0 + $1.length }) else { return nil }
    }

    /// The fields, with the types that ArcGIS gives to those of a shapefile.
    var fields: [Field] {
        columns.map { column in
            switch column.type {
            case UInt8(ascii: "N") where column.decimals == 0 && column.length < 5:
                Field(name: column.name, type: .smallInteger)
            case UInt8(ascii: "N") where column.decimals == 0 && column.length < 10:
                Field(name: column.name, type: .integer)
            case UInt8(ascii: "N"), UInt8(ascii: "F"): Field(name: column.name, type: .double)
            case UInt8(ascii: "D"): Field(name: column.name, type: .date, length: 8)
            default: Field(name: column.name, type: .string, length: column.length)
            }
        }
    }

    /// Returns the values of a row, or of none beyond the last.
    func row(_ index: Int, isLatin: Bool) -> [JSON.Member] {
        var at = header + index * length + 1
        guard index < count, at + length - 1 <= bytes.count else { return [] }
        return columns.map { column in
            defer { at += column.length }
            return JSON.Member(column.name, value(Array(bytes[at..<(at + column.length)]), column, isLatin))
        }
    }

    private func value(_ bytes: [UInt8], _ column: Column, _ isLatin: Bool) -> JSON {
        var text = String(validating: bytes, as: UTF8.self) ?? ""
        if text.isEmpty, isLatin { text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) }
        let trimmed = ASCII.trimmed(text)
        guard !trimmed.isEmpty else { return .null }
        switch column.type {
        case UInt8(ascii: "N"), UInt8(ascii: "F"):
            if column.decimals == 0, let number = Int(trimmed) { return .int(number) }
            return Double(trimmed).map(JSON.double) ?? .null
        case UInt8(ascii: "D"):
            guard trimmed.count == 8, trimmed.allSatisfy(\.isNumber) else { return .null }
            return .string("\(trimmed.prefix(4))-\(trimmed.dropFirst(4).prefix(2))-\(trimmed.suffix(2))T00:00:00Z")
        default:
            return .string(trimmed)
        }
    }
}
