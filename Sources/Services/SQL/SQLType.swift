// SPDX-License-Identifier: Apache-2.0

/// The kind of value of a term; databases do not compare across kinds.
enum SQLType: Sendable, Hashable {
    case whole, real, text
    /// Milliseconds since 1970.
    case date
    /// `YYYY-MM-DD`, `hh:mm:ss`, and ISO 8601 with an offset: strings in rows.
    case dateOnly, timeOnly, timestampOffset
    /// Compared ignoring case and braces.
    case guid
    /// Milliseconds, and months: `INTERVAL '1' DAY`, `INTERVAL '1' MONTH`.
    case interval, months
    /// A condition.
    case truth
    /// Only `NULL`.
    case null

    init(_ field: FieldType) {
        self =
            switch field {
            case .objectID, .smallInteger, .integer, .bigInteger: .whole
            case .single, .double: .real
            case .date: .date
            case .dateOnly: .dateOnly
            case .timeOnly: .timeOnly
            case .timestampOffset: .timestampOffset
            case .globalID, .guid: .guid
            case .string, .xml, .blob, .raster, .geometry: .text
            }
    }

    var isNumber: Bool { self == .whole || self == .real }

    /// The kind in words, for messages about a clause.
    var wording: String {
        switch self {
        case .whole, .real: "a number"
        case .text: "a text"
        case .date, .dateOnly, .timestampOffset: "a date"
        case .timeOnly: "a time of day"
        case .guid: "a GUID"
        case .interval, .months: "an interval"
        case .truth: "a condition"
        case .null: "NULL"
        }
    }
}
