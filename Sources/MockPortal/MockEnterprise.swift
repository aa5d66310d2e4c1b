// SPDX-License-Identifier: Apache-2.0

import Engine
package import Enterprise
public import Facts
package import Formats
import Replication
package import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A running ArcGIS Enterprise deployment for tests: portals and ArcGIS Servers that answer on loopback.
///
/// ```swift
/// import MockPortal
///
/// let mock = try await MockEnterprise.start("start/federated")
/// print(mock.portal.url, mock.server.url)
/// await mock.stop()
/// ```
public final class MockEnterprise: Sendable {
    /// The version of this package.
    public static let version = "0.1.0"

    let instance: Instance
    let listeners: [Listener]
    let expectations = Lock<[Expected]>([])

    package var state: Lock<InstanceState> { instance.state }
    package var scenario: Enterprise.Scenario { instance.scenario }
    package var sites: Sites { instance.sites }
    var authority: Authority { instance.authority }
    /// Client certificates of users who have one.
    var identities: [String: ClientIdentity] { instance.current.identities }

    /// The throw-away certificate authority: what clients are to trust.
    public var certificateAuthority: CertificateAuthority { CertificateAuthority(pem: authority.pem) }
    /// What is odd about the scenario and can be served, place by place, such as a key that has no effect.
    public var warnings: [Finding] { scenario.warnings }
    /// What the ready file holds: docs/contracts.md#the-command.
    package var ready: JSON { instance.ready }

    /// Finds and reads a scenario by name or path.
    package static func load(_ name: String) -> (Enterprise.Scenario?, [Finding]) {
        let files = DiskFiles()
        guard let path = isPath(name) ? name : files.builtIn(name) else {
            return (
                nil,
                [
                    Finding(
                        file: name, position: Position(line: 1, column: 1),
                        message: "there is no built-in scenario \"\(name)\"",
                        suggestion: BuiltInScenarios.nearest(to: name))
                ]
            )
        }
        // The built-in ones do not change: read once a process.
        guard path.hasPrefix(EmbeddedScenarios.prefix) else { return ScenarioLoader.load(path, files: files) }
        if let scenario = loaded.withLock({ $0[path] }) { return (scenario, []) }
        let (scenario, findings) = ScenarioLoader.load(path, files: files)
        if let scenario { loaded.withLock { $0[path] = scenario } }
        return (scenario, findings)
    }

    private static let loaded = Lock<[String: Enterprise.Scenario]>([:])

    /// Whether an argument names a file, not a built-in scenario.
    package static func isPath(_ name: String) -> Bool {
        name.hasSuffix(".json5") || name.hasSuffix(".json") || name.hasPrefix(".") || name.hasPrefix("/")
    }

    package init(_ scenario: Enterprise.Scenario, options: Options) throws(MockEnterpriseError) {
        instance = try Instance(scenario, options: options)
        let bridge = Bridge(instance, log: options.log)
        var opening = ListenerSetup(
            bridge: bridge, authority: instance.authority, options: options,
            extraNames: Instance.hosts(of: scenario) + options.signedNames,
            asksForCertificate: scenario.portals.contains { $0.asksForCertificate })
        do {
            let sites = try opening.open(instance.scenario, instance.state)
            listeners = opening.listeners
            instance.opened(sites, listeners)
        } catch {
            for listener in opening.listeners { listener.stop(drain: 0) }
            throw MockEnterpriseError(.cannotStart, error.description)
        }
        guard let log = options.sharedLog, let beginning = instance.beginning else { return }
        do throws(EngineFailure) {
            try instance.join(beginning, log, bridge: bridge)
        } catch {
            instance.leave()
            for listener in listeners { listener.stop(drain: 0) }
            throw MockEnterpriseError(.cannotStart, "--state: \(error.description)")
        }
    }

    /// What `serve` prints once connections are accepted: docs/contracts.md#the-command.
    package var readyLine: String {
        let sites = sites
        return "mock-portal ready portal=\(sites.portals.first?.url ?? "-") server=\(sites.servers.first?.url ?? "-") "
            + "http=\(sites.http) https=\(sites.https) ca=\(instance.current.ca ?? "-")\n"
    }

    deinit {
        instance.leave()
        for listener in listeners { listener.stop(drain: 0) }
    }
}
