// SPDX-License-Identifier: Apache-2.0

import Formats

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
    /// The place of the object id among the fields as their source has them, where it does not stand first.
    package var objectIDIndex = 0
    /// In the order of their object ids.
    package var features: [Feature]
    package var extent: Envelope?
    /// The text field that stands for a feature: the first string that is called name, or the first string.
    package var displayField: String

    /// The places of all fields, in the order in which the source has them: answers show them so.
    var indices: [Int] {
        guard objectIDIndex > 0, objectIDIndex < fields.count else { return Array(fields.indices) }
        return Array(1...objectIDIndex) + [0] + Array(fields.indices.dropFirst(objectIDIndex + 1))
    }

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

extension LayerData {
    /// `geometryProperties` of hosted lines and areas: the fields that hold their measures (captured, Esri/arcgis-rest-js
    /// and TerriaJS/terriajs); `nil`: there are none.
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
