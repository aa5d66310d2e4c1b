import Formats

/// Reads a layer from an Esri FeatureSet: what a query answers as JSON.
enum FeatureSet {
    static func read(_ root: JSON, _ declaration: Declaration) throws(BadValue) -> LayerData {
        guard case .array(let features) = root["features"] else {
            throw BadValue([.name("features")], "a FeatureSet has a list \"features\"")
        }
        let whole = Declaration(described: root).with(declaration)
        var table = RowTable(values: "attributes")
        for (place, feature) in features.enumerated() {
            let way = [BadValue.Step.name("features"), .index(place)]
            guard let values = feature["attributes"]?.members else {
                throw BadValue(way + [.name("attributes")], "a feature of a FeatureSet has \"attributes\"")
            }
            var shape: EsriGeometry?
            if let geometry = feature["geometry"], geometry != .null {
                shape = try read(geometry, whole, way + [.name("geometry")])
            }
            try table.add(values, shape)
        }
        return try table.layer(whole)
    }

    private static func read(
        _ geometry: JSON, _ declaration: Declaration, _ way: [BadValue.Step]
    ) throws(BadValue) -> EsriGeometry {
        if let curves = ["curvePaths", "curveRings"].first(where: { geometry[$0] != nil }) {
            guard let read = EsriGeometry(curved: geometry) else {
                throw BadValue(
                    way + [.name(curves)],
                    "these curves cannot be read: between positions stand c, b or a, the end first")
            }
            return read
        }
        let hasZ = geometry["hasZ"]?.truth ?? declaration.hasZ
        let hasM = geometry["hasM"]?.truth ?? declaration.hasM
        guard let read = EsriGeometry(esri: geometry, hasZ: hasZ, hasM: hasM) else {
            throw BadValue(way, "this geometry cannot be read")
        }
        return read
    }
}
