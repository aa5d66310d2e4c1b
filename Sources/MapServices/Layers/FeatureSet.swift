import Formats

/// Reads a layer from an Esri FeatureSet: what a query answers as JSON.
enum FeatureSet {
    static func read(_ root: Node, _ declaration: Declaration) throws(BadSource) -> LayerData {
        guard case .array(let nodes) = root["features"]?.value else {
            throw BadSource(root["features"] ?? root, "a FeatureSet has a list \"features\"")
        }
        // Features may be many: they are no part of what the set says of itself.
        let told = JSON.object(
            (members(root) ?? []).filter { $0.name != "features" }.map { .init($0.name, $0.node.json) })
        let whole = Declaration(described: told).with(declaration)
        var table = RowTable(file: root.file)
        for node in nodes {
            guard let attributes = node["attributes"], let values = members(attributes) else {
                throw BadSource(node["attributes"] ?? node, "a feature of a FeatureSet has \"attributes\"")
            }
            var shape: EsriGeometry?
            if let place = node["geometry"], place.value != .null {
                shape = try geometry(place, whole)
            }
            try table.add(
                node, values: values, geometry: shape?.isEmpty ?? true ? nil : shape, at: node["geometry"])
        }
        return try table.layer(whole)
    }

    private static func members(_ node: Node) -> [Node.Member]? {
        guard case .object(let members) = node.value else { return nil }
        return members
    }

    private static func geometry(_ node: Node, _ declaration: Declaration) throws(BadSource) -> EsriGeometry {
        let json = node.json
        if let curves = node["curvePaths"] ?? node["curveRings"] {
            guard let read = EsriGeometry(curved: json) else {
                throw BadSource(curves, "these curves cannot be read: between positions stand c, b or a, the end first")
            }
            return read
        }
        let hasZ = json["hasZ"]?.truth ?? declaration.hasZ
        guard let read = EsriGeometry(esri: json, hasZ: hasZ, hasM: json["hasM"]?.truth ?? declaration.hasM) else {
            throw BadSource(node, "this geometry cannot be read")
        }
        return read
    }
}
