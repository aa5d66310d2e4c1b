// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What `find` looks for: docs/reference/maps.md#operations.
struct Find: Sendable {
    var text: String
    /// A Boolean value that indicates whether a part of the value suffices, ignoring case; otherwise the whole value
    /// must be equal (documented).
    var isPart: Bool
    /// The names of fields; `nil` means all.
    var fields: [String]?
    var layers: [Layer]
    /// Those that are searched.
    var chosen: [Identify.Chosen]

    /// Returns a result for each field that contains the text (inferred: the answer names one field per result).
    func found() -> [FoundRow] {
        let wanted = text.lowercased()
        var found: [FoundRow] = []
        for chosen in chosen {
            let layer = layers[chosen.place]
            guard let data = layer.data else { continue }
            let display = DisplayText(layer: layer, data: data)
            let indices = data.fields.indices.filter { index in
                fields.map { $0.contains { ASCII.equal($0, data.fields[index].name) } } ?? true
            }
            for row in chosen.rows.all() {
                for index in indices where row.values[index] != .null {
                    let value = display.text(index, row)
                    guard isPart ? value.lowercased().contains(wanted) : value == text else { continue }
                    found.append(FoundRow(layer: layer, data: data, row: row, field: index))
                }
            }
        }
        return found
    }
}
