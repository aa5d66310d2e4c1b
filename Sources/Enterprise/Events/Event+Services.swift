// SPDX-License-Identifier: Apache-2.0

import Formats

/// Events that change services.
extension Event {
    static let serviceEvents: [Kind] = [.stopService, .startService, .deleteService]

    /// Stops a service: it stays in the catalog and answers with the error of its release.
    public static func stopService(_ service: String, server: String? = nil) -> Event {
        Event(.stopService, server: server, service: service)
    }

    /// Starts a stopped service.
    public static func startService(_ service: String, server: String? = nil) -> Event {
        Event(.startService, server: server, service: service)
    }

    /// Deletes a service.
    public static func deleteService(_ service: String, server: String? = nil) -> Event {
        Event(.deleteService, server: server, service: service)
    }
}

extension Event.Kind {
    package static let stopService = Self(
        "stop-service", needs: ["service"], told: { "\($0.itsService) is stopped" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { $0.running = .stopped }
    }

    package static let startService = Self(
        "start-service", needs: ["service"], told: { "\($0.itsService) is started" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { $0.running = .started }
    }

    package static let deleteService = Self(
        "delete-service", needs: ["service"], told: { "\($0.itsService) is deleted" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { $0.running = .missing }
    }
}

extension Deployment {
    /// Changes the service that an event names; without a server, the one that has it.
    mutating func change(
        service event: Event, _ body: (inout ServiceState) throws(Event.Impossible) -> Void
    ) throws(Event.Impossible) {
        let name = event.service ?? ""
        for index in servers.indices where event.server == nil || servers[index].name == event.server {
            if let number = servers[index].services.firstIndex(where: { $0.name == name }) {
                return try body(&servers[index].services[number])
            }
        }
        throw .init(
            message: "no server has a service \"\(name)\"",
            suggestion: Suggestion.nearest(to: name, among: servers.flatMap { $0.services.map(\.name) }), key: "service"
        )
    }
}
