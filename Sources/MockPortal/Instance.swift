// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Trust

/// A running deployment, shared by the front door, the bridge and the control endpoints.
final class Instance: Sendable {
    /// The current scenario with its addresses, which change when another scenario replaces it.
    struct Setting: Sendable {
        var scenario: Scenario
        /// The text of a scenario that was sent; of others there is a file.
        var source: String?
        var seed: UInt64
        var sites = Sites()
        /// The paths of the certificates of the authority and of users, once they are written.
        var ca: String?
        var files: [String: (certificate: String, key: String)] = [:]
        var identities: [String: ClientIdentity] = [:]
        /// The additional deployments that a client started.
        var children: [(number: Int, portal: MockEnterprise)] = []
        var lastChild = 0
    }

    let state: Lock<InstanceState>
    let authority: Authority
    let options: MockEnterprise.Options
    let tickets = TicketDesk()
    let live = Live()
    /// The replica that this deployment is, among several; `nil`: it is alone.
    let replica = Lock<DeploymentReplica?>(nil)
    /// What its replicas have in common.
    let beginning: ReplicaBeginning?
    private let setting: Lock<Setting>
    /// How often it began anew; held meanwhile, so that of two that begin at once the later one is there, whole.
    private let beginnings = Lock(0)
    /// The listeners, which need to know the names for their certificate and whether to ask clients for one.
    private let listeners = Lock<[Listener]>([])
    /// Writes the files for clients after a change, including those of additional deployments.
    let publishing = Lock<(@Sendable (Instance) throws(Files.Failure) -> Void)?>(nil)

    init(_ scenario: Scenario, options: MockEnterprise.Options) throws(MockEnterpriseError) {
        self.options = options
        let scenario = Instance.placed(scenario, options)
        let joining: Joining?
        do {
            let hosts = Instance.hosts(of: scenario) + options.signedNames
            if let log = options.sharedLog {
                let joined = try Instance.joining(log, scenario, options) {
                    try Instance.authority(for: hosts, options)
                }
                authority = try joined.first.shared(for: hosts)
                joining = joined
            } else {
                authority = try Instance.authority(for: hosts, options)
                joining = nil
            }
        } catch let failure as Files.Failure {
            throw MockEnterpriseError(.cannotStart, failure.description)
        } catch let failure as OpenSSLFailure {
            throw MockEnterpriseError(.cannotStart, "no certificate authority: \(failure)")
        } catch {
            throw MockEnterpriseError(.cannotStart, "--state: \(error)")
        }
        beginning = joining?.first
        let seed = joining?.first.seed ?? options.seed ?? scenario.seed ?? UInt64.random(in: 0...UInt64(Int64.max))
        state = Lock(InstanceState(scenario, seed: seed, journal: options.emptyJournal, clock: joining?.clock))
        setting = Lock(Setting(scenario: scenario, seed: seed))
        identify(scenario)
    }

    /// Returns the authority that is kept or given, or a new one.
    private static func authority(for hosts: [String], _ options: MockEnterprise.Options) throws -> Authority {
        if let folder = options.authorityFolder, options.authority == nil {
            return try KeptAuthority(folder: folder).authority(for: hosts)
        }
        if let known = options.authority, hosts.allSatisfy(known.hosts.contains) { return known }
        return try Authority.shared(hosts: hosts)
    }

    /// Has portals and servers go by ports that replicas share.
    func share(_ ports: Sites.Ports) {
        setting.withLock { ($0.sites.httpPort, $0.sites.httpsPort) = (ports.http, ports.https) }
    }

    /// Has what begins from now on begin with a seed.
    func take(seed: UInt64) { setting.withLock { $0.seed = seed } }

    var current: Setting { setting.withLock { $0 } }
    var scenario: Scenario { setting.withLock { $0.scenario } }
    var sites: Sites { setting.withLock { $0.sites } }

    /// The ready file: docs/contracts.md#the-command.
    var ready: JSON {
        let now = current
        return Ready(scenario: now.scenario, sites: now.sites, ca: now.ca, files: now.files).json
    }

    /// The deployment's host names other than loopback.
    var hosts: [String] {
        let scenario = self.scenario
        let urls = scenario.portals.map(\.publicURL) + scenario.servers.map(\.publicURL)
        return options.hosts + options.names + Instance.hosts(of: scenario)
            + urls.compactMap { $0.flatMap(WebURL.init)?.host }
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

    /// Resets state, journal, faults set at run time, and clock.
    func reset() {
        beginnings.withLock { beginnings in
            beginnings += 1
            let now = current
            begin(now.scenario, seed: now.seed, sites: now.sites, as: .reset)
        }
    }

    /// Changes what is served, and notes the change among the exchanges.
    ///
    /// `change` gives what it made, and in words what happened; `nil` where nothing did.
    func edit<Made, Failure: Error>(
        _ kind: ControlEdit.Kind,
        _ change: (inout InstanceState) throws(Failure) -> (made: Made, text: String?)
    ) throws(Failure) -> Made {
        let (made, edit) = try state.withLock { state throws(Failure) -> (Made, ControlEdit?) in
            let at = state.clock.now
            let (made, text) = try change(&state)
            return (made, text.map { state.journal.note(kind, $0, at: at) })
        }
        if let edit { tell(edit) }
        return made
    }

    private func tell(_ edit: ControlEdit) {
        options.log?.write(edit)
        live.tell(.edit(edit))
    }

    /// Another scenario on the same ports, with the same authority.
    ///
    /// - Throws: findings if it has sites with ports of their own, which cannot be opened now.
    func replace(with scenario: Scenario, source: String? = nil) throws(MockEnterpriseError) {
        let own =
            scenario.portals.contains { $0.httpPort != nil || $0.httpsPort != nil }
            || scenario.servers.contains { $0.httpPort != nil || $0.httpsPort != nil }
        guard !own else {
            let finding = Finding(
                file: scenario.file, position: Position(line: 1, column: 1),
                message: "a site with ports of its own needs a deployment of its own; these ports stay as they are")
            throw MockEnterpriseError(.invalidScenario, [finding])
        }
        beginnings.withLock { beginnings in
            beginnings += 1
            serve(Instance.placed(scenario, options), source)
        }
    }

    private func serve(_ scenario: Scenario, _ source: String?) {
        // Of replicas, the same goes before at all.
        let given = beginning.map(\.given) ?? options.seed
        let seed = given ?? scenario.seed ?? current.seed
        let sites = setting.withLock { setting in
            setting.sites = setting.sites.moved(to: scenario)
            (setting.scenario, setting.source, setting.seed) = (scenario, source, seed)
            return setting.sites
        }
        // The authority stays, and signs for no names other than those at the start.
        let names = (Instance.hosts(of: scenario) + options.signedNames).filter(authority.hosts.contains)
        let asks = scenario.portals.contains { $0.asksForCertificate }
        for listener in listeners.withLock({ $0 }) { listener.serve(names: names, asksForCertificate: asks) }
        begin(scenario, seed: seed, sites: sites, as: .scenario)
        publish()
    }

    /// Publishes the files. One that cannot be written is missing in `ready`; the deployment is served regardless.
    private func publish() {
        let publishing = publishing.withLock { $0 }
        try? publishing?(self)
    }

    private func begin(_ scenario: Scenario, seed: UInt64, sites: Sites, as kind: ControlEdit.Kind) {
        let clock = state.withLock { $0.clock.restarted(at: scenario.clock) }
        var fresh = InstanceState(scenario, seed: seed, journal: options.emptyJournal, clock: clock)
        fresh.deployment.bindShared(http: sites.httpPort, https: sites.httpsPort)
        for (index, portal) in sites.portals.enumerated() {
            if let own = portal.ports { fresh.deployment.bind(portal: index, http: own.http, https: own.https) }
        }
        for (index, server) in sites.servers.enumerated() {
            if let own = server.ports { fresh.deployment.bind(server: index, http: own.http, https: own.https) }
        }
        let edit = state.withLock { [fresh] state in
            var fresh = fresh
            let journal = state.journal
            (fresh.era, fresh.changes) = (state.era + 1, state.changes)
            // What waits for the clock of before waits for nothing now.
            let changes = state.clock.changes
            defer { changes.notify() }
            state = fresh
            // Numbers are never reused.
            state.journal = journal
            state.journal.clear()
            return state.journal.note(kind, "\(scenario.name) from its beginning", at: state.clock.now)
        }
        tell(edit)
        identify(scenario)
    }

    /// Creates the client certificates in the scenario, and assigns them to users in the deployment.
    private func identify(_ scenario: Scenario) {
        for (index, portal) in scenario.portals.enumerated() {
            for user in portal.users where user.hasCertificate ?? false {
                let known = setting.withLock { $0.identities[user.username] }
                guard let identity = known ?? (try? authority.client(named: user.username)) else { continue }
                setting.withLock { $0.identities[user.username] = identity }
                state.withLock {
                    $0.deployment.bind(certificate: identity.fingerprint, portal: index, username: user.username)
                }
            }
        }
    }

    /// Returns the scenario with the public URLs from the options.
    private static func placed(_ scenario: Scenario, _ options: MockEnterprise.Options) -> Scenario {
        guard let url = options.publicString else { return scenario }
        var scenario = scenario
        for index in scenario.portals.indices where scenario.portals[index].publicURL == nil {
            scenario.portals[index].publicURL = "\(url)/\(scenario.portals[index].root)"
        }
        for index in scenario.servers.indices where scenario.servers[index].publicURL == nil {
            scenario.servers[index].publicURL = "\(url)/\(scenario.servers[index].root)"
        }
        return scenario
    }

    // MARK: portals beside this one

    /// Starts an additional deployment, on a free port unless `change` sets one. This takes as long as starting any
    /// deployment. `number` is that of its id; `nil`: the next one.
    func bear(
        _ scenario: Scenario, number: Int? = nil, _ change: (inout MockEnterprise.Options) -> Void = { _ in }
    ) throws(MockEnterpriseError) -> (id: String, portal: MockEnterprise) {
        var options = options
        options.port = 0
        if options.httpPort != nil { (options.httpPort, options.httpsPort) = (0, 0) }
        options.publicString = nil
        options.authority = authority
        change(&options)
        let child = try MockEnterprise(scenario, options: options)
        if child.authority === authority, let ca = current.ca { child.instance.published(ca: ca, files: [:]) }
        let publishing = publishing.withLock { $0 }
        child.instance.publishing.withLock { $0 = publishing }
        child.instance.publish()
        return setting.withLock { setting in
            setting.lastChild = number ?? setting.lastChild + 1
            // Of replicas, several may begin at once.
            let place = setting.children.firstIndex { $0.number > setting.lastChild } ?? setting.children.count
            setting.children.insert((setting.lastChild, child), at: place)
            return ("d\(setting.lastChild)", child)
        }
    }

    /// Removes a deployment, which the caller must stop; returns `nil` if there is none with that id.
    func abandon(_ id: String) -> MockEnterprise? {
        setting.withLock { setting in
            setting.children.firstIndex { "d\($0.number)" == id }.map { setting.children.remove(at: $0).portal }
        }
    }

    /// The additional deployments, oldest first.
    var children: [(id: String, portal: MockEnterprise)] { current.children.map { ("d\($0.number)", $0.portal) } }
}
