// SPDX-License-Identifier: Apache-2.0

package import Formats

/// Changes of a hosted layer's definition by its owner: `addToDefinition`, `updateDefinition`, `deleteFromDefinition` of
/// a layer, and `truncate`.
extension ServiceModel {
    /// Adds what a definition names: fields, with their types.
    package mutating func add(_ definition: JSON, toLayer id: Int) throws(FieldRefusal) {
        let index = try index(ofLayer: id)
        for json in definition["fields"]?.elements ?? [] {
            guard let field = Field(json: json), !field.name.isEmpty else {
                throw FieldRefusal(message: "a field has a name and a type of Esri's")
            }
            guard !(layers[index].data?.fields.contains { ASCII.equal($0.name, field.name) } ?? true) else {
                throw FieldRefusal(message: "layer \(id) has a field \"\(field.name)\"")
            }
            layers[index].reshape { data in
                data.fields.append(field)
                for row in data.features.indices { data.features[row].values.append(field.defaultValue) }
            }
        }
        let relations = (definition["relationships"]?.elements ?? []).compactMap(Layer.Relationship.init(json:))
        layers[index].relationships += relations.filter { new in
            !layers[index].relationships.contains { $0.id == new.id }
        }
    }

    /// Changes what a definition names; fields keep their names and types.
    package mutating func update(_ definition: JSON, ofLayer id: Int) throws(FieldRefusal) {
        let index = try index(ofLayer: id)
        for json in definition["fields"]?.elements ?? [] {
            let name = json["name"]?.text ?? ""
            let fields = layers[index].data?.fields ?? []
            guard let number = fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                throw FieldRefusal(message: "layer \(id) has no field \"\(name)\"", known: fields.map(\.name))
            }
            layers[index].reshape { $0.fields[number].change(json) }
        }
        if layers[index].view != nil {
            layers[index].view?.change(definition)
            if let query = definition["viewDefinitionQuery"] {
                layers[index].definition = query.text.flatMap { $0.isEmpty ? nil : $0 }
            }
        }
        let rest = (definition.members ?? []).filter { !Layer.kept.contains($0.name) }
        guard !rest.isEmpty else { return }
        let told = layers[index].described?.members ?? []
        layers[index].describe(
            .object(told.filter { one in !rest.contains { $0.name == one.name } } + rest))
    }

    /// Removes the fields and relationships that a definition names.
    package mutating func delete(_ definition: JSON, fromLayer id: Int) throws(FieldRefusal) {
        let index = try index(ofLayer: id)
        for json in definition["fields"]?.elements ?? [] {
            try dropField(json["name"]?.text ?? json.text ?? "", ofLayer: id)
        }
        let gone = (definition["relationships"]?.elements ?? []).compactMap { $0["id"]?.integer }
        layers[index].relationships.removeAll { gone.contains($0.id) }
    }

    /// Removes all rows of a layer, or their attachments alone. Ids are not used again.
    package mutating func truncate(layer id: Int, attachmentsOnly: Bool) throws(FieldRefusal) {
        let index = try index(ofLayer: id)
        layers[index].attachments = Attachments()
        guard !attachmentsOnly, var data = layers[index].data, let source = layers[index].source else { return }
        let edits = layers[index].edits ?? Edits(source)
        data.features = []
        data.order = nil
        let store = FeatureStore(data)
        layers[index].source = store
        layers[index].edits = edits.moved(to: store)
    }
}

extension Layer {
    /// What `updateDefinition` does not change: what identifies a layer, and what is said beside it.
    fileprivate static let kept: Set = [
        "adminLayerInfo", "viewLayerDefinition", "fields", "id", "type", "indexes", "objectIdField", "globalIdField",
    ]
}

extension Field {
    /// Changes the parts of a field that may be changed while it has values.
    fileprivate mutating func change(_ json: JSON) {
        alias = json["alias"]?.text ?? alias
        if let given = json["domain"] { domain = Domain(json: given) }
        isNullable = json["nullable"]?.truth ?? isNullable
        isEditable = json["editable"]?.truth ?? isEditable
        defaultValue = json["defaultValue"] ?? defaultValue
        description = json["description"]?.text ?? description
        if type == .string, let longer = json["length"]?.integer, longer > (length ?? 0) { length = longer }
    }
}
