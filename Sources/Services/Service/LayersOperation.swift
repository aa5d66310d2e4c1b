// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The descriptions of layers and tables: one, or all at once.
enum LayersOperation {
    /// The number of layers from which describing them all takes so long that others should not wait for it: about half a
    /// millisecond.
    private static let many = 20

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard service.layers.count > many else { return .json(all(request, service)) }
        return .deferred { [request, service] in .json(all(request, service)) }
    }

    private static func all(_ request: ServiceRequest, _ service: ServiceModel) -> JSON {
        let families = LayerFamilies(service.layers)
        if request.kind == .mapServer, service.isHosted(request.version) {
            let layers = service.layers.map { Description.tileLayer($0, families, isTyped: true) }
            return .object([.init("layers", .array(layers)), .init("tables", .array([]))])
        }
        var (layers, tables): ([JSON], [JSON]) = ([], [])
        for layer in service.layers {
            let json = json(layer, request, service, families)
            if layer.isTable { tables.append(json) } else { layers.append(json) }
        }
        return .object([.init("layers", .array(layers)), .init("tables", .array(tables))])
    }

    static func layer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try request.layer(request.names["layer"] ?? "", in: service)
        return .json(request.asksForUpdates ? updates(layer, request, service) : json(layer, request, service))
    }

    /// The same of a layer as of a root: its time extent, or an empty answer (documented). Esri's API for JavaScript also
    /// reads its id and its extent, which hosted layers give.
    private static func updates(_ layer: Layer, _ request: ServiceRequest, _ service: ServiceModel) -> JSON {
        let time = layer.timeExtent.map { JSON.array([.number(String($0.from)), .number(String($0.to))]) }
        let timely = time.map { [JSON.Member("timeExtent", $0)] } ?? []
        guard request.version.isOnline else { return .object(timely) }
        let extent = JSON.Member("extent", Description.layerExtent(service.subject(request.version, layer)))
        return .object([.init("id", .int(layer.id)), extent] + timely)
    }

    private static func json(
        _ layer: Layer, _ request: ServiceRequest, _ service: ServiceModel, _ families: LayerFamilies? = nil
    ) -> JSON {
        if let pasted = layer.pasted { return pasted }
        let version = request.version
        let description: Description =
            switch (request.kind, service.isHosted(version)) {
            case (.mapServer, _): .mapLayer
            case (_, true): .hostedLayer
            case (_, false): service.isPro(version) ? .proFeatureLayer : .featureLayer
            }
        return description.json(service.subject(version, layer, isMap: request.kind == .mapServer, families))
    }
}
