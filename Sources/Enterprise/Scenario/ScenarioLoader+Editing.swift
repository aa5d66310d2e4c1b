// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Decoding of a layer's editing: tracking, attachments, constraint rules.
extension ScenarioLoader {
    mutating func editing(_ node: Node, _ layer: inout Layer, _ scope: String) {
        if let tracking = node["editFieldsInfo"] { layer.tracking = self.tracking(tracking, layer) }
        for attachment in node["attachments"]?.nodes ?? [] { self.attachment(attachment, &layer, scope) }
        for constraint in node["constraints"]?.nodes ?? [] { self.constraint(constraint, &layer) }
    }

    private mutating func tracking(_ node: Node, _ layer: Layer) -> EditorTracking {
        let names = layer.data?.fields.map(\.name) ?? []
        for entry in node.entries where entry.name != "realm" {
            guard let name = entry.node.text, !names.contains(where: { ASCII.equal($0, name) }) else { continue }
            fail(
                entry.node, "the layer has no field \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: names))
        }
        return EditorTracking(
            creationDateField: node["creationDateField"]?.text, creatorField: node["creatorField"]?.text,
            editDateField: node["editDateField"]?.text, editorField: node["editorField"]?.text,
            realm: node["realm"]?.text)
    }

    private mutating func attachment(_ node: Node, _ layer: inout Layer, _ scope: String) {
        guard let source = node["source"], let name = source.text, let id = node["objectId"]?.integer else { return }
        guard let bytes = files.read(files.resolve(name, from: source.file)) else {
            return missing(source, name)
        }
        guard layer.data?.features.contains(where: { $0.objectID == id }) == true else {
            return fail(node, "the layer has no row \(id)")
        }
        layer.hasAttachments = true
        let file = name.split(separator: "/").last.map(String.init) ?? name
        let globalID = layer.data?.globalIDField.map { _ in
            GlobalID.made(of: "\(scope)/attachments", layer.attachments.list.count + 1)
        }
        layer.attachments.add(
            to: id, globalID: globalID, name: node["name"]?.text ?? file,
            contentType: node["contentType"]?.text ?? "application/octet-stream", bytes: bytes,
            keywords: node["keywords"]?.text ?? "")
    }

    private mutating func constraint(_ node: Node, _ layer: inout Layer) {
        guard let clause = node["where"], let text = clause.text, let data = layer.data else { return }
        let read = Constraint.read(
            text, errorNumber: node["errorNumber"]?.integer ?? -1, errorMessage: node["errorMessage"]?.text ?? "",
            in: data)
        switch read {
        case .success(let constraint): layer.constraints.append(constraint)
        case .failure(let problem):
            fail(clause, "the clause cannot be read at byte \(problem.offset): \(problem.reason)")
        }
    }
}
