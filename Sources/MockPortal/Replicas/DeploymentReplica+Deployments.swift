// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Replication
import Trust

/// Deployments beside that of the replicas: what is wanted is the same at all, and each starts what it lacks.
extension DeploymentReplica {
    /// Wants one more, and starts it unless this replica is still catching up.
    func start(_ request: Request, _ scenario: Scenario) throws(ControlFailure) -> (id: String, portal: MockEnterprise)?
    {
        guard let ports = instance.options.deploymentPorts else { throw Control.withoutPorts }
        let (wanted, hasJoined) = table.withLock { ($0.wanted.want(request, among: ports), $0.hasJoined) }
        guard let wanted else {
            throw ControlFailure(
                409, "too-many",
                "Each port from \(ports.lowerBound) to \(ports.upperBound) has a deployment: DELETE one.")
        }
        guard hasJoined else { return nil }
        do throws(MockEnterpriseError) {
            let portal = try bear(wanted, scenario)
            table.withLock { $0.started = wanted.number }
            return (wanted.id, portal)
        } catch {
            table.withLock { $0.failed = wanted.id }
            throw ControlFailure(409, "cannot-start", error.description + ".")
        }
    }

    // MARK: When all serve it

    /// A deployment that is there, of which who asked for it hears once all replicas serve it.
    struct Announced: Sendable {
        var asked: Asked
        var response: Response
        /// The replicas that do not serve it yet.
        var left: Set<Int>
        var since: Int64
    }

    /// The milliseconds that replicas have to serve what one of them was asked for.
    private static let grace: Int64 = 1000

    /// Has who asked for a deployment wait until all serve it; `false`: it was not about one.
    func announce(_ response: Response, to asked: Asked) -> Bool {
        table.withLock { table in
            guard let number = table.started else { return false }
            table.started = nil
            table.announced[number] = Announced(
                asked: asked, response: response, left: table.present, since: MonotonicClock.milliseconds)
            return true
        }
    }

    /// Notes that a replica serves a deployment.
    func served(_ number: Int, by origin: Int) {
        let done = table.withLock { table -> Announced? in
            table.announced[number]?.left.remove(origin)
            return table.announced[number]?.left.isEmpty == true ? table.announced.removeValue(forKey: number) : nil
        }
        if let done { done.asked.then(OutgoingResponse(done.response)) }
    }

    /// Tells of deployments that somebody does not serve in time: it was killed, or says so in its log.
    func announceLate(_ now: Int64) {
        let late = table.withLock { table -> [Announced] in
            guard !table.announced.isEmpty else { return [] }
            let late = table.announced.filter { now - $0.value.since > Self.grace }
            for (number, announced) in late {
                table.announced[number] = nil
                // Nobody waits for it again before it is heard of.
                table.present.subtract(announced.left)
            }
            return Array(late.values)
        }
        for announced in late { announced.asked.then(OutgoingResponse(announced.response)) }
    }

    // MARK: Starting and ending

    /// Wants one no longer; returns whether there was one.
    func end(_ id: String) -> Bool {
        guard let number = table.withLock({ $0.wanted.drop(id) }) else { return false }
        end(id, log: WantedDeployment.log(number))
        return true
    }

    /// Has one taken back at all replicas that this one could not start, as it has told who asked.
    func takeBack() {
        let failed = table.withLock { table in
            defer { table.failed = nil }
            return table.failed
        }
        guard let failed else { return }
        let request = Request(
            method: "DELETE", target: Target("/_mock/deployments/\(failed)"), fields: Fields([]), body: [])
        submit(.control(request, isSecure: false, deadline: Int64.max))
    }

    /// Starts what is wanted and not there, and ends what is there and not wanted.
    func reconcile() {
        let wanted = table.withLock { $0.hasJoined ? $0.wanted.list : nil }
        guard let wanted, instance.options.deploymentPorts != nil else { return }
        let there = Set(instance.children.map(\.id))
        for id in there where !wanted.contains(where: { $0.id == id }) {
            end(id, log: WantedDeployment.log(Int(id.dropFirst()) ?? 0))
        }
        for one in wanted where !there.contains(one.id) {
            guard let scenario = try? bridge.control.scenario(of: one.request) else { continue }
            do throws(MockEnterpriseError) {
                _ = try bear(one, scenario)
            } catch {
                bridge.log?.tell("the deployment \(one.id) cannot be served here: \(error.description)", "warning")
            }
        }
    }

    private var instance: Instance { bridge.control.instance }

    private func bear(_ wanted: WantedDeployment, _ scenario: Scenario) throws(MockEnterpriseError) -> MockEnterprise {
        let portal = try instance.bear(scenario, number: wanted.number) { options in
            options.port = wanted.port
            (options.httpPort, options.httpsPort) = (nil, nil)
            options.setPublic(publicURL(at: wanted.port))
            (options.deploymentPorts, options.sharedLog) = (nil, log.beside(WantedDeployment.log(wanted.number)))
        }.portal
        submit(.serves(wanted.number))
        return portal
    }

    /// The URL by which clients reach a port of the balancer, if they go by one.
    private func publicURL(at port: UInt16) -> String? {
        guard let url = instance.options.publicString.flatMap(WebURL.init) else { return nil }
        return "\(url.isSecure ? "https" : "http")://\(url.host):\(port)"
    }

    private func end(_ id: String, log name: String) {
        guard let portal = instance.abandon(id) else { return }
        let log = log.beside(name)
        // Whoever reads the log does not wait until its connections have ended.
        let isStarted = OwnThread.start("mock-end") {
            portal.stopAndWait()
            try? log.forget()
        }
        if !isStarted { portal.stopAndWait() }
    }
}
