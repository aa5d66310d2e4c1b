// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Trust

/// The setup of a scenario's listeners: the shared one, and one for each site with its own ports.
struct ListenerSetup {
    let bridge: Bridge
    let authority: Authority
    let options: MockEnterprise.Options
    let extraNames: [String]
    /// A Boolean value that indicates whether a portal requires client certificates.
    let asksForCertificate: Bool
    private let numbers = ConnectionNumbers()
    var listeners: [Listener] = []

    mutating func open(_ scenario: Scenario, _ state: Lock<InstanceState>) throws(ListenFailure) -> Sites {
        var sites = Sites()
        let shared: Sites.Ports
        if let http = options.httpPort, let https = options.httpsPort {
            shared = Sites.Ports(http: try listen(http, .http), https: try listen(https, .https))
        } else {
            let port = try listen(options.port, .both)
            shared = Sites.Ports(http: port, https: port)
        }
        let address = options.hosts.first.map { $0 == "0.0.0.0" ? "127.0.0.1" : $0 } ?? "127.0.0.1"
        let host = options.names.first ?? address
        let name = host.contains(":") ? "[\(host)]" : host
        sites.http = "http://\(name):\(shared.http)"
        sites.https = "https://\(name):\(shared.https)"
        (sites.httpPort, sites.httpsPort) = (shared.http, shared.https)
        state.withLock { $0.deployment.bindShared(http: shared.http, https: shared.https) }
        for (index, portal) in scenario.portals.enumerated() {
            let own = try ports(portal.httpPort, portal.httpsPort)
            if let own { state.withLock { $0.deployment.bind(portal: index, http: own.http, https: own.https) } }
            sites.portals.append(site(portal.name, portal.root, name, own, shared))
        }
        for (index, server) in scenario.servers.enumerated() {
            let own = try ports(server.httpPort, server.httpsPort)
            if let own { state.withLock { $0.deployment.bind(server: index, http: own.http, https: own.https) } }
            sites.servers.append(site(server.name, server.root, name, own, shared))
        }
        return sites
    }

    private func site(
        _ name: String, _ context: String, _ host: String, _ own: Sites.Ports?, _ shared: Sites.Ports
    ) -> Sites.Site {
        let ports = own ?? shared
        let plain = "http://\(host):\(ports.http)/\(context)"
        let secure = "https://\(host):\(ports.https)/\(context)"
        let url = ports.https == 0 ? plain : secure
        return Sites.Site(name: name, url: url, plainURL: ports.http == 0 ? secure : plain, ports: own)
    }

    /// Opens a site's own ports; one listener serves both if they are the same.
    private mutating func ports(_ http: Int?, _ https: Int?) throws(ListenFailure) -> Sites.Ports? {
        switch (http, https) {
        case (nil, nil): return nil
        case (let http?, let https?) where http == https:
            let port = try listen(UInt16(clamping: http), .both)
            return Sites.Ports(http: port, https: port)
        default:
            let plain = try http.map { number throws(ListenFailure) in try listen(UInt16(clamping: number), .http) }
            let secure = try https.map { number throws(ListenFailure) in try listen(UInt16(clamping: number), .https) }
            return Sites.Ports(http: plain ?? 0, https: secure ?? 0)
        }
    }

    private mutating func listen(_ port: UInt16, _ protocols: Listener.Protocols) throws(ListenFailure) -> UInt16 {
        var wanted = Listener.Options()
        wanted.hosts = options.hosts
        wanted.port = port
        wanted.protocols = protocols
        wanted.asksForCertificate = asksForCertificate
        wanted.numbers = numbers
        wanted.names +=
            options.hosts.filter { !wanted.names.contains($0) && $0 != "0.0.0.0" && $0 != "::" }
            + extraNames.filter { !options.hosts.contains($0) }
        if let timeouts = options.timeouts {
            (wanted.timeouts.head, wanted.timeouts.body, wanted.timeouts.idle) = timeouts
        }
        let listener = try Listener(wanted, authority: authority, service: bridge)
        listeners.append(listener)
        return listener.port
    }
}
