// SPDX-License-Identifier: Apache-2.0

import Formats

/// Changes of the schema at run time: fields are removed and added.
extension ServiceModel {
    /// The reason that a field cannot be removed or added.
    package struct FieldRefusal: Error, Sendable {
        package var message: String
        /// The names that are possible.
        package var known: [String] = []

        package init(message: String, known: [String] = []) { (self.message, self.known) = (message, known) }
    }

    /// Removes a field from a layer and its rows.
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

    /// Renames a field of a layer; its rows keep their values, and an alias that was the name becomes the new one.
    package mutating func renameField(_ name: String, to newName: String, ofLayer id: Int) throws(FieldRefusal) {
        let index = try index(ofLayer: id)
        let fields = layers[index].data?.fields ?? []
        guard let field = fields.firstIndex(where: { $0.name == name }) else {
            throw FieldRefusal(message: "layer \(id) has no field \"\(name)\"", known: fields.map(\.name))
        }
        guard !layers[index].isBound(to: fields[field]) else {
            throw FieldRefusal(message: "layer \(id) cannot be without the field \"\(name)\"")
        }
        let isTaken = fields.contains { ASCII.equal($0.name, newName) && $0.name != name }
        guard !newName.isEmpty, !isTaken else {
            throw FieldRefusal(message: "layer \(id) cannot be given a field \"\(newName)\"")
        }
        layers[index].reshape { data in
            if data.fields[field].alias == name { data.fields[field].alias = newName }
            data.fields[field].name = newName
            if data.displayField == name { data.displayField = newName }
        }
        if layers[index].displayField == name { layers[index].displayField = newName }
    }

    /// Adds a text field at the end of a layer; rows have no value in it.
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

    func index(ofLayer id: Int) throws(FieldRefusal) -> Int {
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
    /// Returns whether the layer needs the field or refers to it elsewhere.
    func isBound(to field: Field) -> Bool {
        if field.type == .objectID || field.type == .globalID { return true }
        let spoken = [
            time?.start, time?.end, typeField, tracking?.creationDateField, tracking?.creatorField,
            tracking?.editDateField, tracking?.editorField,
        ]
        return spoken.contains(field.name) || relationships.contains { $0.keyField == field.name }
    }

    /// Replaces the layer's source with changed rows; others that share the old source keep it.
    mutating func reshape(_ change: (inout LayerData) -> Void) {
        guard var data = data else { return }
        change(&data)
        let store = FeatureStore(data)
        source = store
        if displayField.map({ name in !data.fields.contains { $0.name == name } }) ?? false { displayField = nil }
        edits = edits?.moved(to: store)
    }
}
