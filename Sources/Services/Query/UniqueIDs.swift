// SPDX-License-Identifier: Apache-2.0

import Formats

/// The unique ids of a layer whose description has `uniqueIdInfo`: the values of one field, or of several together
/// (documented for 11.4).
struct UniqueIDs: Sendable {
    /// The columns, in order.
    var columns: [Int]

    /// Returns those of a layer, or `nil` if its description has none.
    init?(_ layer: Layer?, _ data: LayerData) {
        guard let list = layer?.described?["uniqueIdInfo"]?["fields"]?.elements else { return nil }
        let names = list.compactMap { $0.text ?? $0["name"]?.text }
        columns = names.compactMap { name in data.fields.firstIndex { ASCII.equal($0.name, name) } }
        guard !columns.isEmpty, columns.count == list.count else { return nil }
    }

    /// Returns the condition for the rows with given ids, or `nil` if they cannot be read: a JSON array, or a list with
    /// commas.
    func condition(_ text: String) -> Where? {
        let list = (try? JSONReader.read(Array(text.utf8)))?.elements
        let ids = list ?? text.split(separator: ",").map { .string(ASCII.trimmed($0)) }
        guard !ids.isEmpty else { return nil }
        var values: [Where.Value] = []
        var parts: [String] = []
        for id in ids {
            let own = id.elements ?? [id]
            guard own.count == columns.count else { return nil }
            for one in own {
                guard let text = one.text ?? one.double.map({ Where.Value.double($0).text }) else { return nil }
                values.append(.text(text))
            }
            let equal = columns.map { "CAST(\(Field.column($0)) AS TEXT) = ?" }
            parts.append("(\(equal.joined(separator: " AND ")))")
        }
        return Where(
            sql: "(\(parts.joined(separator: " OR ")))", values: values, indices: Set(columns), isEverything: false)
    }

    /// Returns the ids of rows.
    func json(_ ids: [Int], _ store: FeatureStore) -> JSON {
        let rows = ids.compactMap(store.feature).map { row -> JSON in
            let values = columns.map { row.values[$0] }
            return values.count == 1 ? values[0] : .array(values)
        }
        return .object([
            .init("uniqueIdFieldNames", .array(columns.map { .string(store.layer.fields[$0].name) })),
            .init("uniqueIds", .array(rows)),
        ])
    }
}
