// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A row that `identify` or `find` found, and how it is written.
struct FoundRow: Sendable {
    var layer: Layer
    var data: LayerData
    var row: Feature
    /// The field whose text was found.
    var field: Int?

    /// How the request wants results.
    struct Style: Sendable {
        var reference: SpatialReference
        var returnsGeometry: Bool
        /// Names of fields, not their aliases (10.5).
        var namesFields: Bool
        /// Values as they are, not texts (10.5).
        var isUnformatted: Bool
    }

    /// Key order: documented of identify, captured of find.
    func json(_ style: Style, _ reading: ServiceRequest) -> JSON {
        let text = DisplayText(layer: layer, data: data)
        let name = layer.displayField ?? data.displayField
        let display = data.fields.firstIndex { ASCII.equal($0.name, name) }
        func title(_ field: Field) -> String { style.namesFields ? field.name : field.alias }
        var members: [JSON.Member] = [
            .init("layerId", .int(layer.id)), .init("layerName", .string(layer.name)),
            .init("displayFieldName", .string(display.map { title(data.fields[$0]) } ?? name)),
        ]
        if let field { members.append(.init("foundFieldName", .string(title(data.fields[field])))) }
        let shown = field ?? display
        members.append(.init("value", .string(shown.map { text.text($0, row) } ?? "")))
        var attributes = data.indices.map { index in
            JSON.Member(
                title(data.fields[index]), style.isUnformatted ? row.values[index] : .string(text.text(index, row)))
        }
        if let type = data.geometryType {
            // The geometry's column is among them (documented); its name and its place after the id are inferred.
            attributes.insert(.init("Shape", .string(DisplayText.shape(type))), at: min(1, attributes.count))
        }
        members.append(.init("attributes", .object(attributes)))
        if let type = data.geometryType { members.append(.init("geometryType", .string(type.rawValue))) }
        if style.returnsGeometry,
            let geometry = row.geometry.flatMap({ data.reference.project($0, to: style.reference) })
        {
            let own = JSON.Member("spatialReference", style.reference.short(reading.version))
            members.append(.init("geometry", .object((geometry.members ?? []) + [own])))
        }
        return .object(members)
    }
}

extension ServiceRequest {
    /// The style of the request; names and values as they are from 10.5 on (documented).
    func style(_ reference: SpatialReference) -> FoundRow.Style {
        let isNew = version >= .v10_5_1
        return FoundRow.Style(
            reference: reference, returnsGeometry: isTrue("returngeometry", default: true),
            namesFields: isNew && isTrue("returnfieldname"),
            isUnformatted: isNew && isTrue("returnunformattedvalues"))
    }

    /// The answer; cut at maxRecordCount it says so from 10.1 on (documented).
    func results(_ found: [FoundRow], _ style: FoundRow.Style) -> Result {
        let limit = service.limit(version)
        var members: [JSON.Member] = [
            .init("results", .array(found.prefix(limit).map { $0.json(style, self) }))
        ]
        if found.count > limit, version >= .v10_1 {
            members.append(.init("exceededTransferLimit", .bool(true)))
        }
        return .json(.object(members))
    }
}
