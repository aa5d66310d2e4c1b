// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Replication
import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a process becomes one of the replicas of a deployment.
extension Instance {
    /// What a replica begins with: what all have in common, and a clock that all share.
    struct Joining: Sendable {
        var first: ReplicaBeginning
        var clock: Clock
    }

    /// Reads what the replicas of a log have in common, or begins the log.
    static func joining(
        _ log: any SharedLog, _ scenario: Scenario, _ options: MockEnterprise.Options, authority: () throws -> Authority
    ) throws -> Joining {
        let milliseconds = try log.milliseconds()
        // At once: what follows may take a while.
        let lead = milliseconds - MonotonicClock.milliseconds
        let first: ReplicaBeginning
        if let known = try log.beginning() {
            first = try ReplicaBeginning(known)
        } else {
            let mine = ReplicaBeginning(
                scenario, seed: options.seed ?? scenario.seed ?? UInt64.random(in: 0...UInt64(Int64.max)),
                given: options.seed, ports: sharedPorts(options), besides: options.deploymentPorts,
                milliseconds: milliseconds,
                authority: try authority())
            // Another one may have begun meanwhile.
            first = try ReplicaBeginning(try log.begin(mine.bytes))
        }
        if let objection = first.objection(to: scenario, seed: options.seed, besides: options.deploymentPorts) {
            throw EngineFailure(.refused, "this cannot be a replica: \(objection)")
        }
        for (number, pem) in first.keys.enumerated() { SigningKey.adopt(pem, as: number) }
        return Joining(
            first: first, clock: Clock(start: scenario.clock, began: first.milliseconds, lead: lead))
    }

    /// The ports by which all replicas go: clients reach them at a balancer's.
    private static func sharedPorts(_ options: MockEnterprise.Options) -> Sites.Ports {
        if let url = options.publicString.flatMap(WebURL.init) { return Sites.Ports(http: url.port, https: url.port) }
        if let http = options.httpPort, let https = options.httpsPort, http != 0, https != 0 {
            return Sites.Ports(http: http, https: https)
        }
        let port = options.port == 0 ? 7443 : options.port
        return Sites.Ports(http: port, https: port)
    }

    /// The seconds after which a deployment beside one of replicas gives up joining its like.
    private static let patience = 30

    /// Joins the other replicas, and returns once this one knows what they know, and serves what they serve.
    func join(_ first: ReplicaBeginning, _ log: any SharedLog, bridge: Bridge) throws(EngineFailure) {
        let here = Sites.Ports(http: sites.httpPort, https: sites.httpsPort)
        let shared = Sites.Ports(http: first.http, https: first.https)
        state.withLock { $0.deployment.bindShared(http: shared.http, https: shared.https) }
        share(shared)
        let replica = try DeploymentReplica(
            log, bridge: bridge, ports: (here, shared), snapshotBytes: options.snapshotBytes)
        self.replica.withLock { $0 = replica }
        bridge.replica.withLock { $0 = replica }
        replica.start()
        replica.submit(.hello)
        let began = MonotonicClock.milliseconds
        while !replica.table.withLock({ $0.hasJoined && $0.starting.isEmpty }) {
            if case .lost(let why) = replica.replicator.link { throw EngineFailure(.lost, why) }
            if options.isBeside, MonotonicClock.milliseconds - began > Int64(Self.patience) * 1000 {
                throw EngineFailure(.gone, "it does not hear of the others")
            }
            usleep(5000)
        }
        bridge.open()
    }

    /// Leaves the other replicas.
    func leave() {
        let replica = replica.withLock { replica in
            defer { replica = nil }
            return replica
        }
        replica?.stop()
        replica?.bridge.replica.withLock { $0 = nil }
    }
}
