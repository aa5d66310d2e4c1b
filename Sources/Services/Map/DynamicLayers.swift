// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The value of `dynamicLayers`: layers of one request, derived from those of the map (documented of export, 10.1).
struct DynamicLayers: Sendable {
    /// The reason that a request's layers are impossible.
    enum Problem: Error, Sendable {
        /// Invalid, with what would be valid.
        case unread(String)
        /// Layers of data outside the map, and other versions of a geodatabase.
        case notEmulated(String)
    }

    /// The layers, from top to bottom.
    let layers: [Layer]

    init(_ text: String, of service: ServiceModel) throws(Problem) {
        guard let entries = (try? JSONReader.read(json5: Array(text.utf8)))?.elements else {
            throw .unread(#"a list: [{"id":0,"source":{"type":"mapLayer","mapLayerId":0}}]"#)
        }
        var layers: [Layer] = []
        for entry in entries { layers.append(try DynamicLayers.layer(entry, of: service)) }
        guard Set(layers.map(\.id)).count == layers.count else { throw .unread("an id of its own for each layer") }
        self.layers = layers
    }

    private static func layer(_ json: JSON, of service: ServiceModel) throws(Problem) -> Layer {
        guard let id = json["id"]?.integer else { throw .unread("a number as the id of each layer") }
        var layer = try table(json["source"], id, of: service)
        layer.id = id
        layer.parent = nil
        layer.isVisible = true
        layer.name = json["name"]?.text ?? layer.name
        // The map's own definition applies too (inferred).
        if let definition = json["definitionExpression"]?.text, !definition.isEmpty {
            layer.definition = layer.definition.map { "(\($0)) AND (\(definition))" } ?? definition
        }
        layer.minScale = json["minScale"]?.finite ?? layer.minScale
        layer.maxScale = json["maxScale"]?.finite ?? layer.maxScale
        if let drawing = json["drawingInfo"] { try present(drawing, &layer) }
        return layer
    }

    /// Returns the layer that a source names: one of the map, or a join of some of them. A table of a workspace, or a query
    /// of one, needs a geodatabase that a scenario does not have.
    private static func table(
        _ source: JSON?, _ id: Int, of service: ServiceModel
    ) throws(Problem) -> Layer {
        switch source?["type"]?.text {
        case nil, "mapLayer": break
        case "dataLayer":
            guard let data = source?["dataSource"], data.members != nil else {
                throw .notEmulated("source.type dataLayer")
            }
            return try table(data, id, of: service)
        case "joinTable":
            guard let source else { break }
            return try JoinedLayer(source) { inner throws(Problem) in try table(inner, id, of: service) }.layer()
        case "table"?, "queryTable"?, "raster"?:
            throw .notEmulated("source.type \(source?["type"]?.text ?? ""), of a workspace")
        case let type?: throw .notEmulated("source.type \(type)")
        }
        if let version = source?["gdbVersion"]?.text, !version.isEmpty { throw .notEmulated("source.gdbVersion") }
        // Without a source, it is the layer with that id (inferred).
        let origin = source?["mapLayerId"]?.integer ?? id
        guard let layer = service.layers.first(where: { $0.id == origin }) else {
            throw .unread("mapLayerId: \(service.layers.map { String($0.id) }.joined(separator: ", "))")
        }
        return layer
    }

    private static func present(_ drawing: JSON, _ layer: inout Layer) throws(Problem) {
        if let renderer = drawing["renderer"], renderer.members != nil { layer.renderer = renderer }
        layer.transparency = drawing["transparency"]?.finite.map { min(100, max(0, $0)) } ?? layer.transparency
        if let labels = drawing["labelingInfo"]?.elements {
            for label in labels {
                do throws(LabelClass.Unread) {
                    _ = try LabelClass(json: label, fields: layer.data?.fields ?? [])
                } catch {
                    throw .unread((error.keys + [error.suggestion ?? error.reason]).joined(separator: ": "))
                }
            }
            layer.labelingInfo = .array(labels)
        }
        if drawing["showLabels"]?.truth == false { layer.labelingInfo = .array([]) }
    }
}

extension ServiceRequest {
    /// Returns the request for the layers that it defines itself, if any. Then `layers` and `layerDefs` are ignored
    /// (documented of export); `keeping` names parameters that still apply.
    ///
    /// Before 10.1, and where the root has `supportsDynamicLayers: false`, the definition is ignored (documented of the
    /// SOAP interface).
    func dynamic(
        of service: ServiceModel, keeping kept: Set<String> = []
    ) throws(ServiceError) -> (request: ServiceRequest, service: ServiceModel) {
        // A word that is no JSON counts as absent (inferred), as of layerDefs.
        guard let text = given("dynamiclayers"), text != "[]", text.contains(where: { "[{".contains($0) }),
            service.supportsDynamicLayers(version)
        else { return (self, service) }
        do throws(DynamicLayers.Problem) {
            var (request, service) = (self, service)
            service.layers = try DynamicLayers(text, of: service).layers
            let ignored = Set(["layers", "layerdefs", "layertimeoptions"]).subtracting(kept)
            request.parameters.removeAll { ignored.contains($0.name) }
            return (request, service)
        } catch {
            switch error {
            case .unread(let wouldPass): throw badMapParameter("dynamicLayers", text, wouldPass)
            case .notEmulated(let what): throw notEmulated("dynamicLayers", what)
            }
        }
    }
}

extension ServiceModel {
    /// Returns the value in its root.
    func supportsDynamicLayers(_ version: Version) -> Bool {
        guard version >= .v10_1 else { return false }
        return hasDynamicLayers ?? (pasted ?? described)?["supportsDynamicLayers"]?.truth ?? true
    }
}
