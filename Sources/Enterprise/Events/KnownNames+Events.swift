// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

extension KnownNames {
    /// Lets something happen to the names, as it would happen to the deployment.
    ///
    /// - Throws: `Event.Impossible` if it could not happen there; then nothing has changed.
    mutating func happen(_ event: Event) throws(Event.Impossible) {
        for name in event.kind.needs where !Event.table.isGiven(name, in: event) {
            throw .init(message: "\"\(event.kind.rawValue)\" needs \"\(name)\"")
        }
        try event.kind.subject.find(&self, event)
    }

    /// The person that an event names.
    func person(_ event: Event) throws(Event.Impossible) -> Person {
        try person(event.user ?? "", portal: event.portal, server: event.server)
    }

    /// The service that an event names.
    func service(_ event: Event) throws(Event.Impossible) -> (server: Int, service: Int) {
        try service(event.service ?? "", server: event.server)
    }

    func site(_ event: Event) throws(Event.Impossible) {
        if let name = event.portal { _ = try portal(name) } else { _ = try server(event.server) }
    }

    mutating func federate(_ event: Event) throws(Event.Impossible) {
        let index = try server(event.server)
        guard servers[index].version.hasPortal else {
            throw .init(message: "a server of \(servers[index].version) stands alone")
        }
        if event.portal != nil || !servers[index].hasFederation { _ = try portal(event.portal) }
        servers[index].hasFederation = true
    }

    func setSource(_ event: Event) throws(Event.Impossible) {
        let (server, service) = try service(event)
        let known = servers[server].services[service]
        var map = ServiceModel(name: known.name, layers: known.layers)
        try map.set(.working, event)
    }

    mutating func changeFields(_ event: Event) throws(Event.Impossible) {
        let (server, service) = try service(event)
        let known = servers[server].services[service]
        var map = ServiceModel(name: known.name, layers: known.layers)
        try map.changeFields(event)
        servers[server].services[service].layers = map.layers
    }
}
