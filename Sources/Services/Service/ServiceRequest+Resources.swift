// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension MapServices {
    /// The resources that describe services.
    static let described: [Resource] = [
        Resource(
            "", [.mapServer, .featureServer], "The service.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md")
        ) { $0.root() },
        Resource(
            "layers", [.mapServer, .featureServer], "All layers.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md#layers-legend-item-information")
        ) { $0.layers() },
        Resource(
            "info/iteminfo", [.mapServer, .featureServer], "The service's item information.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/item-information/")
        ) { $0.itemInformation(layer: nil) },
        Resource(
            "queryDomains", [.mapServer, .featureServer], "The domains of several layers.", since: .v10_5_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-domains-feature-service/")
        ) { $0.domains() },
        Resource(
            "{layer}", [.mapServer, .featureServer], "One layer.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md")
        ) { $0.layer($0.names["layer"] ?? "") },
        Resource(
            "{layer}/iteminfo", [.mapServer, .featureServer], "The layer's item information.", since: .v10_6_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/item-information/: of layers since 10.6.1")
        ) { $0.itemInformation(layer: $0.names["layer"]) },
    ]
}

/// The resources of a service that are not queries: its root, its layers.
extension ServiceRequest {
    /// Returns the root of the service.
    package func root() -> Result {
        if kind == .mapServer, asksForUpdates { return .json(updates()) }
        if let pasted = service.pasted { return .json(pasted) }
        let shape: Description =
            switch (kind, service.isHosted(version)) {
            case (.mapServer, true): .tileService
            case (.mapServer, false): .mapServer
            case (_, true): .hostedServer
            case (_, false): .featureServer
            }
        return .json(shape.json(subject()))
    }

    /// `returnUpdates=true`, which came at 10.1 (documented: map-service, layer-feature-service).
    private var asksForUpdates: Bool { version >= .v10_1 && isTrue("returnupdates") }

    /// What changes while a service runs, and nothing else: the time extent if there is one, and from 10.5 on the
    /// spatial one (documented).
    private func updates() -> JSON {
        var members: [JSON.Member] = []
        if let time = Description.serviceTime(subject())?["timeExtent"] { members.append(.init("timeExtent", time)) }
        if version.hasUpdatedExtent {
            members.append(.init("fullExtent", Description.serviceExtent("fullExtent", subject())))
        }
        return .object(members)
    }

    /// Returns what changes of a layer: its time extent, or an empty answer (documented). Esri's API for JavaScript
    /// also reads the id and the extent, which hosted layers give.
    private func updates(_ layer: Layer) -> JSON {
        let time = layer.timeExtent.map { JSON.array([.number(String($0.from)), .number(String($0.to))]) }
        let timely = time.map { [JSON.Member("timeExtent", $0)] } ?? []
        guard version.isOnline else { return .object(timely) }
        let extent = JSON.Member("extent", Description.layerExtent(subject(layer)))
        return .object([.init("id", .int(layer.id)), extent] + timely)
    }

    /// Returns a layer or table.
    package func layer(_ id: String) -> Result {
        switch find(id) {
        case .failure(let refused): return .refused(refused)
        case .success(let layer): return .json(asksForUpdates ? updates(layer) : json(layer))
        }
    }

    /// Returns all layers and tables.
    package func layers() -> Result {
        .json(
            .object([
                .init("layers", .array(service.layers.filter { !$0.isTable }.map(json))),
                .init("tables", .array(service.layers.filter(\.isTable).map(json))),
            ]))
    }

    func subject(_ layer: Layer? = nil) -> Description.Subject {
        Description.Subject(version: version, service: service, layer: layer)
    }

    private func json(_ layer: Layer) -> JSON {
        if let pasted = layer.pasted { return pasted }
        let shape: Description =
            switch (kind, service.isHosted(version)) {
            case (.mapServer, _): .mapLayer
            case (_, true): .hostedLayer
            case (_, false): service.isPro(version) ? .proFeatureLayer : .featureLayer
            }
        return shape.json(subject(layer))
    }

    func find(_ id: String) -> Swift.Result<Layer, Refused> {
        guard let index = service.layers.indices.first(where: { String(service.layers[$0].id) == id }) else {
            let ids = service.layers.map { String($0.id) }.joined(separator: ", ")
            let isHosted = service.isHosted(version)
            // A hosted service answers so for layers too (captured). No server's text was captured for this; it is the
            // general one for an invalid parameter.
            return .failure(
                Refused(
                    code: 400, message: isHosted ? "Invalid URL" : "Invalid or missing input parameters.",
                    details: isHosted ? ["Invalid URL"] : [],
                    verdict: absent(id, ofLayer: false)
                        ?? Verdict(
                            MapServices.Rules.unknownLayer,
                            facts: [.init("layer", id), .init("service", service.name)],
                            wouldPass: ids.isEmpty ? "a service with layers" : "one of \(ids)")))
        }
        return .success(service.layers[index])
    }

    /// Returns a layer that has rows.
    func findRows(_ id: String) -> Swift.Result<(layer: Layer, store: FeatureStore), Refused> {
        switch find(id) {
        case .failure(let refused): return .failure(refused)
        case .success(let layer):
            if let store = layer.store { return .success((layer, store)) }
            return .failure(
                Refused(
                    code: 400, message: "Requested operation is not supported by this service.",
                    details: ["The requested capability is not supported."],
                    verdict: Verdict(
                        MapServices.Rules.noRows, facts: [.init("layer", id), .init("type", layer.kind.rawValue)],
                        wouldPass: "a layer or table with rows")))
        }
    }
}
