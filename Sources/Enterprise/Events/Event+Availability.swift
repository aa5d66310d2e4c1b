// SPDX-License-Identifier: Apache-2.0

import Formats

/// Events after which a site answers otherwise: it is stopped, read-only, disabled or without a license.
extension Event {
    static let availabilityEvents: [Kind] = [
        .stopSite, .startSite, .lockSite, .unlockSite, .disableOrganization, .enableOrganization, .changeLicense,
    ]

    /// Stops a server: its web adaptor answers that it reaches no machine.
    public static func stopServer(_ server: String? = nil) -> Event { Event(.stopSite, server: server) }

    /// Starts a stopped server.
    public static func startServer(_ server: String? = nil) -> Event { Event(.startSite, server: server) }

    /// Stops a portal: its web adaptor answers that it reaches no machine.
    public static func stopPortal(_ portal: String) -> Event { Event(.stopSite, portal: portal) }

    /// Starts a stopped portal.
    public static func startPortal(_ portal: String) -> Event { Event(.startSite, portal: portal) }

    /// Puts a server into read-only mode: it is not administered, and its services answer.
    public static func makeServerReadOnly(_ server: String? = nil) -> Event { Event(.lockSite, server: server) }

    /// Ends the read-only mode of a server.
    public static func makeServerEditable(_ server: String? = nil) -> Event { Event(.unlockSite, server: server) }

    /// Puts a portal into read-only mode.
    public static func makePortalReadOnly(_ portal: String) -> Event { Event(.lockSite, portal: portal) }

    /// Ends the read-only mode of a portal.
    public static func makePortalEditable(_ portal: String) -> Event { Event(.unlockSite, portal: portal) }

    /// Disables an organization, as when its subscription has ended.
    public static func disableOrganization(_ portal: String? = nil) -> Event {
        Event(.disableOrganization, portal: portal)
    }

    /// Enables a disabled organization.
    public static func enableOrganization(_ portal: String? = nil) -> Event {
        Event(.enableOrganization, portal: portal)
    }

    /// Ends the license of a server.
    public static func expireLicense(ofServer server: String? = nil) -> Event {
        var event = Event(.changeLicense, server: server)
        event.license = ServerLicense.none
        return event
    }
}

extension Event.Kind {
    package static let stopSite = Self("stop-site", of: .site, told: { "\($0.itsSite) is stopped" }) {
        deployment, event throws(Event.Impossible) in try deployment.setAvailability(.unreachable, event)
    }

    package static let startSite = Self("start-site", of: .site, told: { "\($0.itsSite) is started" }) {
        deployment, event throws(Event.Impossible) in try deployment.setAvailability(.started, event)
    }

    package static let lockSite = Self("lock-site", of: .site, told: { "\($0.itsSite) is read-only" }) {
        deployment, event throws(Event.Impossible) in try deployment.setReadOnly(true, event)
    }

    package static let unlockSite = Self("unlock-site", of: .site, told: { "\($0.itsSite) may be edited" }) {
        deployment, event throws(Event.Impossible) in try deployment.setReadOnly(false, event)
    }

    package static let disableOrganization = Self(
        "disable-organization", of: .portal,
        told: { "the organization\($0.portal.map { " of \($0)" } ?? "") is disabled" }
    ) { deployment, event throws(Event.Impossible) in
        deployment.portals[try deployment.index(portal: event.portal)].isDisabled = true
    }

    package static let enableOrganization = Self(
        "enable-organization", of: .portal,
        told: { "the organization\($0.portal.map { " of \($0)" } ?? "") is enabled" }
    ) { deployment, event throws(Event.Impossible) in
        deployment.portals[try deployment.index(portal: event.portal)].isDisabled = false
    }

    package static let changeLicense = Self(
        "change-license", of: .server, needs: ["license"],
        told: { "\($0.itsServer) has the license \(($0.license ?? .standard).rawValue)" }
    ) { deployment, event throws(Event.Impossible) in
        let index = try deployment.index(server: event.server)
        deployment.servers[index].license = event.license ?? deployment.servers[index].license
    }
}

extension Deployment {
    fileprivate mutating func setAvailability(
        _ condition: SiteAvailability, _ event: Event
    ) throws(Event.Impossible) {
        if let name = event.portal {
            portals[try index(portal: name)].condition = condition
        } else {
            let server = try index(server: event.server)
            servers[server].condition = condition
            // An administrator may have stopped the machine alone.
            if condition == .started { sites[server].isStopped = false }
        }
    }

    fileprivate mutating func setReadOnly(_ isReadOnly: Bool, _ event: Event) throws(Event.Impossible) {
        if let name = event.portal {
            portals[try index(portal: name)].setReadOnly(isReadOnly)
        } else {
            let server = try index(server: event.server)
            sites[server].setReadOnly(isReadOnly, servers[server].version)
        }
    }
}
