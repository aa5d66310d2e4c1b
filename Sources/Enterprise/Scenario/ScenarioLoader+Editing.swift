// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Decoding of a layer's editing: tracking, attachments, constraint rules.
extension ScenarioLoader {
    mutating func editing(_ node: Node, _ layer: inout Layer, _ scope: String) {
        if let tracking = node["editFieldsInfo"] {
            let names = layer.data?.fields.map(\.name) ?? []
            for entry in tracking.entries where entry.name != "realm" { known(entry.node, names) }
            layer.tracking = EditorTracking.read(tracking, &self)
        }
        for attachment in node["attachments"]?.nodes ?? [] { self.attachment(attachment, &layer, scope) }
        for constraint in node["constraints"]?.nodes ?? [] { self.constraint(constraint, &layer) }
    }

    private mutating func attachment(_ node: Node, _ layer: inout Layer, _ scope: String) {
        let declared = AttachmentDeclaration.read(node, &self)
        guard let source = node["source"], let bytes = file(source) else { return }
        guard layer.data?.features.contains(where: { $0.objectID == declared.objectID }) == true else {
            return fail(node, "the layer has no row \(declared.objectID)")
        }
        layer.hasAttachments = true
        let file = declared.source.split(separator: "/").last.map(String.init) ?? declared.source
        let globalID = layer.data?.globalIDField.map { _ in
            GlobalID.made(of: "\(scope)/attachments", layer.attachments.list.count + 1)
        }
        layer.attachments.add(
            to: declared.objectID, globalID: globalID, name: declared.name ?? file, contentType: declared.contentType,
            bytes: bytes, keywords: declared.keywords)
    }

    private mutating func constraint(_ node: Node, _ layer: inout Layer) {
        let declared = ConstraintDeclaration.read(node, &self)
        guard let data = layer.data else { return }
        let read = Constraint.read(
            declared.clause, errorNumber: declared.errorNumber, errorMessage: declared.errorMessage, in: data)
        switch read {
        case .success(let constraint): layer.constraints.append(constraint)
        case .failure(let problem):
            fail(node["where"] ?? node, "the clause cannot be read at byte \(problem.offset): \(problem.reason)")
        }
    }
}
