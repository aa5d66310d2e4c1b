/// One field of a layer.
package struct Field: Sendable, Hashable {
    package var name: String
    package var type: FieldType
    package var alias: String
    /// Characters of a string; `nil` for other types.
    package var length: Int?
}
