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

    /// The place of the member of a portal that an event names.
    func member(_ event: Event) throws(Event.Impossible) -> (portal: Int, number: Int) {
        guard case .member(let index, let number) = try person(event) else {
            throw .init(message: "\"\(event.user ?? "")\" is no member of a portal", key: "user")
        }
        return (index, number)
    }

    /// Finds the role that an event gives to a member.
    func role(_ event: Event) throws(Event.Impossible) {
        let known = ["org_user", "org_publisher", "org_admin"] + portals[try member(event).portal].roles
        let name = event.role ?? ""
        guard !known.contains(name) else { return }
        throw .init(
            message: "there is no role \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: known), key: "role"
        )
    }

    func userType(_ event: Event) throws(Event.Impossible) {
        _ = try member(event)
        let name = event.userType ?? ""
        guard UserType.named(name) == nil else { return }
        throw .init(
            message: "there is no user type \"\(name)\"",
            suggestion: Suggestion.nearest(to: name, among: UserType.all.map(\.id)), key: "userType")
    }

    /// Returns the portal that has the group of an event; where one is named, that one.
    func group(_ event: Event) throws(Event.Impossible) -> Int {
        let name = event.group ?? ""
        let places = portals.indices.filter { event.portal == nil || portals[$0].name == event.portal }
        guard let index = places.first(where: { portals[$0].groups.contains(name) }) else {
            throw .init(
                message: "there is no group \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: places.flatMap { portals[$0].groups }), key: "group")
        }
        return index
    }

    /// Finds the portal of a group, and the member there that an event names.
    func groupMember(_ event: Event) throws(Event.Impossible) {
        let index = try group(event)
        let name = event.user ?? ""
        guard !name.isEmpty, portals[index].users.contains(name) else {
            throw .init(
                message: "no member is named \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: portals[index].users.filter { !$0.isEmpty }),
                key: "user")
        }
    }

    mutating func delete(user event: Event) throws(Event.Impossible) {
        switch try person(event) {
        case .member(let index, let number): portals[index].users[number] = ""
        case .storeUser(let index, let number): servers[index].users[number] = ""
        case .siteAdmin: throw .init(message: "the primary site administrator cannot be deleted")
        }
    }

    mutating func delete(group event: Event) throws(Event.Impossible) {
        let index = try group(event)
        portals[index].groups.removeAll { $0 == event.group }
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
