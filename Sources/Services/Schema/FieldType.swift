// SPDX-License-Identifier: Apache-2.0

/// The types of a layer's fields, by Esri's names.
package enum FieldType: String, Sendable, Hashable, CaseIterable {
    case objectID = "esriFieldTypeOID"
    case string = "esriFieldTypeString"
    case smallInteger = "esriFieldTypeSmallInteger"
    case integer = "esriFieldTypeInteger"
    /// From 11.2 on.
    case bigInteger = "esriFieldTypeBigInteger"
    case single = "esriFieldTypeSingle"
    case double = "esriFieldTypeDouble"
    /// Milliseconds since 1970, UTC.
    case date = "esriFieldTypeDate"
    /// `YYYY-MM-DD`, from 11.2 on.
    case dateOnly = "esriFieldTypeDateOnly"
    /// `hh:mm:ss`, from 11.2 on.
    case timeOnly = "esriFieldTypeTimeOnly"
    /// ISO 8601 with its offset, from 11.2 on.
    case timestampOffset = "esriFieldTypeTimestampOffset"
    case globalID = "esriFieldTypeGlobalID"
    case guid = "esriFieldTypeGUID"
    case xml = "esriFieldTypeXML"
    /// What rows hold but answers never show.
    case blob = "esriFieldTypeBlob"
    case raster = "esriFieldTypeRaster"
    /// Listed in a layer's fields, never a column of rows.
    case geometry = "esriFieldTypeGeometry"

    /// Its column type in SQLite, which decides how values compare.
    var column: String {
        switch self {
        case .objectID: "INTEGER PRIMARY KEY"
        case .smallInteger, .integer, .bigInteger, .date: "INTEGER"
        case .single, .double: "REAL"
        case .string, .dateOnly, .timeOnly, .timestampOffset, .globalID, .guid, .xml, .blob, .raster, .geometry: "TEXT"
        }
    }

    /// Whether sums and averages make sense of it.
    var isNumeric: Bool {
        switch self {
        case .objectID, .smallInteger, .integer, .bigInteger, .single, .double: true
        default: false
        }
    }

    var isWhole: Bool {
        switch self {
        case .objectID, .smallInteger, .integer, .bigInteger: true
        default: false
        }
    }
}
