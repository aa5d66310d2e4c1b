// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Checks of the field names in a layer's declarations. A misspelled one would be ignored, or refuse every query.
extension ScenarioLoader {
    mutating func fieldNames(_ node: Node, of layer: Layer) {
        guard let data = layer.data else { return }
        let fields = data.fields.map(\.name)
        for key in ["displayField", "typeIdField"] { known(node[key], fields) }
        for key in ["startTimeField", "endTimeField"] { known(node["timeInfo"]?[key], fields) }
        for relationship in node["relationships"]?.nodes ?? [] { known(relationship["keyField"], fields) }
        guard let clause = node["definitionExpression"], let text = clause.text, !text.isEmpty,
            let problem = data.problem(in: text)
        else { return }
        fail(
            clause, "the clause cannot be read at byte \(problem.offset): \(problem.reason)",
            suggestion: problem.unknownField.flatMap { name in
                Suggestion.nearest(to: name, among: fields).map { text.replacing(name, with: $0) }
            })
    }

    mutating func known(_ node: Node?, _ fields: [String]) {
        guard let node, let name = node.text, !name.isEmpty, !fields.contains(where: { ASCII.equal($0, name) }) else {
            return
        }
        fail(node, "the layer has no field \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: fields))
    }
}
