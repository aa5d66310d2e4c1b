// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A field of a layer.
package struct Field: Sendable, Hashable, Codable {
    package var name: String
    package var type: FieldType
    package var alias: String
    /// The characters of a string; for other types the length in the source, usually none.
    package var length: Int?
    package var domain: Domain?
    package var isNullable = true
    package var isEditable = true
    package var defaultValue = JSON.null
    /// The description in a hosted layer, usually JSON in a string.
    package var description: String?
    /// A Boolean value that indicates whether the field cannot be deleted; `nil` if unknown.
    package var isRequired: Bool?
    /// The keys that a declaration gives, where the rest is what the source shows; `nil` if it gives all.
    package var given: Set<String>?
    /// A Boolean value that indicates whether the type is declared; otherwise it follows from the values.
    package var isTyped = true

    package init(
        name: String, type: FieldType, alias: String? = nil, length: Int? = nil, domain: Domain? = nil,
        isNullable: Bool = true, isEditable: Bool = true, defaultValue: JSON = .null
    ) {
        (self.name, self.type, self.alias, self.length) = (name, type, alias ?? name, length)
        (self.domain, self.defaultValue) = (domain, defaultValue)
        self.isNullable = isNullable && type != .objectID && type != .globalID
        self.isEditable = isEditable && type != .objectID && type != .globalID
    }

    /// The length in a description if none is declared: 8 for a date in a geodatabase, 255 for a string, 38 for a GUID
    /// with braces.
    package var standardLength: Int? {
        switch type {
        case .date: 8
        case .string: isTyped ? 255 : nil
        case .globalID, .guid: 38
        default: nil
        }
    }

    /// Returns the field that a source shows, with what a declaration gives on top.
    func with(_ top: Field) -> Field {
        guard let given = top.given else { return top }
        var field = self
        if given.contains("type") {
            (field.type, field.isTyped, field.length) = (top.type, true, top.length)
            (field.isNullable, field.isEditable) = (top.isNullable, top.isEditable)
        }
        if given.contains("alias") { field.alias = top.alias }
        if given.contains("length") { field.length = top.length }
        if given.contains("domain") { field.domain = top.domain }
        if given.contains("nullable") { field.isNullable = top.isNullable }
        if given.contains("editable") { field.isEditable = top.isEditable }
        if given.contains("defaultValue") { field.defaultValue = top.defaultValue }
        if given.contains("description") { field.description = top.description }
        if given.contains("required") { field.isRequired = top.isRequired }
        return field
    }

    /// The column of the field at an index in SQLite; never the field's own name, so that no name can be more than a name.
    static func column(_ index: Int) -> String { "c\(index)" }
}
