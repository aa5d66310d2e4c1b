// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The content of a portal: items of the scenario, and those of every service of a federated server.
extension Deployment {
    /// Returns all items, with URLs as the client addresses the sites. An item whose `url` is a service's is that
    /// service's item. `isWanted` says whether an item is among them, whose URL is not yet filled in.
    func content(
        ofPortal index: Int, _ context: RequestContext, where isWanted: (ContentItem) -> Bool = { _ in true }
    ) -> [ContentItem] {
        let items = portals[index].items
        // Items are read where they stand: they are large to copy.
        let written = items.indices.filter { isWanted(items[$0]) }.map { filled(items[$0], context) }
        let made = servers.indices.filter { servers[$0].federation?.portal == index }.flatMap { server in
            servers[server].services.filter { $0.running != .missing }.flatMap { service in
                service.types.map { serviceItem(server, service, $0) }.filter(isWanted).map { filled($0, context) }
            }
        }
        guard !made.isEmpty else { return written }
        let taken = Set(items.indices.compactMap { items[$0].url.flatMap { PlainURL(filled($0, context)) } })
        return written + made.filter { item in !(item.url.flatMap(PlainURL.init).map(taken.contains) ?? false) }
    }

    /// The number of items that there are at most.
    func countOfContent(ofPortal index: Int) -> Int {
        let made = servers.indices.filter { servers[$0].federation?.portal == index }.map { servers[$0].services.count }
        return portals[index].items.count + made.reduce(0, +)
    }

    func item(_ id: String, ofPortal index: Int, _ context: RequestContext) -> ContentItem? {
        if let number = written(id, index) { return filled(portals[index].items[number], context) }
        return content(ofPortal: index, context) { $0.id == id }.first
    }

    /// Returns the id of a service's item, which is the `serviceItemId` of its root and in the `portalItems` of its
    /// administration.
    func itemID(server: Int, _ service: ServiceState, _ type: String, _ context: RequestContext) -> String {
        let made = Item.id(servers[server].name, service.name, type)
        guard let index = servers[server].federation?.portal, !portals[index].items.isEmpty else { return made }
        let url = PlainURL("\(url(ofServer: server, context))/rest/services/\(service.name)/\(type)")
        return portals[index].items.first { item in
            item.url.flatMap { PlainURL(filled($0, context)) } == url
        }?.id ?? made
    }

    /// Returns whether the caller may see it. Anonymous callers do not see items of an owner, a group or the
    /// organization.
    func maySee(_ item: ContentItem, _ caller: Caller) -> Bool { maySee(item.access, owner: item.owner, caller) }

    /// Returns the item that a service has by default, with its URL not yet filled in.
    func serviceItem(_ server: Int, _ service: ServiceState, _ type: String) -> ContentItem {
        let name = service.name.split(separator: "/").last.map(String.init) ?? service.name
        let itemType = ContentItem.type(ofService: type)
        var item = ContentItem(id: Item.id(servers[server].name, service.name, type), title: name, type: itemType)
        item.owner = service.owner
        item.name = name
        item.typeKeywords = ["ArcGIS Server", "Data", "Service", itemType]
        if type == "FeatureServer" { item.typeKeywords.append("Feature Access") }
        if type == "FeatureServer" || type == "MapServer" {
            item.typeKeywords.append(service.map.layers.count == 1 ? "Singlelayer" : "Multilayer")
        }
        item.typeKeywords.sort()
        if service.folder == "Hosted" { item.typeKeywords.append("Hosted Service") }
        item.extent = service.map.extentInDegrees
        item.url = "{server.\(servers[server].name)}/rest/services/\(service.name)/\(type)"
        item.access = service.itemAccess
        return item
    }

    /// The items of a server's services stay when it leaves the portal; hosted ones lose the word for it
    /// (docs/reference/federation.md#rules).
    mutating func orphan(_ server: Int, portal: Int) {
        for service in servers[server].services where service.running != .missing {
            for type in service.types {
                var item = serviceItem(server, service, type)
                item.typeKeywords.removeAll { $0 == "Hosted Service" }
                let isWritten = portals[portal].items.contains {
                    self.service(ofItem: $0.id, portal).map {
                        $0.server == server && servers[server].services[$0.service].name == service.name
                            && $0.type == type
                    } ?? false
                }
                if !isWritten { portals[portal].items.append(item) }
            }
        }
    }

    private func filled(_ item: ContentItem, _ context: RequestContext) -> ContentItem {
        var item = item
        item.url = item.url.map { filled($0, context) }
        return item
    }

    /// Returns the text with `{portal}` and `{server}`, also with a name, filled in as the client addresses them.
    func filled(_ text: String, _ context: RequestContext) -> String {
        guard text.contains("{") else { return text }
        var text = text
        for (index, portal) in portals.enumerated() {
            let url = url(ofPortal: index, context)
            if index == 0 { text = text.replacing("{portal}", with: url) }
            text = text.replacing("{portal.\(portal.name)}", with: url)
        }
        for (index, server) in servers.enumerated() {
            let url = url(ofServer: index, context)
            if index == 0 { text = text.replacing("{server}", with: url) }
            text = text.replacing("{server.\(server.name)}", with: url)
        }
        return text
    }

    /// Returns the value with placeholders in every string filled in.
    func filled(_ json: JSON, _ context: RequestContext) -> JSON {
        switch json {
        case .string(let text): .string(filled(text, context))
        case .array(let elements): .array(elements.map { filled($0, context) })
        case .object(let members): .object(members.map { .init($0.name, filled($0.value, context)) })
        default: json
        }
    }

    /// Returns the index of an item of the scenario.
    func written(_ id: String, _ portal: Int) -> Int? { portals[portal].items.firstIndex { $0.id == id } }

    /// Returns the service of an item.
    func service(ofItem id: String, _ portal: Int) -> (server: Int, service: Int, type: String)? {
        let url = written(id, portal).flatMap { portals[portal].items[$0].url }
        for server in servers.indices where servers[server].federation?.portal == portal {
            for (number, service) in servers[server].services.enumerated() where service.running != .missing {
                for type in service.types {
                    let path = "/rest/services/\(service.name)/\(type)"
                    let urls = ["{server.\(servers[server].name)}\(path)"] + (server == 0 ? ["{server}\(path)"] : [])
                    if Item.id(servers[server].name, service.name, type) == id || url.map(urls.contains) == true {
                        return (server, number, type)
                    }
                }
            }
        }
        return nil
    }
}

extension ContentItem {
    /// Returns the item type for a type of service.
    static func type(ofService type: String) -> String {
        switch type {
        case "FeatureServer": "Feature Service"
        case "ImageServer": "Image Service"
        case "GeocodeServer": "Geocoding Service"
        case "GPServer": "Geoprocessing Service"
        case "VectorTileServer": "Vector Tile Service"
        case "SceneServer": "Scene Service"
        case "GeometryServer": "Geometry Service"
        case "NAServer": "Network Analysis Service"
        case "GeoDataServer": "Geodata Service"
        case "GlobeServer": "Globe Service"
        case "StreamServer": "Stream Service"
        case "WorkflowManagerServer": "Workflow Manager Service"
        case "GeoEnrichmentServer": "Geoenrichment Service"
        case "KnowledgeGraphServer": "Knowledge Graph"
        default: "Map Service"
        }
    }
}
