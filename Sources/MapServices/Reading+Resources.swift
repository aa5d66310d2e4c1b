import Facts
import Formats

/// The resources of a service that are not queries: its root, its layers.
extension Reading {
    /// The service itself.
    package func root() -> Result {
        if let pasted = service.pasted { return .json(pasted) }
        let shape: Shape = kind == .mapServer ? .mapServer : .featureServer
        return .json(shape.json(Shape.Subject(version: version, service: service, layer: nil)))
    }

    /// One layer or table.
    package func layer(_ id: String) -> Result {
        switch find(id) {
        case .failure(let refused): return .refused(refused)
        case .success(let layer): return .json(json(layer))
        }
    }

    /// All layers and tables at once.
    package func layers() -> Result {
        let (layers, tables) = (
            service.layers.filter { $0.store.layer.geometryType != nil },
            service.layers.filter { $0.store.layer.geometryType == nil }
        )
        return .json(
            .object([.init("layers", .array(layers.map(json))), .init("tables", .array(tables.map(json)))]))
    }

    private func json(_ layer: MapService.Layer) -> JSON {
        let shape: Shape = kind == .mapServer ? .mapLayer : .featureLayer
        return shape.json(Shape.Subject(version: version, service: service, layer: layer))
    }

    func find(_ id: String) -> Swift.Result<MapService.Layer, Refused> {
        guard let layer = service.layers.first(where: { String($0.id) == id }) else {
            let ids = service.layers.map { String($0.id) }.joined(separator: ", ")
            // No server's own words were captured for this; the general ones of a bad parameter are given.
            return .failure(
                Refused(
                    code: 400, message: "Invalid or missing input parameters.", details: [],
                    because: Because(
                        MapServices.Rules.unknownLayer, facts: [.init("layer", id), .init("service", service.name)],
                        wouldPass: ids.isEmpty ? "a service with layers" : "one of \(ids)")))
        }
        return .success(layer)
    }
}
