// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Decoding of the layers of a service: their rows from files, and their declarations.
extension ScenarioLoader {
    /// Returns the root from which a service is made, if it names one.
    mutating func described(_ service: Node) -> JSON? {
        guard let source = service["source"], let name = source.text else { return nil }
        guard let bytes = files.read(files.resolve(name, from: source.file)) else {
            missing(source, name)
            return nil
        }
        let (root, found) = JSON5Reader.read(bytes, file: name)
        findings += found
        guard let root else { return nil }
        if ["ImageServer", "VectorTileServer"].contains(service["type"]?.text), case .object = root.value {
            return root.json
        }
        guard case .array = root["layers"]?.value else {
            fail(
                root,
                "expected a server's answer for a MapServer or FeatureServer, or for its /layers, in which \"layers\" is a list"
            )
            return nil
        }
        return root.json
    }

    /// Returns the layers of the root from which the service is made, merged by id with those of the scenario.
    mutating func layers(_ service: Node, _ described: JSON?) -> [Layer] {
        var layers = described.map(ServiceModel.layers(described:)) ?? []
        for node in service["layers"]?.nodes ?? [] {
            let index = layers.firstIndex { $0.id == node["id"]?.integer }
            let scope = "\(service["name"]?.text ?? "")/\(node["id"]?.integer ?? 0)"
            guard let layer = layer(node, on: index.map { layers[$0] }, scope) else { continue }
            if let index { layers[index] = layer } else { layers.append(layer) }
        }
        return layers
    }

    /// Returns a layer, or `nil` with a finding where its rows cannot be read. `scope` is the basis of ids that its
    /// data lack.
    private mutating func layer(_ node: Node, on base: Layer?, _ scope: String) -> Layer? {
        let id = node["id"]?.integer ?? 0
        let kind = node["type"]?.text.flatMap(Layer.Kind.init)
        let pasted = node["json"]?.json
        var declared = LayerDeclaration(described: pasted ?? base?.described ?? .null).with(declaration(node))
        guard let declaration = fields(node, &declared) else { return nil }
        var source = LayerSource(store: base?.source, description: base?.described)
        if let file = node["source"] {
            guard let read = self.source(file, declaration, scope) else { return nil }
            source = read
        } else if node["fields"] != nil || node["geometryType"] != nil || pasted?["fields"]?.elements != nil {
            source.store = FeatureStores.empty(declaration)
        }
        if source.store == nil, source.description == nil, kind == nil || kind == .feature || kind == .table {
            fail(
                node,
                "a layer with rows needs a source or fields; one without is a \"Group Layer\" or a \"Raster Layer\"")
            return nil
        }
        var layer = base ?? Layer(id: id, name: "Layer \(id)", kind: kind, store: source.store)
        layer.source = source.store
        if let description = source.description {
            layer.describe(description)
            layer.id = id
        }
        if let kind { layer.kind = kind }
        Layer.keys.read(node, into: &layer, &self)
        labels(node, &layer)
        fieldNames(node, of: layer)
        layer.pasted = pasted
        if let pasted { layer.unsupported.formUnion(Layer.lacking(in: pasted)) }
        editing(node, &layer, scope)
        return layer
    }

    private mutating func source(_ node: Node, _ declaration: LayerDeclaration, _ scope: String) -> LayerSource? {
        let name = node.text ?? ""
        guard let bytes = files.read(files.resolve(name, from: node.file)) else {
            missing(node, name)
            return nil
        }
        switch FeatureStores.read(bytes, file: name, declaration) {
        case .success(let source): return FeatureStores.withGlobalIDs(source, of: scope)
        case .failure(let bad):
            findings.append(bad.finding)
            return nil
        }
    }
}
