// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A row found by `identify` or `find`, and how to write it.
struct FoundRow: Sendable {
    var layer: Layer
    var data: LayerData
    var row: Feature
    /// The field that contains the text.
    var field: Int?

    /// The request's options for results.
    struct Style: Sendable {
        var reference: SpatialReference
        var returnsGeometry: Bool
        /// A Boolean value that indicates whether to use names instead of aliases (10.5).
        var namesFields: Bool
        /// A Boolean value that indicates whether to write values unformatted (10.5).
        var isUnformatted: Bool
    }

    /// Returns the result with the order of keys documented of identify and captured of find.
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
            // The geometry's column is included (documented); its name and its position after the id are inferred.
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
    /// Returns the style of the request; unformatted names and values are available from 10.5 on (documented).
    func style(_ reference: SpatialReference) -> FoundRow.Style {
        let isNew = version >= .v10_5_1
        return FoundRow.Style(
            reference: reference, returnsGeometry: isTrue("returngeometry", default: true),
            namesFields: isNew && isTrue("returnfieldname"),
            isUnformatted: isNew && isTrue("returnunformattedvalues"))
    }

    /// Returns the answer. If it is limited by maxRecordCount, it says so from 10.1 on (documented).
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
