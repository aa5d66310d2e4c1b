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

    package init(
        name: String, type: FieldType, alias: String? = nil, length: Int? = nil, domain: Domain? = nil,
        isNullable: Bool = true, isEditable: Bool = true, defaultValue: JSON = .null
    ) {
        (self.name, self.type, self.alias, self.length) = (name, type, alias ?? name, length)
        (self.domain, self.defaultValue) = (domain, defaultValue)
        self.isNullable = isNullable && type != .objectID && type != .globalID
        self.isEditable = isEditable && type != .objectID && type != .globalID
    }
}
