import Facts
import Formats
import MapServices

/// A layer of a service: its rows from a file, and what is declared about it.
extension ScenarioLoader {
    /// `nil` where its rows cannot be read; then a finding says why.
    mutating func layer(_ node: Node) -> Layer? {
        let id = node["id"]?.integer ?? 0
        let kind = node["type"]?.text.flatMap(Layer.Kind.init)
        var store: FeatureStore?
        if let source = node["source"], let name = source.text {
            guard let bytes = files.read(files.resolve(name, from: source.file)) else {
                fail(source, "there is no file \"\(name)\" beside this scenario")
                return nil
            }
            switch FeatureStores.store(bytes, file: name) {
            case .failure(let bad):
                findings.append(bad.finding)
                return nil
            case .success(let read): store = read
            }
        } else if kind == nil || kind == .feature || kind == .table {
            fail(node, "a layer with rows needs a source; one without is a \"Group Layer\" or a \"Raster Layer\"")
            return nil
        }
        var layer = Layer(id: id, name: node["name"]?.text ?? "Layer \(id)", kind: kind, store: store)
        layer.parent = node["parentLayerId"]?.integer
        layer.description = node["description"]?.text ?? ""
        layer.copyright = node["copyrightText"]?.text ?? ""
        layer.minScale = node["minScale"]?.integer.map(Double.init) ?? 0
        layer.maxScale = node["maxScale"]?.integer.map(Double.init) ?? 0
        layer.isVisible = node["defaultVisibility"]?.truth ?? true
        layer.definition = node["definitionExpression"]?.text
        layer.renderer = node["renderer"]?.json
        layer.transparency = node["transparency"]?.integer.map(Double.init) ?? 0
        layer.time = node["timeInfo"].flatMap { time in
            time["startTimeField"]?.text.map { Layer.Time(start: $0, end: time["endTimeField"]?.text) }
        }
        layer.hasAttachments = node["hasAttachments"]?.truth ?? false
        layer.maxRecordCount = node["maxRecordCount"]?.integer
        layer.capabilities = node["capabilities"]?.text
        layer.typeField = node["typeIdField"]?.text
        layer.types = node["types"]?.json
        layer.subtypes = node["subtypes"]?.json
        layer.templates = node["templates"]?.json
        layer.displayField = node["displayField"]?.text
        layer.supportsPagination = node["supportsPagination"]?.truth
        layer.pasted = node["json"]?.json
        layer.relationships = (node["relationships"]?.nodes ?? []).map(relationship)
        editing(node, &layer)
        return layer
    }

    private func relationship(_ node: Node) -> Layer.Relationship {
        Layer.Relationship(
            id: node["id"]?.integer ?? 0, name: node["name"]?.text ?? "",
            relatedID: node["relatedTableId"]?.integer ?? 0,
            cardinality: node["cardinality"]?.text ?? "esriRelCardinalityOneToMany",
            role: node["role"]?.text ?? "esriRelRoleOrigin", keyField: node["keyField"]?.text ?? "",
            relatedKeyField: node["relatedKeyField"]?.text ?? node["keyField"]?.text ?? "",
            isComposite: node["composite"]?.truth ?? false)
    }
}
