// SPDX-License-Identifier: Apache-2.0

import Formats

/// The schema changes under those who ask: fields go and come.
extension MapService {
    /// Why a field cannot go or come.
    package struct FieldRefusal: Error, Sendable {
        package var message: String
        /// The names that would do.
        package var known: [String] = []
    }

    /// Takes a field out of a layer, with what its rows have in it.
    package mutating func dropField(_ name: String, ofLayer id: Int) throws(FieldRefusal) {
        let index = try index(ofLayer: id)
        let fields = layers[index].data?.fields ?? []
        guard let field = fields.firstIndex(where: { $0.name == name }) else {
            throw FieldRefusal(message: "layer \(id) has no field \"\(name)\"", known: fields.map(\.name))
        }
        guard !layers[index].isBound(to: fields[field]) else {
            throw FieldRefusal(message: "layer \(id) cannot be without the field \"\(name)\"")
        }
        layers[index].reshape { data in
            data.fields.remove(at: field)
            if field <= data.objectIDIndex { data.objectIDIndex -= 1 }
            for row in data.features.indices where data.features[row].values.indices.contains(field) {
                data.features[row].values.remove(at: field)
            }
            guard data.displayField == name else { return }
            data.displayField = data.fields.first { $0.type == .string }?.name ?? data.objectIDField
        }
    }

    /// Adds a text field to a layer, behind the others; no row has a value in it.
    package mutating func addField(_ name: String, toLayer id: Int) throws(FieldRefusal) {
        let index = try index(ofLayer: id)
        let isTaken = layers[index].data?.fields.contains { ASCII.equal($0.name, name) } ?? true
        guard !name.isEmpty, !isTaken else {
            throw FieldRefusal(message: "layer \(id) cannot be given a field \"\(name)\"")
        }
        layers[index].reshape { data in
            data.fields.append(Field(name: name, type: .string))
            for row in data.features.indices { data.features[row].values.append(.null) }
        }
    }

    private func index(ofLayer id: Int) throws(FieldRefusal) -> Int {
        guard let index = layers.firstIndex(where: { $0.id == id && $0.data != nil }) else {
            let ids = layers.filter { $0.data != nil }.map { String($0.id) }
            throw FieldRefusal(
                message: "there is no layer \(id) with rows; there \(ids.count == 1 ? "is" : "are") "
                    + (ids.isEmpty ? "none" : ids.joined(separator: ", ")))
        }
        return index
    }
}

extension Layer {
    /// Whether the layer would not be one without the field, or speaks of it elsewhere.
    fileprivate func isBound(to field: Field) -> Bool {
        if field.type == .objectID || field.type == .globalID { return true }
        let spoken = [
            time?.start, time?.end, typeField, tracking?.creationDateField, tracking?.creatorField,
            tracking?.editDateField, tracking?.editorField,
        ]
        return spoken.contains(field.name) || relationships.contains { $0.keyField == field.name }
    }

    /// The same rows in another shape. They become the layer's source: who shares the old one keeps it.
    fileprivate mutating func reshape(_ change: (inout LayerData) -> Void) {
        guard var data = data else { return }
        change(&data)
        let store = FeatureStore(data)
        source = store
        if displayField.map({ name in !data.fields.contains { $0.name == name } }) ?? false { displayField = nil }
        edits = edits?.moved(to: store)
    }
}
