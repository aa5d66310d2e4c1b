// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

/// Hosted views: services whose layers show those of another service of the same server.
extension Deployment {
    /// Returns where the source of a view's layer is.
    func source(of view: LayerView, atServer server: Int) -> (service: Int, layer: Int)? {
        let names = ["Hosted/\(view.service)", view.service]
        let service = servers[server].services.indices.first { number in
            servers[server].services[number].running != .missing
                && names.contains(servers[server].services[number].name)
                && servers[server].services[number].types.contains("FeatureServer")
        }
        guard let service,
            let layer = servers[server].services[service].map.layers.firstIndex(where: { $0.id == view.layer })
        else { return nil }
        return (service, layer)
    }

    /// Lets the layers of a view show what their sources have now, if anything was changed since they did.
    mutating func lookThrough(server: Int, service: Int) {
        guard servers[server].services[service].map.isView else { return }
        let sources = servers[server].services[service].map.layers.indices.map { number in
            servers[server].services[service].map.layers[number].view.flatMap { view in
                source(of: view, atServer: server).flatMap { $0.service == service ? nil : $0 }
            }
        }
        let revisions = sources.map { found in found.map { servers[server].services[$0.service].revision } }
        guard !servers[server].services[service].shows(revisions) else { return }
        for (number, found) in sources.enumerated() {
            guard let found else { continue }
            let source = servers[server].services[found.service].map.layers[found.layer]
            servers[server].services[service].map.layers[number].show(source)
        }
        servers[server].services[service].nowShows(revisions)
    }

    /// Returns the layers of a view before a request; `nil` of any other service.
    func seen(server: Int, service: Int) -> [Layer]? {
        servers[server].services[service].map.isView ? servers[server].services[service].map.layers : nil
    }

    /// Passes on to the sources what a request changed through a view.
    mutating func passOn(_ before: [Layer]?, server: Int, service: Int) {
        guard let before else { return }
        for layer in servers[server].services[service].map.layers {
            guard let view = layer.view, let old = before.first(where: { $0.id == layer.id }),
                let found = source(of: view, atServer: server), found.service != service
            else { continue }
            // Whoever is handed a source to change counts as having changed it.
            guard layer.wasEdited(since: old) else { continue }
            layer.pass(to: &servers[server].services[found.service].map.layers[found.layer], unlike: old)
        }
    }

    /// Returns the names of the views that show a service.
    func views(of service: Int, atServer server: Int) -> [String] {
        servers[server].services.filter { other in
            other.map.isView && other.running != .missing
                && other.map.layers.contains { layer in
                    layer.view.flatMap { source(of: $0, atServer: server) }?.service == service
                }
        }.map(\.name)
    }
}
