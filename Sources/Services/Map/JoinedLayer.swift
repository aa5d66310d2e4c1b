// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A dynamic layer whose rows are joined of two layers of the map (documented: data-source-object, joinTable). Fields have
/// the name of their layer before their own, as those of joins have (captured of joined layers); of several rows on the
/// right the first counts (inferred).
struct JoinedLayer {
    var left: Layer
    var right: Layer
    var leftKey: String
    var rightKey: String
    /// Whether rows without another are left out.
    var isInner: Bool

    /// Reads a `joinTable`, or throws what is wrong with it.
    init(
        _ json: JSON, _ table: (JSON) throws(DynamicLayers.Problem) -> Layer
    ) throws(DynamicLayers.Problem) {
        guard let left = json["leftTableSource"], let right = json["rightTableSource"],
            let leftKey = json["leftTableKey"]?.text, let rightKey = json["rightTableKey"]?.text
        else { throw .unread("leftTableSource, rightTableSource, leftTableKey and rightTableKey of a joinTable") }
        (self.left, self.right) = (try table(left), try table(right))
        (self.leftKey, self.rightKey) = (leftKey, rightKey)
        switch json["joinType"]?.text?.lowercased() ?? "esrileftouterjoin" {
        case "esrileftouterjoin": isInner = false
        case "esrileftinnerjoin": isInner = true
        default: throw .unread("joinType: esriLeftOuterJoin or esriLeftInnerJoin")
        }
    }

    /// Returns the layer of the joined rows.
    func layer() throws(DynamicLayers.Problem) -> Layer {
        let (one, other) = (try rows(left), try rows(right))
        let (leftIndex, rightIndex) = (try index(leftKey, left, one.data), try index(rightKey, right, other.data))
        var partners: [String: Feature] = [:]
        for row in other.rows {
            guard let key = JoinedLayer.key(row.values[rightIndex]), partners[key] == nil else { continue }
            partners[key] = row
        }
        let none = [JSON](repeating: .null, count: other.data.fields.count)
        let features = one.rows.compactMap { row -> Feature? in
            let partner = JoinedLayer.key(row.values[leftIndex]).flatMap { partners[$0] }
            if partner == nil, isInner { return nil }
            var joined = row
            joined.values += partner?.values ?? none
            return joined
        }
        var data = one.data
        data.fields = named(one.data, left, isLeft: true) + named(other.data, right, isLeft: false)
        data.features = FeatureRows(features)
        data.order = nil
        if let shown = one.data.fields.firstIndex(where: { $0.name == one.data.displayField }) {
            data.displayField = data.fields[shown].name
        }
        var layer = left
        (layer.source, layer.edits, layer.definition, layer.time) = (FeatureStore(data), nil, nil, nil)
        (layer.displayField, layer.typeField, layer.types, layer.subtypes) = (nil, nil, nil, nil)
        return layer
    }

    private func rows(_ layer: Layer) throws(DynamicLayers.Problem) -> (data: LayerData, rows: [Feature]) {
        guard let store = layer.store else { throw .unread("layers with rows") }
        // A layer's own definition applies (inferred); the scenario's was checked when it was loaded.
        let rows = try? LayerRows(layer, store)
        return (store.layer, rows?.all() ?? [])
    }

    private func index(_ name: String, _ layer: Layer, _ data: LayerData) throws(DynamicLayers.Problem) -> Int {
        // Clients write the key with or without the name of the table.
        let plain = name.split(separator: ".").last.map(String.init) ?? name
        if let index = data.fields.firstIndex(where: { ASCII.equal($0.name, name) || ASCII.equal($0.name, plain) }) {
            return index
        }
        throw .unread("a field of \(layer.name): \(data.fields.map(\.name).joined(separator: ", "))")
    }

    /// Returns a value by which rows are joined: numbers are equal however they are spelled.
    private static func key(_ value: JSON) -> String? {
        if value == .null { return nil }
        if case .number = value, let number = value.double { return "\(number)" }
        return value.text
    }

    private func named(_ data: LayerData, _ layer: Layer, isLeft: Bool) -> [Field] {
        data.fields.map { field in
            var field = field
            field.name = "\(layer.name).\(field.name)"
            // The rows are those of the left, and so are their ids.
            if !isLeft, field.type == .objectID { field.type = .integer }
            if !isLeft, field.type == .globalID { field.type = .guid }
            return field
        }
    }
}
