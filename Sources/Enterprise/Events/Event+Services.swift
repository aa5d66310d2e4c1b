// SPDX-License-Identifier: Apache-2.0

/// Events that change services.
extension Event {
    static let serviceEvents: [Kind] = [.stopService, .startService, .deleteService, .shareService]

    /// Stops a service: it stays in the catalog and answers with the error of its release.
    public static func stopService(_ service: String, onServer server: String? = nil) -> Event {
        Event(.stopService, server: server, service: service)
    }

    /// Starts a stopped service.
    public static func startService(_ service: String, onServer server: String? = nil) -> Event {
        Event(.startService, server: server, service: service)
    }

    /// Deletes a service.
    public static func deleteService(_ service: String, onServer server: String? = nil) -> Event {
        Event(.deleteService, server: server, service: service)
    }

    /// Shares a service and its portal item with others than before.
    public static func shareService(
        _ service: String, with access: Scenario.Access, onServer server: String? = nil
    ) -> Event {
        var event = Event(.shareService, server: server, service: service)
        event.access = access
        return event
    }
}

extension Event.Kind {
    package static let stopService = Self(
        "stop-service", of: .service, needs: ["service"], told: { "\($0.itsService) is stopped" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { $0.running = .stopped }
    }

    package static let startService = Self(
        "start-service", of: .service, needs: ["service"], told: { "\($0.itsService) is started" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { $0.running = .started }
    }

    package static let deleteService = Self(
        "delete-service", of: .service, needs: ["service"], told: { "\($0.itsService) is deleted" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { $0.running = .missing }
    }

    package static let shareService = Self(
        "share-service", of: .service, needs: ["access", "service"], told: { "\($0.itsService) is shared otherwise" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { service in
            service.access = event.access ?? service.access
            service.itemAccess = event.access ?? service.itemAccess
        }
    }
}

extension Deployment {
    /// Changes the service that an event names; without a server, the one that has it.
    mutating func change(
        service event: Event, _ body: (inout ServiceState) throws(Event.Impossible) -> Void
    ) throws(Event.Impossible) {
        let (server, service) = try knownNames.service(event)
        try body(&servers[server].services[service])
    }
}
