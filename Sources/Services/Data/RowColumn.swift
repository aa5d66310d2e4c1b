// SPDX-License-Identifier: Apache-2.0

/// What SQLite takes a column for: its affinity, which decides how values are stored and compared.
///
/// Each statement asks for a connection by the columns of its layer, and text as a raw value would be hashed for each.
enum RowColumn: UInt8, Sendable, Hashable {
    case integer, real, text

    /// The word of a declaration.
    var word: String {
        switch self {
        case .integer: "INTEGER"
        case .real: "REAL"
        case .text: "TEXT"
        }
    }

    init(_ type: FieldType) {
        self =
            switch type {
            case .objectID, .smallInteger, .integer, .bigInteger, .date: .integer
            case .single, .double: .real
            case .string, .dateOnly, .timeOnly, .timestampOffset, .globalID, .guid, .xml, .blob, .raster, .geometry:
                .text
            }
    }

    /// How an index sorts it.
    var kind: ColumnIndex.Kind { self == .text ? .texts : .numbers }

    /// Returns the columns of a layer's rows: the fields, the geometry, which is null or not, and the place in the source.
    static func all(_ layer: LayerData) -> [RowColumn] { layer.fields.map { RowColumn($0.type) } + [.text, .integer] }

    /// Returns a statement that declares columns.
    static func declaration(_ columns: [RowColumn]) -> String {
        let names = (0..<(columns.count - 1)).map(Field.column) + [LayerData.place]
        return "CREATE TABLE f(\(zip(names, columns).map { "\($0) \($1.word)" }.joined(separator: ",")))"
    }
}
