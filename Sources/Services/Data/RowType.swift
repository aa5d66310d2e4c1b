// SPDX-License-Identifier: Apache-2.0

import Formats

/// A type of a layer's rows: the one fact that `types`, `subtypes`, the texts of `identify`, `queryDomains` and edits are
/// derived from.
struct RowType: Sendable {
    /// The value of the type's field.
    var code: JSON
    var name: String
    /// Its own domains by field, as descriptions write them: `{"type":"inherited"}` is the field's.
    var domains: JSON
    /// The values of a new row, by field.
    var defaults: JSON?
    var templates: JSON?

    /// Returns the domain of a field for rows of the type, or `nil` if it has none of its own.
    func domain(_ field: String) -> Domain? {
        domains.members?.first { ASCII.equal($0.name, field) }.flatMap { Domain(json: $0.value) }
    }
}

extension Layer {
    /// The types of rows: those of `types`, or else of `subtypes`.
    var rowTypes: [RowType] {
        let defaults = subtypes?.elements ?? []
        if let types = types?.elements, !types.isEmpty {
            return types.map { type in
                let code = type["id"] ?? .null
                return RowType(
                    code: code, name: type["name"]?.text ?? "", domains: type["domains"] ?? .object([]),
                    defaults: defaults.first { $0["code"] == code }?["defaultValues"], templates: type["templates"])
            }
        }
        return defaults.map { subtype in
            RowType(
                code: subtype["code"] ?? .null, name: subtype["name"]?.text ?? "",
                domains: subtype["domains"] ?? .object([]), defaults: subtype["defaultValues"])
        }
    }

    /// Returns the type of a row, or `nil` if it has none.
    func rowType(_ values: [JSON], _ data: LayerData) -> RowType? {
        guard let typeField, let column = data.fields.firstIndex(where: { ASCII.equal($0.name, typeField) }),
            values.indices.contains(column)
        else { return nil }
        return rowTypes.first { RowType.isSame($0.code, values[column]) }
    }

    /// `types` of a description, in the captured order of keys; a FeatureServer's have templates.
    func typesJSON(hasTemplates: Bool) -> JSON {
        if let given = types?.elements, !given.isEmpty {
            guard hasTemplates else { return .array(given) }
            return .array(
                zip(given, rowTypes).map { json, type in
                    guard json["templates"] == nil else { return json }
                    return .object((json.members ?? []) + [.init("templates", .array([template(type)]))])
                })
        }
        return .array(
            rowTypes.map { type in
                var members: [JSON.Member] = [
                    .init("id", type.code), .init("name", .string(type.name)), .init("domains", type.domains),
                ]
                if hasTemplates { members.append(.init("templates", type.templates ?? .array([template(type)]))) }
                return .object(members)
            })
    }

    /// A template with the type's values, as feature services have one of each type.
    private func template(_ type: RowType) -> JSON {
        let values =
            [JSON.Member(typeField ?? "", type.code)]
            + (type.defaults?.members ?? []).filter { $0.name != typeField && $0.value != .null }
        let tool: String =
            switch data?.geometryType {
            case .polyline: "esriFeatureEditToolLine"
            case .polygon: "esriFeatureEditToolPolygon"
            case nil: "esriFeatureEditToolNone"
            default: "esriFeatureEditToolPoint"
            }
        return .object([
            .init("name", .string(type.name)), .init("description", .string("")),
            .init("prototype", .object([.init("attributes", .object(values))])), .init("drawingTool", .string(tool)),
        ])
    }

    /// `subtypes` of a description (documented: code, name, defaultValues, domains).
    var subtypesJSON: JSON {
        if let subtypes { return subtypes }
        return .array(
            rowTypes.map { type in
                .object([
                    .init("code", type.code), .init("name", .string(type.name)),
                    .init("defaultValues", type.defaults ?? .object([])), .init("domains", type.domains),
                ])
            })
    }
}

extension RowType {
    /// Returns whether two codes are the same, however their numbers are written.
    static func isSame(_ one: JSON, _ other: JSON) -> Bool {
        if let left = one.double, let right = other.double { return left == right }
        return one == other
    }
}
