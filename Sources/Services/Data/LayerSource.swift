// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// The content of a source: rows, and a description of the layer.
package struct LayerSource: Sendable {
    package var store: FeatureStore?
    /// The layer's description, if the source is one.
    package var description: JSON?

    package init(store: FeatureStore?, description: JSON? = nil) {
        (self.store, self.description) = (store, description)
    }

    /// Reads a GeoJSON FeatureCollection, an Esri FeatureSet, or a server's description of a layer; its members show
    /// which it is.
    static func read(
        _ bytes: [UInt8], file: String, _ declaration: LayerDeclaration
    ) -> Result<LayerSource, LayerSourceError> {
        var collection = GeoJSON()
        let read = try? JSONReader.read(json5: bytes, giving: "features", begins: GeoJSON.begins) { collection.add($0) }
        guard let root = read else {
            let problem = Finding(file: file, position: Position(line: 1, column: 1), message: "no JSON")
            return .failure(LayerSourceError(JSON5Reader.read(bytes, file: file).1.first ?? problem))
        }
        do throws(SourceValueError) {
            return .success(try layer(root, &collection, declaration))
        } catch {
            return .failure(LayerSourceError(error, in: bytes, file: file))
        }
    }

    private static func layer(
        _ root: JSON, _ collection: inout GeoJSON, _ declaration: LayerDeclaration
    ) throws(SourceValueError) -> LayerSource {
        if root["type"]?.text == "FeatureCollection" {
            return LayerSource(store: FeatureStore(try collection.layer(root, declaration)))
        }
        if root["error"] != nil {
            throw SourceValueError([.name("error")], "this is an error that a server answered, no layer")
        }
        if root["features"] != nil {
            return LayerSource(store: FeatureStore(try FeatureSet.read(root, declaration)))
        }
        if let type = root["type"]?.text, Layer.Kind(rawValue: type) != nil {
            return try described(root, declaration)
        }
        throw SourceValueError([], "expected a GeoJSON FeatureCollection, an Esri FeatureSet or a layer's description")
    }

    private static func described(_ json: JSON, _ declaration: LayerDeclaration) throws(SourceValueError) -> LayerSource
    {
        let whole = LayerDeclaration(described: json).with(declaration)
        // Group layers and raster layers have no fields: `null` in answers.
        guard json["fields"]?.elements != nil else { return LayerSource(store: nil, description: json) }
        var table = RowTable()
        var data = try table.layer(whole)
        data.extent = json["extent"].flatMap(Envelope.init(json:))
        if let display = json["displayField"]?.text, !display.isEmpty { data.displayField = display }
        return LayerSource(store: FeatureStore(data), description: json)
    }
}
