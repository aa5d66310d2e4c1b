// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// A scenario grown into state: portals, servers, and what has happened to them. A value; the only ways in are `answer`
/// and `happen`.
package struct Deployment: Sendable {
    var portals: [PortalState]
    var servers: [ServerState]
    var bindings = Bindings()
    var generator: Generator
    /// Origins that browsers may call from; `*` is everybody.
    var allowedOrigins: [String]
    var explains: Bool
    /// Where each portal and each server answers, in the order of the lists.
    var ports: [SitePorts]
    var serverPorts: [SitePorts]
    /// Where the shared listener answers, and with it the identity provider.
    var sharedPorts = SitePorts.shared
    /// Codes of the identity provider's OpenID Connect.
    var oidcCodes: [String: OIDCCode] = [:]
    /// How far NTLM has come on a connection.
    var handshakes: [UInt64: NTLMHandshake] = [:]
    /// The number of the key that the identity provider signs with.
    var idpKey = 0
    /// The routes of the targets that were asked last.
    var recentRoutes = RecentRoutes()
    /// The Date field, made once a second.
    var date = DateField()

    init(
        portals: [PortalState], servers: [ServerState], seed: UInt64, allowedOrigins: [String] = ["*"],
        explains: Bool = true
    ) {
        self.portals = portals
        self.servers = servers
        self.allowedOrigins = allowedOrigins
        self.explains = explains
        generator = Generator(seed: seed)
        ports = portals.map { _ in .shared }
        serverPorts = servers.map { _ in .shared }
    }

    /// Tells on which ports the shared sites answer, once the listener has them.
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

    /// Tells the ports of a site that has its own.
    package mutating func bind(portal: Int, http: UInt16, https: UInt16) {
        recentRoutes.removeAll()
        (ports[portal].http, ports[portal].https) = (http, https)
    }

    /// Tells the ports of a site that has its own.
    package mutating func bind(server: Int, http: UInt16, https: UInt16) {
        recentRoutes.removeAll()
        (serverPorts[server].http, serverPorts[server].https) = (http, https)
    }

    /// Servers whose clock is not the deployment's.
    package var skews: [(server: String, milliseconds: Int64)] {
        servers.filter { $0.skew != 0 }.map { ($0.name, $0.skew) }
    }

    /// Drops what was kept for a connection; the engine always says when one is gone.
    package mutating func closed(_ connection: UInt64) { handshakes[connection] = nil }

    /// Tells whose a client certificate is, by the SHA-256 of its DER form.
    package mutating func bind(certificate fingerprint: [UInt8], portal: Int, username: String) {
        portals[portal].certificates[fingerprint] = portals[portal].accounts.number(named: username)
    }

}
