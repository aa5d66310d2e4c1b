// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Checks of a layer's renderer. A misspelled type or field would draw all rows alike without any notice.
extension ScenarioLoader {
    /// The first three are documented for servers (renderer-objects). Clients write the others into hosted layers
    /// (web-map-specification); they are repeated but not used to draw.
    private static let rendererTypes = [
        "simple", "uniqueValue", "classBreaks", "heatmap", "dotDensity", "pieChart", "dictionary", "vectorField",
        "temporal",
    ]
    private static let rendererFields = ["field1", "field2", "field3", "field", "normalizationField"]

    mutating func check(renderer: Node, of layer: Layer) {
        guard case .object = renderer.value else {
            return fail(renderer, "\"renderer\": expected an object, as drawingInfo.renderer has it")
        }
        guard let type = renderer["type"] else {
            return fail(renderer, "a renderer needs \"type\": \(Self.rendererTypes.joined(separator: ", "))")
        }
        guard Self.rendererTypes.contains(type.text ?? "") else {
            return fail(
                type, "there is no renderer of the type \"\(type.scalar)\"",
                suggestion: Suggestion.nearest(to: type.scalar, among: Self.rendererTypes))
        }
        guard let fields = layer.data?.fields.map(\.name) else { return }
        for key in Self.rendererFields {
            guard let node = renderer[key], let name = node.text, !name.isEmpty,
                !fields.contains(where: { ASCII.equal($0, name) })
            else { continue }
            fail(
                node, "the layer has no field \"\(name)\" for the renderer",
                suggestion: Suggestion.nearest(to: name, among: fields))
        }
    }
}
