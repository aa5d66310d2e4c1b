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
    var layers: [(layer: Layer, rows: LayerRows)]

    /// Returns a result for each field that contains the text (inferred: the answer names one field per result).
    func found() -> [FoundRow] {
        let wanted = text.lowercased()
        var found: [FoundRow] = []
        for (layer, rows) in layers {
            guard let data = layer.data else { continue }
            let display = DisplayText(layer: layer, data: data)
            let indices = data.fields.indices.filter { index in
                fields.map { $0.contains { ASCII.equal($0, data.fields[index].name) } } ?? true
            }
            for row in rows.all() {
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

extension ServiceRequest {
    mutating func find() -> Result {
        if let refused = without("Query") { return .refused(refused) }
        let takesSimple = choice(.mapSimpleLayerDefs) == .pass
        do throws(Refused) {
            let asked = try dynamic(keeping: ["layers"]).get()
            let request = MapRequest(reading: asked)
            _ = try request.notEmulated(["gdbVersion", "historicMoment"]).get()
            guard let text = given("searchtext") else {
                throw badMapParameter("searchText", "", "searchText=…")
            }
            guard let list = given("layers"), let ids = LayerChoice.ids(list) else {
                throw badMapParameter("layers", given("layers") ?? "", "ids with commas: 0,2")
            }
            let reference = try request.reference("sr").get()
            let definitions = try request.definitions(takesSimple: takesSimple).get()
            let fields = given("searchfields")?.split(separator: ",").map { ASCII.trimmed($0) }
            var layers: [(layer: Layer, rows: LayerRows)] = []
            for layer in asked.service.layers
            where asked.service.line(of: layer).contains(where: { ids.contains($0.id) }) {
                guard let store = layer.store else { continue }
                layers.append((layer, try request.rows(layer, store, definitions, nil).get()))
            }
            let find = Find(
                text: text, isPart: isTrue("contains", default: true), fields: fields, layers: layers)
            let (reading, style) = (self, style(reference))
            return .later { reading.results(find.found(), style) }
        } catch {
            return .refused(error)
        }
    }
}
