// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Decoding of the rows that a scenario declares: fields, ids, geometry.
extension ScenarioLoader {
    /// Returns everything except the fields.
    func declaration(_ node: Node) -> LayerDeclaration {
        var declaration = LayerDeclaration()
        declaration.objectIDField = node["objectIdField"]?.text
        declaration.globalIDField = node["globalIdField"]?.text
        declaration.geometryType = node["geometryType"]?.text.flatMap(GeometryType.init(rawValue:))
        if let reference = node["spatialReference"] {
            let json = reference.integer.map { number in
                JSON.object([.init("wkid", .int(number)), .init("latestWkid", .int(number))])
            }
            declaration.reference = SpatialReference(json: json ?? reference.json)
        }
        return declaration
    }

    /// Adds the declared fields; returns `nil` if one of them is impossible.
    mutating func fields(_ node: Node, _ declaration: inout LayerDeclaration) -> LayerDeclaration? {
        let before = findings.count
        var names: [String: Node] = [:]
        for field in node["fields"]?.nodes ?? [] {
            guard let name = field["name"], let text = name.text else { continue }
            if let first = names[text.lowercased()] {
                fail(
                    name, "the field \"\(text)\" is a duplicate of the one in line \(first.position.line)",
                    suggestion: "\(text)2")
            }
            names[text.lowercased()] = name
            let known = declaration.fields.first { $0.name == text }
            declaration.fields.removeAll { $0.name == text }
            declaration.fields.append(self.field(field, text, known))
        }
        let ids = declaration.fields.filter { $0.type == .objectID }
        if let own = declaration.objectIDField ?? ids.first?.name, let other = ids.first(where: { $0.name != own }) {
            fail(
                names[other.name.lowercased()] ?? node,
                "a layer has only one object id, not both \"\(own)\" and \"\(other.name)\"")
        }
        return findings.count == before ? declaration : nil
    }

    private mutating func field(_ node: Node, _ name: String, _ known: Field?) -> Field {
        // Without a type, the source shows it; then only what is written here is taken.
        let type = node["type"]?.text.flatMap(FieldType.init(rawValue:)) ?? known?.type
        var field = Field(name: name, type: type ?? .string)
        field.isTyped = type != nil
        field.alias = node["alias"]?.text ?? known?.alias ?? name
        field.length = node["length"]?.integer ?? known?.length ?? field.standardLength
        field.domain = node["domain"].flatMap { domain($0, field) } ?? known?.domain
        field.isNullable = node["nullable"]?.truth ?? known?.isNullable ?? field.isNullable
        field.isEditable = node["editable"]?.truth ?? known?.isEditable ?? field.isEditable
        field.description = node["description"]?.text ?? known?.description
        field.isRequired = node["required"]?.truth ?? known?.isRequired
        if let given = node["defaultValue"] {
            field.defaultValue = value(given, field)
        } else {
            field.defaultValue = known?.defaultValue ?? .null
        }
        // What it does not say is what the source shows.
        field.given = Set(Keys.field.list.map(\.name).filter { node[$0] != nil })
        return field
    }

    private mutating func domain(_ node: Node, _ field: Field) -> Domain? {
        guard let type = node["type"]?.text else { return nil }
        let key = type == "range" ? "range" : "codedValues"
        guard let list = node[key] else {
            fail(node, "a domain of the type \"\(type)\" needs the key \"\(key)\"")
            return nil
        }
        var domain: Domain
        if type == "range" {
            guard list.nodes.count == 2 else {
                fail(list, "\"range\" must be a list of two: the smallest and the largest value")
                return nil
            }
            domain = Domain(
                name: node["name"]?.text ?? "",
                values: .range(value(list.nodes[0], field), value(list.nodes[1], field)))
        } else {
            let codes = list.nodes.map { code in
                Domain.Code(name: code["name"]?.text ?? "", code: code["code"].map { value($0, field) } ?? .null)
            }
            domain = Domain(name: node["name"]?.text ?? "", values: .coded(codes))
        }
        domain.description = node["description"]?.text
        return domain
    }

    /// Returns a value as rows hold it; reports one that the field cannot hold.
    private mutating func value(_ node: Node, _ field: Field) -> JSON {
        guard field.isTyped else { return node.json }
        if let value = field.value(node.json) { return value }
        fail(node, "expected \(field.expected)")
        return .null
    }
}
