// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Whom and what a deployment has, by name: enough to say whether an event can happen.
///
/// Made of a scenario or of the deployment that grew from it. The lists are in the order of theirs, so that an index in the
/// one is an index in the other.
struct KnownNames: Sendable {
    struct Portal: Sendable {
        var name: String
        /// In the order of the accounts; empty where one is gone.
        var users: [String]
        /// Client ids.
        var apps: [String]
        var groups: [String] = []
        /// The ids of its own roles, and their names.
        var roles: [String] = []
    }

    struct Server: Sendable {
        var name: String
        var version: Version
        /// Of its own store; empty where one is gone.
        var users: [String]
        var siteAdmin: String?
        /// Whether it is in a portal, or was in one.
        var hasFederation: Bool
        var services: [Service]
    }

    struct Service: Sendable {
        /// With its folder.
        var name: String
        var layers: [Layer]
    }

    /// Somebody by the place in the lists.
    enum Person: Sendable {
        case member(Int, Int)
        case storeUser(Int, Int)
        case siteAdmin(Int)
    }

    var portals: [Portal]
    var servers: [Server]

    /// Whoever can turn out to be a caller: users, apps, site administrators.
    var callers: [String] {
        portals.flatMap { $0.users.filter { !$0.isEmpty } + $0.apps }
            + servers.flatMap { $0.users + [$0.siteAdmin].compactMap(\.self) }
    }

    // MARK: places

    /// The server of that name; without a name the only one.
    func server(_ name: String?) throws(Event.Impossible) -> Int {
        try Self.index(name, servers.map(\.name), "server")
    }

    /// The portal of that name; without a name the only one.
    func portal(_ name: String?) throws(Event.Impossible) -> Int {
        try Self.index(name, portals.map(\.name), "portal")
    }

    private static func index(_ name: String?, _ names: [String], _ what: String) throws(Event.Impossible) -> Int {
        guard let name else {
            guard names.count == 1 else {
                throw .init(
                    message: names.isEmpty
                        ? "there is no \(what)" : "which \(what)? Give one of \(names.joined(separator: ", "))")
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

    /// The service of that name; without a server whichever has it.
    func service(_ name: String, server: String?) throws(Event.Impossible) -> (server: Int, service: Int) {
        for index in servers.indices where server == nil || servers[index].name == server {
            if let number = servers[index].services.firstIndex(where: { $0.name == name }) { return (index, number) }
        }
        throw .init(
            message: "no server has a service \"\(name)\"",
            suggestion: Suggestion.nearest(to: name, among: servers.flatMap { $0.services.map(\.name) }),
            key: "service")
    }

    // MARK: people

    /// The person of that name: a member of a portal, else a user of a server's own store or its site administrator.
    func person(_ name: String, portal: String?, server: String?) throws(Event.Impossible) -> Person {
        if server == nil, !name.isEmpty {
            for index in portals.indices where portal == nil || portals[index].name == portal {
                if let number = portals[index].users.firstIndex(of: name) { return .member(index, number) }
            }
        }
        if portal == nil, !name.isEmpty {
            for index in servers.indices where server == nil || servers[index].name == server {
                if let number = servers[index].users.firstIndex(of: name) { return .storeUser(index, number) }
                if servers[index].siteAdmin == name { return .siteAdmin(index) }
            }
        }
        let known = portals.flatMap(\.users) + servers.flatMap(\.users) + servers.compactMap(\.siteAdmin)
        throw .init(
            message: "no user is named \"\(name)\"",
            suggestion: Suggestion.nearest(to: name, among: known.filter { !$0.isEmpty }),
            key: "user")
    }
}
