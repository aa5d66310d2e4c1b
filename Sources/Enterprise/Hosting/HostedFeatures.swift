// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// A hosted feature service that is to be made: its name, its layers, and what `createParameters` or `publishParameters`
/// say of it.
struct HostedFeatures {
    var name: String
    var layers: [Layer] = []
    var parameters: JSON
    /// A Boolean value that indicates whether its layers show those of another service.
    var isView = false
    /// When it answers; `nil`: at once.
    var due: Instant?

    init(_ name: String, _ parameters: JSON, layers: [Layer] = []) {
        (self.name, self.parameters, self.layers) = (name, parameters, layers)
    }

    var fullName: String { "Hosted/\(name)" }

    /// The service; it is hosted software, whatever the server's release runs others in.
    fileprivate func model(_ id: String) -> ServiceModel {
        var map = ServiceModel(
            name: fullName, layers: layers, maxRecordCount: parameters["maxRecordCount"]?.integer,
            hasFeatureServer: true)
        map.runtime = .hosted
        map.description = parameters["serviceDescription"]?.text ?? parameters["description"]?.text ?? ""
        map.copyright = parameters["copyrightText"]?.text ?? ""
        map.feature.capabilities =
            parameters["capabilities"]?.text ?? parameters["layerInfo"]?["capabilities"]?.text
        map.feature.allowsGeometryUpdates = parameters["allowGeometryUpdates"]?.truth ?? true
        map.itemID = id
        map.isView = isView
        return map
    }
}

extension Deployment {
    /// The hosting server of a portal.
    func host(ofPortal index: Int) -> Int? {
        servers.indices.first { servers[$0].federation?.portal == index && servers[$0].isHosting }
    }

    func url(ofHosted name: String, _ place: HostedService.Place, _ context: RequestContext) -> String {
        "\(url(ofServer: place.server, context))/rest/services/Hosted/\(name)/FeatureServer"
    }

    /// Returns whether the hosting server of a portal has a service with that name, in the folder Hosted or not, whose
    /// items are of that type.
    func isTaken(_ name: String, _ type: String, ofPortal index: Int) -> Bool {
        servers.contains { server in
            server.federation?.portal == index && server.isHosting
                && server.services.contains { service in
                    service.running != .missing && ["Hosted/\(name)", name].contains(service.name)
                        && service.types.contains { ContentItem.type(ofService: $0) == type }
                }
        }
    }

    /// Adds a hosted service and its item, and returns the item's id: the one that was asked for, if it is free.
    mutating func add(
        _ features: HostedFeatures, at place: HostedService.Place, asked: String? = nil,
        _ describe: (inout ContentItem) -> Void
    ) -> String {
        let full = features.fullName
        let isFree = asked.map { id in Folder.isID(id) && written(id, place.portal) == nil } ?? false
        let id = isFree ? asked ?? "" : Item.id(servers[place.server].name, full, "FeatureServer")
        var service = ServiceState(
            name: full, types: ["FeatureServer"], access: .owner, itemAccess: .owner, owner: place.owner,
            running: .started, map: features.model(id))
        if let due = features.due { service.change = ServiceState.Change(ends: due) }
        // A deleted one makes way.
        servers[place.server].services.removeAll { $0.name == full && $0.running == .missing }
        servers[place.server].services.append(service)
        addItem(of: service, id, at: place, describe)
        return id
    }

    /// Adds the item of a hosted service, which is there before the service is, and stays if the service fails.
    mutating func addItem(
        of service: ServiceState, _ id: String, at place: HostedService.Place, _ describe: (inout ContentItem) -> Void
    ) {
        var item = serviceItem(place.server, service, "FeatureServer")
        let url = item.url
        describe(&item)
        (item.id, item.owner, item.folder, item.url) = (id, place.owner, place.folder, url)
        item.access = .owner
        item.name = item.name ?? service.name
        item.data = .nothing
        portals[place.portal].items.removeAll { $0.id == id }
        portals[place.portal].items.append(item)
    }

    /// A service that is not there: what an item is made of whose publication fails.
    func unmade(_ features: HostedFeatures, at place: HostedService.Place) -> (service: ServiceState, id: String) {
        let id = Item.id(servers[place.server].name, features.fullName, "FeatureServer")
        let service = ServiceState(
            name: features.fullName, types: ["FeatureServer"], access: .owner, itemAccess: .owner, owner: place.owner,
            running: .missing, map: features.model(id))
        return (service, id)
    }
}
