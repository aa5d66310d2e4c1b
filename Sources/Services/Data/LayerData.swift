// SPDX-License-Identifier: Apache-2.0

import Formats

/// The data of a layer: fields, rows and geometries, read once and never changed.
package struct LayerData: Sendable, Codable {
    /// The type of geometries; `nil` for a table.
    package var geometryType: GeometryType?
    /// The spatial reference of the coordinates.
    package var reference = SpatialReference.wgs84
    /// A Boolean value that indicates whether points have heights.
    package var hasZ = false
    package var hasM = false
    /// The columns of rows, in the order of `Feature.values`, beginning with the object id.
    package var fields: [Field]
    /// The index of the object id among the source's fields.
    package var objectIDIndex = 0
    /// The rows, ordered by object id.
    package var features: FeatureRows
    package var extent: Envelope?
    /// The name of the geometry's column, which is no field of an answer.
    package var geometryField = "Shape"
    /// The object ids in the order of the source, if that is another than theirs; with those of rows that are gone, and
    /// without those of rows that were added.
    package var order: [Int]?
    /// The field that represents a feature: the first string field named name, or the first string field.
    package var displayField: String

    /// The indexes of all fields in the source's order, which answers use.
    var indices: [Int] {
        guard objectIDIndex > 0, objectIDIndex < fields.count else { return Array(fields.indices) }
        return Array(1...objectIDIndex) + [0] + Array(fields.indices.dropFirst(objectIDIndex + 1))
    }

    /// The columns that a clause may name: the fields, and the geometry.
    var columns: [Field] {
        geometryType == nil ? fields : fields + [Field(name: geometryField, type: .geometry)]
    }

    package var objectIDField: String { fields.first { $0.type == .objectID }?.name ?? "OBJECTID" }
    package var globalIDField: String? { fields.first { $0.type == .globalID }?.name }

    package init(
        geometryType: GeometryType?, reference: SpatialReference = .wgs84, hasZ: Bool = false, hasM: Bool = false,
        fields: [Field], features: [Feature], extent: Envelope?, displayField: String
    ) {
        (self.geometryType, self.reference, self.hasZ, self.hasM) = (geometryType, reference, hasZ, hasM)
        (self.fields, self.features, self.extent, self.displayField) = (
            fields, FeatureRows(features), extent, displayField
        )
    }
}

extension LayerData {
    /// The column with the positions of rows in the source, where the order is not that of the ids.
    static let place = "inSource"

    /// The column that orders rows as the source has them.
    var rank: String { order == nil ? Field.column(0) : LayerData.place }

    /// Returns the `geometryProperties` of hosted lines and areas, the fields with their measures (captured,
    /// Esri/arcgis-rest-js and TerriaJS/terriajs), or `nil` if there are none.
    func measures(hasUnits: Bool) -> JSON? {
        guard geometryType == .polyline || geometryType == .polygon else { return nil }
        var members: [JSON.Member] = []
        for (key, name) in [("shapeAreaFieldName", "Shape__Area"), ("shapeLengthFieldName", "Shape__Length")]
        where fields.contains(where: { $0.name == name }) {
            members.append(.init(key, .string(name)))
        }
        guard !members.isEmpty else { return nil }
        return .object(members + (hasUnits ? [.init("units", .string(reference.units))] : []))
    }
}
