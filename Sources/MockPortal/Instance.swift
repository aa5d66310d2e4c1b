import Engine
import Enterprise
import Facts
import Formats
import Trust

/// One running deployment: what the front door, the bridge and the control endpoints share.
final class Instance: Sendable {
    /// What is served, and where; changes when another scenario is put in its place.
    struct Setting: Sendable {
        var scenario: Scenario
        var seed: UInt64
        var sites = Sites()
        /// Where the authority's certificate lies, and those of users, once somebody wrote them.
        var ca: String?
        var files: [String: (certificate: String, key: String)] = [:]
        var identities: [String: ClientIdentity] = [:]
        /// Portals that a client started beside this one, by id.
        var children: [String: MockPortal] = [:]
        var lastChild = 0
    }

    let live: Lock<Live>
    let authority: Authority
    let options: MockPortal.Options
    private let setting: Lock<Setting>
    /// Tells the listeners for which names they need a certificate, and whether they ask for one.
    private let listeners = Lock<[Listener]>([])

    init(_ scenario: Scenario, options: MockPortal.Options) throws(MockPortal.StartFailure) {
        self.options = options
        let scenario = Instance.placed(scenario, options)
        let seed = options.seed ?? scenario.seed ?? UInt64.random(in: 0...UInt64(Int64.max))
        do {
            authority = try Authority.shared(hosts: Instance.hosts(of: scenario))
        } catch {
            throw MockPortal.StartFailure(findings: [], description: "no certificate authority: \(error)")
        }
        live = Lock(Live(scenario, seed: seed))
        setting = Lock(Setting(scenario: scenario, seed: seed))
        identify(scenario)
    }

    var current: Setting { setting.withLock { $0 } }
    var scenario: Scenario { setting.withLock { $0.scenario } }
    var sites: Sites { setting.withLock { $0.sites } }

    /// The ready file: contracts section 2.
    var ready: JSON {
        let now = current
        return Ready(scenario: now.scenario, sites: now.sites, ca: now.ca, files: now.files).json
    }

    /// Host names besides loopback that are this deployment's.
    var hosts: [String] {
        let scenario = self.scenario
        let urls = scenario.portals.map(\.publicURL) + scenario.servers.map(\.publicURL)
        return Instance.hosts(of: scenario) + urls.compactMap { $0.flatMap(WebURL.init)?.host }
    }

    static func hosts(of scenario: Scenario) -> [String] {
        scenario.portals.flatMap(\.hosts) + scenario.servers.flatMap(\.hosts)
    }

    func opened(_ sites: Sites, _ listeners: [Listener]) {
        setting.withLock { $0.sites = sites }
        self.listeners.withLock { $0 = listeners }
    }

    func published(ca: String, files: [String: (certificate: String, key: String)]) {
        setting.withLock { ($0.ca, $0.files) = (ca, files) }
    }

    /// Back to how it began: state, journal, faults set at run time, clock.
    func reset() {
        let now = current
        begin(now.scenario, seed: now.seed, sites: now.sites)
    }

    /// Another scenario on the same ports, with the same authority.
    ///
    /// - Throws: findings if it has sites with ports of their own, which cannot be opened now.
    func replace(with scenario: Scenario) throws(MockPortal.StartFailure) {
        let own =
            scenario.portals.contains { $0.httpPort != nil || $0.httpsPort != nil }
            || scenario.servers.contains { $0.httpPort != nil || $0.httpsPort != nil }
        guard !own else {
            let finding = Finding(
                file: scenario.file, position: Position(line: 1, column: 1),
                message: "a site with ports of its own needs a deployment of its own; these ports stay as they are")
            throw MockPortal.StartFailure(findings: [finding], description: finding.description)
        }
        let scenario = Instance.placed(scenario, options)
        let seed = options.seed ?? scenario.seed ?? current.seed
        let sites = setting.withLock { setting in
            setting.sites = setting.sites.moved(to: scenario)
            (setting.scenario, setting.seed) = (scenario, seed)
            return setting.sites
        }
        let names = Instance.hosts(of: scenario)
        let asks = scenario.portals.contains { $0.webTier == .pki }
        for listener in listeners.withLock({ $0 }) { listener.serve(names: names, asksForCertificate: asks) }
        begin(scenario, seed: seed, sites: sites)
    }

    private func begin(_ scenario: Scenario, seed: UInt64, sites: Sites) {
        var fresh = Live(scenario, seed: seed)
        fresh.deployment.bindShared(http: sites.httpPort, https: sites.httpsPort)
        for (place, portal) in sites.portals.enumerated() {
            if let own = portal.ports { fresh.deployment.bind(portal: place, http: own.http, https: own.https) }
        }
        for (place, server) in sites.servers.enumerated() {
            if let own = server.ports { fresh.deployment.bind(server: place, http: own.http, https: own.https) }
        }
        live.withLock { [fresh] live in
            var fresh = fresh
            let journal = live.journal
            fresh.era = live.era + 1
            live = fresh
            // Numbers are never given twice.
            live.journal = journal
            live.journal.clear()
        }
        identify(scenario)
    }

    /// Makes the client certificates that the scenario asks for, and tells the deployment whose they are.
    private func identify(_ scenario: Scenario) {
        for (place, portal) in scenario.portals.enumerated() {
            for user in portal.users where user.hasCertificate {
                let known = setting.withLock { $0.identities[user.username] }
                guard let identity = known ?? (try? authority.client(named: user.username)) else { continue }
                setting.withLock { $0.identities[user.username] = identity }
                live.withLock {
                    $0.deployment.bind(certificate: identity.fingerprint, portal: place, username: user.username)
                }
            }
        }
    }

    /// The scenario with the public URLs that the options give its sites.
    private static func placed(_ scenario: Scenario, _ options: MockPortal.Options) -> Scenario {
        guard let url = options.publicURL else { return scenario }
        var scenario = scenario
        for place in scenario.portals.indices where scenario.portals[place].publicURL == nil {
            scenario.portals[place].publicURL = "\(url)/\(scenario.portals[place].context)"
        }
        for place in scenario.servers.indices where scenario.servers[place].publicURL == nil {
            scenario.servers[place].publicURL = "\(url)/\(scenario.servers[place].context)"
        }
        return scenario
    }

    // MARK: portals beside this one

    func adopt(_ child: MockPortal) -> String {
        setting.withLock { setting in
            setting.lastChild += 1
            setting.children["d\(setting.lastChild)"] = child
            return "d\(setting.lastChild)"
        }
    }

    func abandon(_ id: String) -> MockPortal? { setting.withLock { $0.children.removeValue(forKey: id) } }

    var children: [(id: String, portal: MockPortal)] {
        current.children.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
