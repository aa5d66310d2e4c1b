// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// What is so after a publication.
extension Deployment {
    /// Returns whether a publication may replace the data of a service: one's own.
    func mayReplace(_ service: Int, _ place: HostedService.Place) -> Bool {
        servers[place.server].services[service].owner == place.owner
    }

    /// Replaces the data of a service, which keeps its item, its name and the presentation of its layers.
    mutating func replace(
        _ number: Int, _ features: HostedFeatures, _ place: HostedService.Place, _ context: RequestContext, keeps: Bool
    ) -> String {
        let id = itemID(server: place.server, servers[place.server].services[number], "FeatureServer", context)
        if !keeps {
            let old = servers[place.server].services[number].map.layers
            servers[place.server].services[number].map.layers = features.layers.map { new in
                guard var layer = old.first(where: { $0.id == new.id }) else { return new }
                (layer.source, layer.edits, layer.attachments) = (new.source, nil, Attachments())
                layer.displayField = nil
                return layer
            }
        }
        servers[place.server].services[number].change = features.due.map { ServiceState.Change(ends: $0) }
        change(item: id, portal: place.portal) { $0.modified = context.now }
        return id
    }

    /// Relates a service to its data, and keeps the parameters, which clients read to publish once more.
    mutating func note(_ request: PublishRequest, publishedAs id: String, _ index: Int, _ context: RequestContext) {
        if let source = request.item?.id {
            let relation = ContentState.Relationship(origin: id, destination: source, type: "Service2Data")
            if !portals[index].content.relationships.contains(relation) {
                portals[index].content.relationships.append(relation)
            }
        }
        guard let parameters = request.parameters else { return }
        portals[index].content.write(
            ItemResource(
                name: "publishParameters.json", type: FileType.of("a.json"), bytes: JSONWriter.json(parameters),
                created: context.now), of: id)
    }
}
