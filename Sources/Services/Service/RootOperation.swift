// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The root of a MapServer or a FeatureServer.
enum RootOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        if request.format == "kmz" {
            try request.givesKML(service)
            return KMLOperation.root(request, service)
        }
        if request.kind == .mapServer, request.asksForUpdates { return .json(updates(request, service)) }
        if let pasted = service.pasted { return .json(pasted) }
        let description: Description =
            switch (request.kind, service.isHosted(request.version)) {
            case (.mapServer, _): service.isTileService(request.version) ? .tileService : .mapServer
            case (_, true): .hostedServer
            case (_, false): .featureServer
            }
        let subject = service.subject(request.version)
        guard service.layers.count > many else { return .json(description.json(subject)) }
        return .deferred { .json(description.json(subject)) }
    }

    /// The number of layers from which listing them takes so long that others should not wait for it: about half a
    /// millisecond.
    private static let many = 200

    /// What changes while a service runs, and nothing else: the time extent if there is one, and from 10.5 on the spatial
    /// one (documented).
    private static func updates(_ request: ServiceRequest, _ service: ServiceModel) -> JSON {
        let subject = service.subject(request.version)
        var members: [JSON.Member] = []
        if let time = Description.serviceTime(subject)?["timeExtent"] { members.append(.init("timeExtent", time)) }
        if request.version.hasUpdatedExtent {
            members.append(.init("fullExtent", Description.serviceExtent("fullExtent", subject)))
        }
        return .object(members)
    }
}

extension ServiceRequest {
    /// `returnUpdates=true`, which came at 10.1 (documented: map-service, layer-feature-service).
    var asksForUpdates: Bool { version >= .v10_1 && isTrue("returnupdates") }
}

extension ServiceModel {
    /// What a description is of: the service, or one of its layers, whose groups may be known.
    func subject(
        _ version: Version, _ layer: Layer? = nil, isMap: Bool = false, _ families: LayerFamilies? = nil
    ) -> Description.Subject {
        Description.Subject(version: version, service: self, layer: layer, isMap: isMap, known: families)
    }
}
