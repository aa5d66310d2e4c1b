/// The types of a layer's fields that this double has so far, by Esri's names.
package enum FieldType: String, Sendable, Hashable {
    case objectID = "esriFieldTypeOID"
    case string = "esriFieldTypeString"
    case integer = "esriFieldTypeInteger"
    case double = "esriFieldTypeDouble"

    /// Its column type in SQLite, which decides how values compare.
    var column: String {
        switch self {
        case .objectID: "INTEGER PRIMARY KEY"
        case .string: "TEXT"
        case .integer: "INTEGER"
        case .double: "REAL"
        }
    }
}
