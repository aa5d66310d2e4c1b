// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

extension Deployment {
    /// Lets something happen.
    ///
    /// - Throws: `Event.Impossible` if nobody and nothing here is of that name; then nothing has changed.
    package mutating func happen(_ event: Event) throws(Event.Impossible) {
        switch event.kind {
        // Tokens do not outlive the process that made them (Esri/esri-leaflet#1058).
        case .restartServer: servers[try index(server: event.server)].issuer.rotate()
        case .rotateSharedKey:
            if let name = event.portal {
                portals[try index(portal: name)].issuer.rotate()
            } else {
                servers[try index(server: event.server)].issuer.rotate()
            }
        case .unfederate: unfederate(server: try index(server: event.server))
        case .federate: try federate(server: try index(server: event.server), portal: event.portal)
        case .disableUser: try change(event) { $0.isDisabled = true }
        case .enableUser: try change(event) { $0.isDisabled = false }
        case .changePassword:
            guard let password = event.password else { throw .init(message: "\"change-password\" needs \"password\"") }
            try changePassword(event, password)
        case .unlockUser: try unlock(event)
        case .stopService: try change(service: event) { $0.running = .stopped }
        case .startService: try change(service: event) { $0.running = .started }
        case .deleteService: try change(service: event) { $0.running = .missing }
        case .dropField, .addField: try changeFields(event)
        case .revokeTokens: try revoke(event)
        case .rolloverIdPCertificate: idpKey = idpKey == 0 ? 1 : 0
        }
    }

    /// Takes a server out of its portal: its own store counts again, and tokens of either side are worth nothing.
    mutating func unfederate(server: Int) {
        guard let federation = servers[server].federation else { return }
        orphan(server, portal: federation.portal)
        servers[server].formerFederation = federation
        servers[server].federation = nil
        servers[server].issuer.rotate()
    }

    private mutating func federate(server: Int, portal: String?) throws(Event.Impossible) {
        guard servers[server].version.hasPortal else {
            throw .init(message: "a server of \(servers[server].version) stands alone")
        }
        var federation = servers[server].federation ?? servers[server].formerFederation
        if portal != nil || federation == nil {
            let index = try index(portal: portal)
            if federation?.portal != index {
                federation = ServerState.Federation(
                    portal: index, url: nil, adminURL: nil, owningSystemURL: nil, role: "FEDERATED_SERVER",
                    hasStaleKey: false)
            }
        }
        federation?.hasStaleKey = false
        servers[server].federation = federation
    }

    // MARK: people

    private enum Person {
        case member(Int, Int)
        case storeUser(Int, Int)
        case siteAdmin(Int)
    }

    private func person(_ event: Event) throws(Event.Impossible) -> Person {
        guard let name = event.user else { throw .init(message: "\"\(event.kind.rawValue)\" needs \"user\"") }
        if event.server == nil {
            for index in portals.indices where event.portal == nil || portals[index].name == event.portal {
                if let number = portals[index].accounts.number(named: name) { return .member(index, number) }
            }
        }
        if event.portal == nil {
            for index in servers.indices where event.server == nil || servers[index].name == event.server {
                if let number = servers[index].accounts.number(named: name) { return .storeUser(index, number) }
                if servers[index].siteAdmin?.username == name { return .siteAdmin(index) }
            }
        }
        let known =
            portals.flatMap { $0.accounts.list.map(\.username) } + servers.flatMap { $0.accounts.list.map(\.username) }
            + servers.compactMap { $0.siteAdmin?.username }
        throw .init(
            message: "nobody is called \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: known),
            key: "user")
    }

    private mutating func change(_ event: Event, _ body: (inout Account) -> Void) throws(Event.Impossible) {
        switch try person(event) {
        case .member(let index, let number): body(&portals[index].accounts[number])
        case .storeUser(let index, let number): body(&servers[index].accounts[number])
        case .siteAdmin: throw .init(message: "the primary site administrator cannot be disabled or enabled")
        }
    }

    private mutating func changePassword(_ event: Event, _ password: String) throws(Event.Impossible) {
        if case .siteAdmin(let index) = try person(event) {
            servers[index].siteAdmin?.password = password
        } else {
            try change(event) { $0.password = password }
        }
        try endTokens(of: try person(event))
    }

    private mutating func unlock(_ event: Event) throws(Event.Impossible) {
        if case .siteAdmin(let index) = try person(event) {
            servers[index].siteAdminLockout = Lockout()
        } else {
            try change(event) { $0.lockout = Lockout() }
        }
    }

    /// All of one person, or all that a site has made.
    private mutating func revoke(_ event: Event) throws(Event.Impossible) {
        if event.user != nil { return try endTokens(of: try person(event)) }
        if let name = event.portal {
            portals[try index(portal: name)].issuer.rotate()
        } else {
            servers[try index(server: event.server)].issuer.rotate()
        }
    }

    /// A token carries its person's count; when the count comes round, the site's key changes instead.
    private mutating func endTokens(of person: Person) throws(Event.Impossible) {
        switch person {
        case .member(let index, let number):
            portals[index].accounts[number].epoch &+= 1
            if portals[index].accounts[number].epoch == 0 { portals[index].issuer.rotate() }
        case .storeUser(let index, let number):
            servers[index].accounts[number].epoch &+= 1
            if servers[index].accounts[number].epoch == 0 { servers[index].issuer.rotate() }
        case .siteAdmin(let index):
            servers[index].siteAdminEpoch &+= 1
            if servers[index].siteAdminEpoch == 0 { servers[index].issuer.rotate() }
        }
    }

    // MARK: places

    private mutating func change(
        service event: Event, _ body: (inout ServiceState) throws(Event.Impossible) -> Void
    ) throws(Event.Impossible) {
        guard let name = event.service else { throw .init(message: "\"\(event.kind.rawValue)\" needs \"service\"") }
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

    private mutating func changeFields(_ event: Event) throws(Event.Impossible) {
        guard let field = event.field else { throw .init(message: "\"\(event.kind.rawValue)\" needs \"field\"") }
        try change(service: event) { service throws(Event.Impossible) in
            do throws(MapService.FieldRefusal) {
                if event.kind == .dropField {
                    try service.map.dropField(field, ofLayer: event.layer ?? 0)
                } else {
                    try service.map.addField(field, toLayer: event.layer ?? 0)
                }
            } catch {
                throw .init(
                    message: error.message, suggestion: Suggestion.nearest(to: field, among: error.known),
                    key: "field")
            }
        }
    }

    /// Whether all of these can happen, each as things are now; the first that cannot is told.
    package func check(_ faults: [Fault]) throws(Event.Impossible) {
        for fault in faults {
            guard case .event(let event) = fault.then else { continue }
            var copy = self
            try copy.happen(event)
        }
    }

    /// The server of that name; without a name the only one.
    func index(server name: String?) throws(Event.Impossible) -> Int {
        try index(name, servers.map(\.name), "server")
    }

    func index(portal name: String?) throws(Event.Impossible) -> Int {
        try index(name, portals.map(\.name), "portal")
    }

    private func index(_ name: String?, _ names: [String], _ what: String) throws(Event.Impossible) -> Int {
        guard let name else {
            guard names.count == 1 else {
                throw .init(
                    message: names.isEmpty
                        ? "there is no \(what)" : "which \(what)? Name one of \(names.joined(separator: ", "))")
            }
            return 0
        }
        guard let index = names.firstIndex(of: name) else {
            throw .init(
                message: "there is no \(what) \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: names),
                key: what)
        }
        return index
    }
}
