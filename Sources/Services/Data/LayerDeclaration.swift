// SPDX-License-Identifier: Apache-2.0

package import Formats

/// Declarations about a layer's rows, by the scenario or a description, in addition to what the source shows.
package struct LayerDeclaration: Sendable, Hashable {
    /// The fields by name: the types of those in the source, and additional ones.
    package var fields: [Field] = []
    package var objectIDField: String?
    package var globalIDField: String?
    package var geometryType: GeometryType?
    package var reference: SpatialReference?
    package var hasZ: Bool?
    package var hasM: Bool?
    /// The name of the geometry's column.
    package var geometryField: String?

    package init() {}

    /// Reads the declarations of a layer's description or a feature set.
    package init(described json: JSON) {
        fields = (json["fields"]?.elements ?? []).compactMap(Field.init(json:)).filter { $0.type != .geometry }
        objectIDField = LayerDeclaration.name(json["objectIdField"] ?? json["objectIdFieldName"])
        globalIDField = LayerDeclaration.name(json["globalIdField"] ?? json["globalIdFieldName"])
        geometryType = json["geometryType"]?.text.flatMap(GeometryType.init(rawValue:))
        hasZ = json["hasZ"]?.truth
        hasM = json["hasM"]?.truth
        let column = json["fields"]?.elements?.first { $0["type"]?.text == FieldType.geometry.rawValue }
        geometryField = LayerDeclaration.name(json["geometryField"]?["name"] ?? column?["name"])
        let reference = json["spatialReference"] ?? json["extent"]?["spatialReference"]
        if let reference, reference.members != nil { self.reference = SpatialReference(json: reference) }
    }

    private static func name(_ json: JSON?) -> String? {
        guard let name = json?.text, !name.isEmpty else { return nil }
        return name
    }

    /// Returns the declarations overridden by others.
    package func with(_ top: LayerDeclaration) -> LayerDeclaration {
        var all = self
        for field in top.fields {
            if let index = all.fields.firstIndex(where: { $0.name == field.name }) {
                all.fields[index] = all.fields[index].with(field)
            } else {
                all.fields.append(field)
            }
        }
        all.objectIDField = top.objectIDField ?? objectIDField
        all.globalIDField = top.globalIDField ?? globalIDField
        all.geometryType = top.geometryType ?? geometryType
        all.reference = top.reference ?? reference
        all.hasZ = top.hasZ ?? hasZ
        all.hasM = top.hasM ?? hasM
        all.geometryField = top.geometryField ?? geometryField
        return all
    }
}
