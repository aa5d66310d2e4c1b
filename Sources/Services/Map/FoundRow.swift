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

    /// Returns the result with the order of keys documented of identify and captured of find.
    func json(_ answer: Answer) -> JSON {
        let text = DisplayText(layer: layer, data: data)
        let name = layer.displayField ?? data.displayField
        let display = data.fields.firstIndex { ASCII.equal($0.name, name) }
        func title(_ field: Field) -> String { answer.namesFields ? field.name : field.alias }
        var members: [JSON.Member] = [
            .init("layerId", .int(layer.id)), .init("layerName", .string(layer.name)),
            .init("displayFieldName", .string(display.map { title(data.fields[$0]) } ?? name)),
        ]
        if let field { members.append(.init("foundFieldName", .string(title(data.fields[field])))) }
        let shown = field ?? display
        members.append(.init("value", .string(shown.map { text.text($0, row) } ?? "")))
        var attributes = data.indices.map { index in
            JSON.Member(
                title(data.fields[index]), answer.isUnformatted ? row.values[index] : .string(text.text(index, row)))
        }
        if let type = data.geometryType {
            // The geometry's column is included (documented), in its position among the layer's fields (inferred).
            attributes.insert(
                .init(title(layer.geometryColumn), .string(DisplayText.shape(type))), at: min(1, attributes.count))
        }
        members.append(.init("attributes", .object(attributes)))
        if let type = data.geometryType { members.append(.init("geometryType", .string(type.rawValue))) }
        if answer.returnsGeometry,
            let geometry = row.geometry.flatMap({ data.reference.project($0, to: answer.reference) })
        {
            let own = JSON.Member("spatialReference", answer.reference.short(answer.version))
            members.append(.init("geometry", .object((geometry.members ?? []) + [own])))
        }
        return .object(members)
    }
}
