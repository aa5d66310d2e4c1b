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
            return (wanted.id, try bear(wanted, scenario))
        } catch {
            table.withLock { $0.failed = wanted.id }
            throw ControlFailure(409, "cannot-start", error.description + ".")
        }
    }

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
        try instance.bear(scenario, number: wanted.number) { options in
            options.port = wanted.port
            (options.httpPort, options.httpsPort) = (nil, nil)
            options.setPublic(publicURL(at: wanted.port))
            (options.deploymentPorts, options.sharedLog) = (nil, log.beside(WantedDeployment.log(wanted.number)))
        }.portal
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
