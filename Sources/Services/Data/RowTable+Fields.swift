// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The fields of rows: their names, and the types that hold all of their values.
extension RowTable {
    /// Returns the declared name; else a typical name whose values can be ids; else a new one.
    func objectIDName(_ declaration: LayerDeclaration) -> String {
        if let name = declaration.objectIDField ?? declaration.fields.first(where: { $0.type == .objectID })?.name {
            return name
        }
        let known = names.first { name in
            ["objectid", "fid", "oid"].contains(name.lowercased()) && (try? objectIDs(name)) != nil
        }
        return known ?? "OBJECTID"
    }

    /// Returns the object id, followed by the source's fields and additional declared ones.
    func fields(_ declaration: LayerDeclaration, _ oid: String) -> [Field] {
        let declared = Dictionary(declaration.fields.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        var first = declared[oid] ?? Field(name: oid, type: .objectID)
        let (about, isRequired) = (first.description, first.isRequired)
        first = Field(name: oid, type: .objectID, alias: first.alias)
        (first.description, first.isRequired) = (about, isRequired)
        var fields = [first]
        for (column, name) in names.enumerated() where name != oid {
            fields.append(field(declared[name], name, column, declaration))
        }
        for field in declaration.fields where columns[field.name] == nil && field.name != oid { fields.append(field) }
        if let name = declaration.globalIDField, !fields.contains(where: { $0.name == name }) {
            fields.append(Field(name: name, type: .globalID, length: 38))
        }
        return fields
    }

    /// Returns a field; a declared one without a type has the type of its values.
    private func field(_ declared: Field?, _ name: String, _ column: Int, _ declaration: LayerDeclaration) -> Field {
        guard var field = declared else { return inferred(name, column, declaration) }
        if field.isTyped { return field }
        let shown = inferred(name, column, declaration)
        field.type = shown.type
        field.length = field.length ?? shown.length
        field.isTyped = true
        return field
    }

    /// Returns a field with the narrowest type for its values: integer, double, date, else string.
    private func inferred(_ name: String, _ column: Int, _ declaration: LayerDeclaration) -> Field {
        if name == declaration.globalIDField { return Field(name: name, type: .globalID, length: 38) }
        var type: FieldType?
        var length = 1
        for index in rows.indices where column + 1 < rows[index].values.count {
            let seen: FieldType
            switch rows[index].values[column + 1] {
            case .null: continue
            case .number(let spelling): seen = Int32(spelling) == nil ? .double : .integer
            case .string(let text):
                length = max(length, text.utf16.count)
                seen = RowTable.instant(text) == nil ? .string : .date
            default:
                length = max(length, JSONWriter.json(rows[index].values[column + 1]).count)
                seen = .string
            }
            switch (type, seen) {
            case (nil, _): type = seen
            case (.integer, .double), (.double, .integer): type = .double
            case (let known?, _): if known != seen { type = .string }
            }
        }
        let found = type ?? .string
        return Field(name: name, type: found, length: found == .string ? length : found == .date ? 8 : nil)
    }
}
