// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing

@testable import Services

/// Look-ups by the index of one column find what SQLite finds by looking at every row, or leave it to SQLite.
@Suite("Look-ups")
struct FieldLookupTests {
    private static let fields = [
        Field(name: "OBJECTID", type: .objectID), Field(name: "name", type: .string),
        Field(name: "n", type: .integer), Field(name: "x", type: .double),
    ]

    /// Texts that are equal for a reader and differ in bytes, numbers at the limits of doubles, and nothing.
    private static let rows: [[JSON]] = [
        [.string("é"), .int(1), .double(0.5)], [.string("e\u{301}"), .int(-3), .double(-0.0)],
        [.string(""), .number("9007199254740993"), .number("9007199254740992")],
        [.null, .number("9007199254740992"), .null], [.string("5"), .null, .number("5")],
        [.number("5"), .int(5), .number("5.0")], [.string("it's"), .int(1), .double(1e300)],
        [.string("É"), .number("-0"), .double(0)],
    ]

    private static func store(_ order: [Int]? = nil) -> FeatureStore {
        let features = rows.enumerated().map { Feature(objectID: $0 + 1, values: [.int($0 + 1)] + $1) }
        var data = LayerData(
            geometryType: nil, fields: fields, features: features, extent: nil, displayField: "name")
        data.order = order
        return FeatureStore(data)
    }

    @Test(
        "find the rows that a scan finds",
        arguments: [
            "name = 'é'", "name = 'e\u{301}'", "name = ''", "name = '5'", "name = 'it''s'", "name = 'nobody'", "n = 1",
            "n = 5", "n = 0", "n = 9007199254740993", "n = 9007199254740992", "n = -3", "x = 5", "x = 0.5", "x = 0",
            "x = 9007199254740992", "OBJECTID = 3", "OBJECTID = 99",
        ])
    func scanned(_ clause: String) throws {
        let condition = try Where.parse(clause, fields: Self.fields)
        let lookUp = try #require(FieldLookup(condition))
        for order in [nil, [8, 7, 6, 5, 4, 3, 2, 1]] as [[Int]?] {
            let store = Self.store(order)
            let scanned = try RowSearch.$usesIndexes.withValue(false) {
                try store.select(condition, order: store.layer.rank, limit: -1, offset: 0)
            }
            if lookUp.column > 0 { #expect(store.find(lookUp) == nil, "the column was not filtered by before") }
            _ = try store.select(condition, order: store.layer.rank, limit: -1, offset: 0)
            #expect(store.find(lookUp) == scanned)
        }
    }

    @Test("leave to SQLite what has to be converted", arguments: ["n = 5.0", "n = 0.5", "x = 9007199254740993"])
    func converted(_ clause: String) throws {
        let condition = try Where.parse(clause, fields: Self.fields)
        let lookUp = try #require(FieldLookup(condition))
        let store = Self.store()
        _ = try store.select(condition, order: "c0", limit: -1, offset: 0)
        #expect(store.find(lookUp) == nil)
    }

    @Test(
        "are one equality and nothing else", arguments: ["n <> 1", "n = 1 AND x = 1", "n > 1", "name LIKE 'a'", "1=1"])
    func others(_ clause: String) throws {
        #expect(FieldLookup(try Where.parse(clause, fields: Self.fields)) == nil)
    }
}
