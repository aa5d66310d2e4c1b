// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats

/// A word of `capabilities`. Descriptions print the list that `ServiceModel.capabilities(_:_:_:)` returns, and resources
/// check the same one, so that what is announced is what is answered.
package enum Capability: String, Sendable, CaseIterable {
    case map = "Map"
    case query = "Query"
    case data = "Data"
    case create = "Create"
    case update = "Update"
    case delete = "Delete"
    case editing = "Editing"
    case sync = "Sync"
    case changeTracking = "ChangeTracking"
    case extract = "Extract"
    case tilesOnly = "TilesOnly"
    case tilemap = "Tilemap"
    case image = "Image"
    case catalog = "Catalog"
    case geocode = "Geocode"
    case reverseGeocode = "ReverseGeocode"
    case suggest = "Suggest"
    case uploads = "Uploads"
    case edit = "Edit"

    /// Returns whether a list has the word, in any case, with or without blanks.
    func isIn(_ list: String) -> Bool {
        ASCII.list(list, has: rawValue)
    }

    /// Returns whether a list allows what requires the capability. A service of tiles only gives those, whatever else its
    /// list says: hosted ones list `Map,TilesOnly,Tilemap` (captured).
    package func isAllowed(by list: String) -> Bool {
        // Most maps have this list, and every request asks.
        if list == "Map,Query,Data" { return self == .map || self == .query || self == .data }
        if isIn(list) { return self == .tilemap || !Capability.tilesOnly.isIn(list) }
        // Before 10.1, one word stood for all of them.
        guard self == .create || self == .update || self == .delete, Capability.editing.isIn(list),
            !Capability.tilesOnly.isIn(list)
        else { return false }
        return ![Capability.create, .update, .delete].contains { $0.isIn(list) }
    }

    /// What a resource requires: a word, and how it refuses without it.
    struct Requirement: Sendable {
        var capability: Capability
        var rule: Rule
        var body: ErrorBody

        init(_ capability: Capability, _ rule: Rule, _ body: ErrorBody) {
            (self.capability, self.rule, self.body) = (capability, rule, body)
        }
    }
}

extension ServiceModel {
    /// Returns the list that a description prints: of a layer, or of a root.
    package func capabilities(_ kind: ServiceKind, _ layer: Layer? = nil, _ version: Version) -> String {
        capabilities(kind, pasted: layer == nil ? pasted : layer?.pasted, layer?.capabilities, version)
    }

    /// Returns the list of the layer at an index, which is too large to copy for each request.
    func capabilities(_ kind: ServiceKind, layerAt index: Int, _ version: Version) -> String {
        capabilities(kind, pasted: layers[index].pasted, layers[index].capabilities, version)
    }

    private func capabilities(_ kind: ServiceKind, pasted: JSON?, _ own: String?, _ version: Version) -> String {
        if let text = pasted?["capabilities"]?.text { return text }
        switch kind {
        case .featureServer: return own ?? feature.capabilities ?? "Query"
        case .mapServer: return own ?? mapCapabilities(version)
        case .imageServer:
            return imagery?["capabilities"]?.text ?? capabilities
                ?? (layers.first?.store == nil ? "Image" : "Catalog,Image")
        case .geocodeServer: return capabilities ?? "Geocode,ReverseGeocode,Suggest"
        case .vectorTileServer: return "TilesOnly"
        case .gpServer, .geometryServer, .naServer, .sceneServer, .streamServer: return capabilities ?? ""
        }
    }

    private func mapCapabilities(_ version: Version) -> String {
        capabilities ?? (isTileService(version) ? "Map,TilesOnly,Tilemap" : "Map,Query,Data")
    }

    /// Returns whether the map is a hosted tile service: its root differs, and only its tiles can be had.
    func isTileService(_ version: Version) -> Bool { isHosted(version) && cache != nil }

    /// Returns whether the list allows what requires a capability.
    func allows(_ capability: Capability, _ kind: ServiceKind, _ layer: Layer? = nil, _ version: Version) -> Bool {
        capability.isAllowed(by: capabilities(kind, layer, version))
    }

    func may(_ capability: Capability, _ layer: Layer, _ version: Version) -> Bool {
        allows(capability, .featureServer, layer, version)
    }
}

extension ServiceRequest {
    /// Refuses what requires a capability that the layer in the path, or the service, does not list.
    func needs(_ required: Capability.Requirement, of service: ServiceModel) throws(ServiceError) {
        var layer: Int?
        if let id = names["layer"] {
            // An unknown layer is refused as such.
            guard let index = index(ofLayer: id, in: service) else { return }
            layer = index
        }
        let list =
            layer.map { service.capabilities(kind, layerAt: $0, version) } ?? service.capabilities(kind, nil, version)
        guard !required.capability.isAllowed(by: list) else { return }
        let word = required.capability.rawValue
        let isNow = kind == .mapServer && version >= .v11_0 && !version.isOnline
        throw ServiceError(
            isNow ? Maps.ErrorBodies.capabilityNow : required.body,
            Verdict(
                required.rule,
                facts: [
                    .init("needs", word), .init("capabilities", list),
                    .init(
                        layer == nil ? "service" : "layer", layer.map { String(service.layers[$0].id) } ?? serviceName),
                ], wouldPass: "capabilities with \(word)"))
    }
}
