// SPDX-License-Identifier: Apache-2.0

package import Formats

/// Layers created from servers' answers.
extension Layer {
    /// Reads an entry of a root's `layers` or `tables`, or a layer's whole description. `nil` if it has no id.
    package init?(described json: JSON, isTable: Bool = false) {
        guard let id = json["id"]?.integer else { return nil }
        var store: FeatureStore?
        // The default layer of an annotation has no type.
        let kind: Kind =
            json["type"]?.text.flatMap(Kind.init(rawValue:))
            ?? (json["subLayerIds"]?.elements != nil ? .group : .feature)
        if kind == .feature || kind == .table || isTable {
            store = FeatureStores.empty(LayerDeclaration(described: json))
        }
        self.init(
            id: id, name: json["name"]?.text ?? "Layer \(id)", kind: isTable ? .table : kind, store: store)
        describe(json)
    }

    /// Applies a description.
    package mutating func describe(_ json: JSON) {
        described = json
        name = json["name"]?.text ?? name
        kind = json["type"]?.text.flatMap(Kind.init(rawValue:)) ?? kind
        let parent = json["parentLayer"]?["id"]?.integer ?? json["parentLayerId"]?.integer
        self.parent = parent.flatMap { $0 < 0 ? nil : $0 }
        description = json["description"]?.text ?? description
        copyright = json["copyrightText"]?.text ?? copyright
        minScale = Layer.number(json["minScale"]) ?? minScale
        maxScale = Layer.number(json["maxScale"]) ?? maxScale
        isVisible = json["defaultVisibility"]?.truth ?? isVisible
        definition = Layer.text(json["definitionExpression"]) ?? definition
        renderer = json["drawingInfo"]?["renderer"] ?? renderer
        labelingInfo = Layer.list(json["drawingInfo"]?["labelingInfo"]) ?? labelingInfo
        transparency = json["drawingInfo"]?["transparency"]?.double ?? transparency
        if let start = Layer.text(json["timeInfo"]?["startTimeField"]) {
            time = Time(start: start, end: Layer.text(json["timeInfo"]?["endTimeField"]))
        }
        hasAttachments = json["hasAttachments"]?.truth ?? hasAttachments
        maxRecordCount = json["maxRecordCount"]?.integer ?? maxRecordCount
        capabilities = json["capabilities"]?.text ?? capabilities
        typeField = Layer.text(json["typeIdField"]) ?? typeField
        types = Layer.list(json["types"]) ?? types
        subtypes = Layer.list(json["subtypes"]) ?? subtypes
        templates = Layer.list(json["templates"]) ?? templates
        displayField = json["displayField"]?.text ?? displayField
        supportsPagination = json["advancedQueryCapabilities"]?["supportsPagination"]?.truth ?? supportsPagination
        unsupported.formUnion(Layer.lacking(in: json))
        relationships =
            (json["relationships"]?.elements).map { $0.compactMap(Relationship.init(json:)) } ?? relationships
        if let info = json["editFieldsInfo"], info.members != nil {
            tracking = EditorTracking(
                creationDateField: info["creationDateField"]?.text, creatorField: info["creatorField"]?.text,
                editDateField: info["editDateField"]?.text, editorField: info["editorField"]?.text,
                realm: info["realm"]?.text)
        }
    }

    /// Returns the names of what a description says that the layer does not support. A description without rows says so
    /// of everything.
    package static func lacking(in json: JSON) -> [String] {
        guard json["fields"]?.elements != nil else { return [] }
        let flags = (json.members ?? []) + (json["advancedQueryCapabilities"]?.members ?? [])
        return flags.filter { $0.name.hasPrefix("supports") && $0.value.truth == false }.map(\.name)
    }

    /// Returns a number, or one that a server of 10.0 writes as a text.
    private static func number(_ json: JSON?) -> Double? { json?.double ?? json?.text.flatMap(Double.init) }

    private static func text(_ json: JSON?) -> String? {
        guard let text = json?.text, !text.isEmpty else { return nil }
        return text
    }

    private static func list(_ json: JSON?) -> JSON? { json?.elements == nil ? nil : json }
}

extension Layer.Relationship {
    init?(json: JSON) {
        guard let id = json["id"]?.integer, let related = json["relatedTableId"]?.integer else { return nil }
        let key = json["keyField"]?.text ?? ""
        self.init(
            id: id, name: json["name"]?.text ?? "", relatedID: related,
            cardinality: json["cardinality"]?.text ?? "esriRelCardinalityOneToMany",
            role: json["role"]?.text ?? "esriRelRoleOrigin", keyField: key, relatedKeyField: key,
            isComposite: json["composite"]?.truth ?? false)
    }
}
