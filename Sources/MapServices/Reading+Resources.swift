import Facts
import Formats

extension MapServices {
    /// What services say of themselves.
    static let described: [Resource] = [
        Resource(
            "", [.mapServer, .featureServer], "The service.", evidence: .captured("services-reference sections 2 and 4")
        ) { $0.added(to: $0.root()) },
        Resource(
            "layers", [.mapServer, .featureServer], "All layers at once.",
            evidence: .captured("services-reference 2.2")
        ) { $0.layers() },
        Resource(
            "{layer}", [.mapServer, .featureServer], "One layer.", evidence: .captured("services-reference 2.2 and 4")
        ) { $0.layer($0.names["layer"] ?? "") },
    ]
}

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
        .json(
            .object([
                .init("layers", .array(service.layers.filter { !$0.isTable }.map(json))),
                .init("tables", .array(service.layers.filter(\.isTable).map(json))),
            ]))
    }

    private func json(_ layer: Layer) -> JSON {
        if let pasted = layer.pasted { return pasted }
        let shape: Shape = kind == .mapServer ? .mapLayer : .featureLayer
        return shape.json(Shape.Subject(version: version, service: service, layer: layer))
    }

    func find(_ id: String) -> Swift.Result<Layer, Refused> {
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

    /// A layer that has rows.
    func findRows(_ id: String) -> Swift.Result<(layer: Layer, store: FeatureStore), Refused> {
        find(id).flatMap { layer in
            if let store = layer.store { return .success((layer, store)) }
            return .failure(
                Refused(
                    code: 400, message: "Requested operation is not supported by this service.",
                    details: ["The requested capability is not supported."],
                    because: Because(
                        MapServices.Rules.noRows, facts: [.init("layer", id), .init("type", layer.kind.rawValue)],
                        wouldPass: "a layer or table with rows")))
        }
    }
}
