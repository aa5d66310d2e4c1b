// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// The layers of a file that a client uploads: to be published, generated from or appended.
package enum UploadedLayers {
    package enum Format: String, Sendable, CaseIterable {
        case geoJSON = "geojson"
        case csv
        case featureCollection
        case shapefile
    }

    /// The reason that a file cannot be read.
    package struct Failure: Error, Sendable {
        package var reason: String

        package init(_ reason: String) { self.reason = reason }
    }

    /// Returns the layers of a file. `parameters` are those of `publish`: its name, its columns, its `layerInfo`.
    package static func read(
        _ bytes: [UInt8], _ format: Format, name: String, _ parameters: JSON
    ) throws(Failure) -> [Layer] {
        switch format {
        case .geoJSON: [try geoJSON(bytes, name, parameters)]
        case .csv: [try csv(bytes, name, parameters)]
        case .featureCollection: try collection(bytes, name)
        case .shapefile: try shapefiles(bytes, name)
        }
    }

    private static func geoJSON(_ bytes: [UInt8], _ name: String, _ parameters: JSON) throws(Failure) -> Layer {
        let declared = LayerDeclaration(described: parameters["layerInfo"] ?? .null)
        return try layer(0, name, source(bytes, name, declared), parameters["layerInfo"])
    }

    private static func source(
        _ bytes: [UInt8], _ name: String, _ declaration: LayerDeclaration
    ) throws(Failure) -> LayerSource {
        switch LayerSource.read(bytes, file: name, declaration) {
        case .success(let source): return source
        case .failure(let bad): throw Failure(bad.finding.message)
        }
    }

    /// Returns a layer, with the name and the presentation of its definition.
    private static func layer(
        _ id: Int, _ name: String, _ source: LayerSource, _ definition: JSON?
    ) throws(Failure) -> Layer {
        guard let store = source.store else { throw Failure("the file describes a layer and has no rows") }
        var layer = Layer(id: id, name: name, store: store)
        guard let definition, definition.members != nil else { return layer }
        layer.name = definition["name"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? name
        if let renderer = definition["drawingInfo"]?["renderer"], renderer.members != nil { layer.renderer = renderer }
        layer.templates = definition["templates"].flatMap { $0.elements == nil ? nil : $0 }
        layer.hasAttachments = definition["hasAttachments"]?.truth ?? false
        return layer
    }

    /// A feature collection of a map: `layers` with a definition and a feature set each.
    private static func collection(_ bytes: [UInt8], _ name: String) throws(Failure) -> [Layer] {
        guard let root = try? JSONReader.read(bytes) else { throw Failure("the text is not JSON") }
        let given = root["layers"]?.elements ?? root["featureCollection"]?["layers"]?.elements
        guard let given, !given.isEmpty else { throw Failure("a feature collection has a list \"layers\"") }
        var layers: [Layer] = []
        for (index, one) in given.enumerated() {
            let definition = one["layerDefinition"] ?? .null
            let declared = LayerDeclaration(described: definition)
            guard let set = one["featureSet"], set["features"]?.elements != nil else {
                throw Failure("a layer of a feature collection has a featureSet with features")
            }
            let title = definition["name"]?.text ?? (given.count == 1 ? name : "\(name) \(index)")
            layers.append(
                try layer(index, title, source(JSONWriter.json(set), name, declared), definition))
        }
        return layers
    }

    private static func shapefiles(_ bytes: [UInt8], _ name: String) throws(Failure) -> [Layer] {
        guard let archive = ZIPArchive(bytes) else { throw Failure("the file is not a ZIP archive") }
        let shapes = archive.entries.filter { $0.name.lowercased().hasSuffix(".shp") }
        guard !shapes.isEmpty else { throw Failure("the archive has no .shp file") }
        var layers: [Layer] = []
        for (index, shape) in shapes.enumerated() {
            let stem = String(shape.name.dropLast(4))
            func beside(_ type: String) -> [UInt8]? {
                archive.entries.first { ASCII.equal($0.name, "\(stem).\(type)") }?.bytes
            }
            let file = stem.split(separator: "/").last.map(String.init) ?? stem
            let data = try Shapefile.read(
                shape.bytes, attributes: beside("dbf"), reference: beside("prj"), encoding: beside("cpg"))
            layers.append(Layer(id: index, name: shapes.count == 1 ? name : file, store: FeatureStore(data)))
        }
        return layers
    }
}
