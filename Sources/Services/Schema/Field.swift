// SPDX-License-Identifier: Apache-2.0

package import Formats

/// One field of a layer.
package struct Field: Sendable, Hashable {
    package var name: String
    package var type: FieldType
    package var alias: String
    /// Characters of a string; of other types what their source says, mostly nothing.
    package var length: Int?
    package var domain: Domain?
    package var isNullable = true
    package var isEditable = true
    package var defaultValue = JSON.null
    /// What a hosted layer says of the field: a text, mostly JSON in itself.
    package var description: String?
    /// Whether it cannot be deleted; `nil`: nobody said so.
    package var isRequired: Bool?
    /// Whether the type was told; else the values of the source show it.
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

    /// What a description shows where nobody said how long it is: 8 of a date in a geodatabase, 255 of a text, 38 of a
    /// GUID with its braces.
    package var standardLength: Int? {
        switch type {
        case .date: 8
        case .string: isTyped ? 255 : nil
        case .globalID, .guid: 38
        default: nil
        }
    }

    /// The column of the field at an index in SQLite; never the field's own name, so that no name can be more than a name.
    static func column(_ index: Int) -> String { "c\(index)" }
}
