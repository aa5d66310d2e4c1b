// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// A scenario grown into state: portals, servers, and what has happened to them. A value; the only ways in are `answer`
/// and `happen`.
package struct Deployment: Sendable, Codable {
    /// A payload of a webhook that is to be sent.
    struct Pending: Sendable, Hashable, Codable {
        var portal: Int
        var number: Int
    }

    var portals: [PortalState]
    var servers: [ServerState]
    /// What administrators have set up on each server, in the order of the list.
    var sites: [ServerSetup]
    var bindings = Bindings()
    var generator: Generator
    /// The origins that browsers may call from; `*` allows all.
    var allowedOrigins: [String]
    package var explains: Bool
    /// The ports of each portal and each server, in the order of the lists.
    var ports: [SitePorts]
    var serverPorts: [SitePorts]
    /// The ports of the shared listener, which also serves the identity provider.
    var sharedPorts = SitePorts.shared
    /// What `exportSite` kept of portals, by the file's name.
    var exports: [String: PortalExport] = [:]
    /// The payloads of webhooks that are to be sent.
    var pending: [Pending] = []
    /// The OpenID Connect codes of the identity provider.
    var oidcCodes: [String: OIDCCode] = [:]
    /// The state of the NTLM handshake of each connection.
    var handshakes: [UInt64: NTLMHandshake] = [:]
    /// The number of the identity provider's signing key.
    var idpKey = 0
    /// The routes of the targets that were asked last.
    var recentRoutes = RecentRoutes()
    /// Where the services of large servers are that were asked last.
    var recentServices = RecentServices()
    /// The Date field, formatted once a second.
    var date = DateField()
    /// The notes that are collected instead of noted; `nil`: they are noted.
    var sideNotes: SideNotes?

    init(
        portals: [PortalState], servers: [ServerState], seed: UInt64, allowedOrigins: [String] = ["*"],
        explains: Bool = true
    ) {
        self.portals = portals
        self.servers = servers
        sites = servers.map { ServerSetup($0.accounts) }
        self.allowedOrigins = allowedOrigins
        self.explains = explains
        generator = Generator(seed: seed)
        ports = portals.map { _ in .shared }
        serverPorts = servers.map { _ in .shared }
    }

    /// Sets the ports of the shared sites, once the listener has them.
    package mutating func bindShared(http: UInt16, https: UInt16) {
        recentRoutes.removeAll()
        (sharedPorts.http, sharedPorts.https) = (http, https)
        for index in ports.indices where !ports[index].isOwn {
            (ports[index].http, ports[index].https) = (http, https)
        }
        for index in serverPorts.indices where !serverPorts[index].isOwn {
            (serverPorts[index].http, serverPorts[index].https) = (http, https)
        }
    }

    /// Sets the ports of a portal that has its own.
    package mutating func bind(portal: Int, http: UInt16, https: UInt16) {
        recentRoutes.removeAll()
        (ports[portal].http, ports[portal].https) = (http, https)
    }

    /// Sets the ports of a server that has its own.
    package mutating func bind(server: Int, http: UInt16, https: UInt16) {
        recentRoutes.removeAll()
        (serverPorts[server].http, serverPorts[server].https) = (http, https)
    }

    /// The servers whose clock differs from the deployment's.
    package var skews: [(server: String, milliseconds: Int64)] {
        servers.filter { $0.skew != 0 }.map { ($0.name, $0.skew) }
    }

    /// Discards the state of a connection. The engine always reports the end of one.
    package mutating func closed(_ connection: UInt64) { handshakes[connection] = nil }

    /// Assigns a client certificate to a user, by the SHA-256 of its DER form.
    package mutating func bind(certificate fingerprint: [UInt8], portal: Int, username: String) {
        guard portals.indices.contains(portal) else { return }
        portals[portal].certificates[fingerprint] = portals[portal].accounts.number(named: username)
    }

}
