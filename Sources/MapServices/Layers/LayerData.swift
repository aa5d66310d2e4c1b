/// What a layer is made of: fields, rows and their geometry, read once and never changed.
package struct LayerData: Sendable {
    /// `nil`: a table.
    package var geometryType: GeometryType?
    /// What its coordinates are in.
    package var reference = SpatialReference.wgs84
    /// Whether points carry heights, and measures.
    package var hasZ = false
    package var hasM = false
    /// The columns of the rows, in the order of `Feature.values`; the object id is the first of them.
    package var fields: [Field]
    /// In the order of their object ids.
    package var features: [Feature]
    package var extent: Envelope?
    /// The text field that stands for a feature: the first string that is called name, or the first string.
    package var displayField: String

    package var objectIDField: String { fields.first { $0.type == .objectID }?.name ?? "OBJECTID" }
    package var globalIDField: String? { fields.first { $0.type == .globalID }?.name }

    package init(
        geometryType: GeometryType?, reference: SpatialReference = .wgs84, hasZ: Bool = false, hasM: Bool = false,
        fields: [Field], features: [Feature], extent: Envelope?, displayField: String
    ) {
        (self.geometryType, self.reference, self.hasZ, self.hasM) = (geometryType, reference, hasZ, hasM)
        (self.fields, self.features, self.extent, self.displayField) = (fields, features, extent, displayField)
    }
}
