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
                JSON.object([.init("wkid", .int(number))])
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
            var read = known ?? Field.unknown(text)
            Field.table.read(field, into: &read, &self)
            read.length = read.length ?? read.standardLength
            // What it does not say is what the source shows.
            read.given = Set(field.entries.map(\.name))
            declaration.fields.append(read)
        }
        let ids = declaration.fields.filter { $0.type == .objectID }
        if let own = declaration.objectIDField ?? ids.first?.name, let other = ids.first(where: { $0.name != own }) {
            fail(
                names[other.name.lowercased()] ?? node,
                "a layer has only one object id, not both \"\(own)\" and \"\(other.name)\"")
        }
        return findings.count == before ? declaration : nil
    }
}
