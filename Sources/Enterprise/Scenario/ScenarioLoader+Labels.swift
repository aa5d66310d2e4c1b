// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// Decoding of a layer's labels. What is written must be drawn, so what this double cannot read is an error.
extension ScenarioLoader {
    mutating func labels(_ node: Node, _ layer: inout Layer) {
        guard let list = node["labelingInfo"] else { return }
        layer.labelingInfo = list.json
        for entry in list.nodes {
            do throws(LabelClass.Unread) {
                _ = try LabelClass(json: entry.json, fields: layer.data?.fields ?? [])
            } catch {
                fail(error.keys.reduce(entry) { $0[$1] ?? $0 }, error.reason, suggestion: error.suggestion)
            }
        }
    }
}
