// SPDX-License-Identifier: Apache-2.0

/// The types of fields, with Esri's names.
package enum FieldType: String, Sendable, Hashable, CaseIterable, Codable {
    case objectID = "esriFieldTypeOID"
    case string = "esriFieldTypeString"
    case smallInteger = "esriFieldTypeSmallInteger"
    case integer = "esriFieldTypeInteger"
    /// Since 11.2.
    case bigInteger = "esriFieldTypeBigInteger"
    case single = "esriFieldTypeSingle"
    case double = "esriFieldTypeDouble"
    /// Milliseconds since 1970 in UTC.
    case date = "esriFieldTypeDate"
    /// `YYYY-MM-DD`, since 11.2.
    case dateOnly = "esriFieldTypeDateOnly"
    /// `hh:mm:ss`, since 11.2.
    case timeOnly = "esriFieldTypeTimeOnly"
    /// ISO 8601 with an offset, since 11.2.
    case timestampOffset = "esriFieldTypeTimestampOffset"
    case globalID = "esriFieldTypeGlobalID"
    case guid = "esriFieldTypeGUID"
    case xml = "esriFieldTypeXML"
    /// Stored in rows but never in answers.
    case blob = "esriFieldTypeBlob"
    case raster = "esriFieldTypeRaster"
    /// Listed among a layer's fields but never a column of rows.
    case geometry = "esriFieldTypeGeometry"

    /// A Boolean value that indicates whether the type has sums and averages.
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
