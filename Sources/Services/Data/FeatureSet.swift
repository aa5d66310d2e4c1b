// SPDX-License-Identifier: Apache-2.0

import Formats

/// A reader of layers from an Esri FeatureSet, the JSON answer of a query.
enum FeatureSet {
    static func read(_ root: JSON, _ declaration: LayerDeclaration) throws(SourceValueError) -> LayerData {
        guard case .array(let features) = root["features"] else {
            throw SourceValueError([.name("features")], "a FeatureSet has a list \"features\"")
        }
        let whole = LayerDeclaration(described: root).with(declaration)
        var table = RowTable(values: "attributes")
        for (index, feature) in features.enumerated() {
            let way = [SourceValueError.Step.name("features"), .index(index)]
            guard let values = feature["attributes"]?.members else {
                throw SourceValueError(way + [.name("attributes")], "a feature of a FeatureSet has \"attributes\"")
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
        _ geometry: JSON, _ declaration: LayerDeclaration, _ way: [SourceValueError.Step]
    ) throws(SourceValueError) -> EsriGeometry {
        if let curves = ["curvePaths", "curveRings"].first(where: { geometry[$0] != nil }) {
            guard let read = EsriGeometry(curved: geometry) else {
                throw SourceValueError(
                    way + [.name(curves)],
                    "these curves cannot be read: between positions stand c, b or a, the end first")
            }
            return read
        }
        let hasZ = geometry["hasZ"]?.truth ?? declaration.hasZ
        let hasM = geometry["hasM"]?.truth ?? declaration.hasM
        guard let read = EsriGeometry(esri: geometry, hasZ: hasZ, hasM: hasM) else {
            throw SourceValueError(way, "this geometry cannot be read")
        }
        return read
    }
}
