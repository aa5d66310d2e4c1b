/// What a layer is made of: fields, rows and their geometry, read once and never changed. WGS 84, as GeoJSON is.
package struct LayerData: Sendable {
    package var geometryType: GeometryType?
    package var fields: [Field]
    package var features: [Feature]
    package var extent: Envelope?
    /// The text field that stands for a feature: the first string that is called name, or the first string.
    package var displayField: String

    package var objectIDField: String { fields.first { $0.type == .objectID }?.name ?? "OBJECTID" }
}
