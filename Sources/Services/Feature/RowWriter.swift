// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A writer that turns the features sent by clients into rows of a layer.
struct RowWriter {
    let layer: Layer
    let data: LayerData
    /// The spatial reference of geometries without one.
    let reference: SpatialReference
    let allowsGeometryUpdates: Bool
    let user: String?
    let now: Instant
    let checksHTML: Bool
    let checksDomains: Bool
    let fillsDefaults: Bool

    /// Returns a new row.
    func insert(_ feature: JSON, id: Int, globalID: String?) throws(EditFailure) -> Feature {
        let given = attributes(feature)
        let type = type(given, nil)
        var row = Feature(objectID: id, values: [], geometry: nil, envelope: nil)
        for field in data.fields {
            switch field.type {
            case .objectID: row.values.append(.number(String(id)))
            case .globalID: row.values.append(globalID.map(JSON.string) ?? .null)
            default:
                guard layer.tracking?.owns(field.name) != true else {
                    row.values.append(.null)
                    continue
                }
                let value = given[field.name.lowercased()] ?? (fillsDefaults ? standard(field, type) : .null)
                if !field.isEditable, value != .null { throw notEditable(field, value) }
                row.values.append(try checked(value, field, type))
            }
        }
        if let geometry = feature["geometry"] {
            try set(geometry, &row)
        }
        return try finished(row, isNew: true)
    }

    /// Returns a row with some values changed; those that the feature does not name stay.
    func update(_ old: Feature, with feature: JSON) throws(EditFailure) -> Feature {
        var row = old
        let given = attributes(feature)
        let type = type(given, old)
        for (index, field) in data.fields.enumerated() {
            guard field.type != .objectID, field.type != .globalID, layer.tracking?.owns(field.name) != true,
                let value = given[field.name.lowercased()]
            else { continue }
            let written = try checked(value, field, type)
            if !field.isEditable, written != row.values[index] { throw notEditable(field, value) }
            row.values[index] = written
        }
        if let geometry = feature["geometry"] {
            guard allowsGeometryUpdates else {
                throw EditFailure(reason: .geometryUpdate, wouldPass: "the feature without its geometry")
            }
            try set(geometry, &row)
        }
        return try finished(row, isNew: false)
    }

    /// Returns the attributes with lowercase names, because servers ignore their case.
    private func attributes(_ feature: JSON) -> [String: JSON] {
        Dictionary(
            (feature["attributes"]?.members ?? []).map { ($0.name.lowercased(), $0.value) },
            uniquingKeysWith: { _, last in last })
    }

    /// Returns the type of a row: of the value that the feature gives its field, or the row's own.
    private func type(_ given: [String: JSON], _ old: Feature?) -> RowType? {
        guard let name = layer.typeField else { return nil }
        if let value = given[name.lowercased()] { return layer.rowTypes.first { RowType.isSame($0.code, value) } }
        return old.flatMap { layer.rowType($0.values, data) }
    }

    /// Returns the value of a field that an added row omits: its type's, or the field's own.
    private func standard(_ field: Field, _ type: RowType?) -> JSON {
        type?.defaults?.members?.first { ASCII.equal($0.name, field.name) }?.value ?? field.defaultValue
    }

    private func checked(_ json: JSON, _ field: Field, _ type: RowType?) throws(EditFailure) -> JSON {
        let given = String(decoding: JSONWriter.json(json), as: UTF8.self)
        func failure(_ reason: EditFailure.Reason, _ wouldPass: String) -> EditFailure {
            EditFailure(reason: reason, subject: field.name, given: given, wouldPass: wouldPass)
        }
        guard let value = field.value(json) else { throw failure(.value, field.expected) }
        if value == .null, !field.isNullable { throw failure(.notNullable, "a value in \(field.name)") }
        if checksHTML, let text = value.text, !TrustedHTML.allows(text) {
            throw failure(.untrustedHTML, "\(field.name) without such elements")
        }
        if checksDomains, let domain = type?.domain(field.name) ?? field.domain, !domain.allows(value) {
            throw failure(.outsideDomain, "a value of the domain \(domain.name)")
        }
        return value
    }

    private func notEditable(_ field: Field, _ value: JSON) -> EditFailure {
        EditFailure(
            reason: .notEditable, subject: field.name, given: String(decoding: JSONWriter.json(value), as: UTF8.self),
            wouldPass: "the feature without \(field.name)")
    }

    private func set(_ geometry: JSON, _ row: inout Feature) throws(EditFailure) {
        switch EditedGeometry.read(geometry, data, reference) {
        case .failure(let failure): throw failure
        case .success(let read): (row.geometry, row.envelope, row.curves) = (read.json, read.envelope, nil)
        }
    }

    private func finished(_ row: Feature, isNew: Bool) throws(EditFailure) -> Feature {
        var row = row
        for (name, value) in layer.tracking?.stamp(user, now, isNew: isNew) ?? [] {
            guard let index = data.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else { continue }
            row.values[index] = value
        }
        for constraint in layer.constraints where !constraint.allows(row, in: data) {
            throw EditFailure(
                reason: .constraint(constraint.verdict), subject: constraint.text,
                wouldPass: "a row for which \(constraint.text)")
        }
        return row
    }
}
