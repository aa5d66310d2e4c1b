// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Replication
import Trust

/// Deployments beside that of the replicas: what is wanted is the same at all, and each starts what it lacks.
extension DeploymentReplica {
    /// Wants one more. It is started once the record is done, beside the reading of the log.
    func want(_ request: Request) throws(ControlFailure) {
        guard let ports = instance.options.deploymentPorts else { throw Control.withoutPorts }
        let isWanted = table.withLock { table in
            table.begun = table.wanted.want(request, among: ports)
            return table.begun != nil
        }
        guard isWanted else {
            throw ControlFailure(
                409, "too-many",
                "Each port from \(ports.lowerBound) to \(ports.upperBound) has a deployment: DELETE one.")
        }
    }

    /// Wants one no longer; returns whether there was one.
    func end(_ id: String) -> Bool {
        guard let number = table.withLock({ $0.wanted.drop(id) }) else { return false }
        end(number)
        return true
    }

    /// Starts what is wanted and not there, and ends what is there and not wanted.
    func reconcile() {
        let (wanted, starting) = table.withLock { ($0.hasJoined ? $0.wanted.list : nil, $0.starting) }
        guard let wanted, instance.options.deploymentPorts != nil else { return }
        let there = instance.children.compactMap { Int($0.id.dropFirst()) }
        for number in there where !wanted.contains(where: { $0.number == number }) { end(number) }
        for one in wanted where !there.contains(one.number) && !starting.contains(one.number) { start(one) }
    }

    /// Tries again what could not be started here, when its time has come.
    func retry(_ now: Int64) {
        let isDue = table.withLock { table in
            guard let retry = table.retry, retry <= now else { return false }
            table.retry = nil
            return true
        }
        // On the thread that reads the log, where all of these are.
        if isDue { submit(.mark, .mark { [self] in reconcile() }) }
    }

    // MARK: When all serve it

    /// A deployment that was asked for here: who asked hears of it once all replicas serve it.
    struct Announced: Sendable {
        var asked: Asked
        /// The answer, once it is served here.
        var response: Response?
        /// The replicas that do not serve it yet.
        var left: Set<Int>
        var since: Int64
    }

    /// The milliseconds that the others have to serve what one of them was asked for.
    private static let grace: Int64 = 1000
    /// The milliseconds after which is tried again what could not be started.
    private static let pause: Int64 = 5000

    /// Starts what the record at hand wants; `false`: it wants none.
    func begin(for asked: Asked?) -> Bool {
        let (begun, hasJoined) = table.withLock { table -> (WantedDeployment?, Bool) in
            defer { table.begun = nil }
            if let begun = table.begun, let asked {
                table.announced[begun.number] = Announced(
                    asked: asked, left: table.present, since: MonotonicClock.milliseconds)
            }
            return (table.begun, table.hasJoined)
        }
        guard let begun else { return false }
        if hasJoined { start(begun) }
        return true
    }

    /// Notes that a replica serves a deployment.
    func served(_ number: Int, by origin: Int) {
        let done = table.withLock { table -> Announced? in
            table.announced[number]?.left.remove(origin)
            return table.announced[number]?.left.isEmpty == true ? table.announced.removeValue(forKey: number) : nil
        }
        if let done, let response = done.response { done.asked.then(OutgoingResponse(response)) }
    }

    /// Tells of deployments that somebody does not serve in time: it was killed, or says so in its log.
    func announceLate(_ now: Int64) {
        let late = table.withLock { table -> [Announced] in
            guard !table.announced.isEmpty else { return [] }
            let late = table.announced.filter { $0.value.response != nil && now - $0.value.since > Self.grace }
            for (number, announced) in late {
                table.announced[number] = nil
                // Nobody waits for it again before it is heard of.
                table.present.subtract(announced.left)
            }
            return Array(late.values)
        }
        for announced in late {
            if let response = announced.response { announced.asked.then(OutgoingResponse(response)) }
        }
    }

    // MARK: Starting and ending

    private var instance: Instance { bridge.control.instance }

    /// Starts one on a thread of its own, for it has a log of its own to read.
    private func start(_ wanted: WantedDeployment) {
        table.withLock { _ = $0.starting.insert(wanted.number) }
        let isStarted = OwnThread.start("mock-begin") { [self] in begin(wanted) }
        if !isStarted { failed(wanted, ControlFailure(409, "cannot-start", "There is no thread for it.")) }
    }

    private func begin(_ wanted: WantedDeployment) {
        occupied.wait { occupied -> Void? in
            guard occupied[wanted.port] == nil else { return nil }
            occupied[wanted.port] = wanted.number
        }
        do throws(ControlFailure) {
            let scenario = try bridge.control.scenario(of: wanted.request)
            let portal: MockEnterprise
            do throws(MockEnterpriseError) {
                portal = try bear(wanted, scenario)
            } catch { throw ControlFailure(409, "cannot-start", error.description + ".") }
            let response = Response(status: 201, json: Control.json(wanted.id, portal))
            let isWanted = table.withLock { table in
                table.starting.remove(wanted.number)
                table.announced[wanted.number]?.response = response
                return table.wanted.list.contains { $0.number == wanted.number }
            }
            // It was ended while it began.
            guard isWanted else { return end(wanted.number) }
            submit(.serves(wanted.number))
        } catch {
            vacate(wanted.number)
            failed(wanted, error)
        }
    }

    /// Lets go of the port of a deployment.
    private func vacate(_ number: Int) {
        occupied.change { occupied in occupied = occupied.filter { $0.value != number } }
    }

    /// Says why one is not served here: to who asked, and then it is taken back at all, or else in the log.
    private func failed(_ wanted: WantedDeployment, _ failure: ControlFailure) {
        let announced = table.withLock { table in
            table.starting.remove(wanted.number)
            return table.announced.removeValue(forKey: wanted.number)
        }
        guard let announced else {
            table.withLock { $0.retry = MonotonicClock.milliseconds + Self.pause }
            bridge.log?.tell("the deployment \(wanted.id) is not served here: \(failure.message)", "warning")
            return
        }
        let request = Request(
            method: "DELETE", target: Target("/_mock/deployments/\(wanted.id)"), fields: Fields([]), body: [])
        submit(.control(request, isSecure: false, deadline: Int64.max))
        announced.asked.then(OutgoingResponse(failure.response))
    }

    private func bear(_ wanted: WantedDeployment, _ scenario: Scenario) throws(MockEnterpriseError) -> MockEnterprise {
        try instance.bear(scenario, number: wanted.number) { options in
            options.port = wanted.port
            (options.httpPort, options.httpsPort) = (nil, nil)
            options.setPublic(publicURL(at: wanted.port))
            (options.deploymentPorts, options.isBeside, options.sharedLog) = (nil, true, log(of: wanted.number))
        }.portal
    }

    /// The log of a deployment. That of another beginning has another one.
    private func log(of number: Int) -> any SharedLog {
        let beginning = Digest.sha256(instance.beginning?.bytes ?? [])
        return log.beside("deployment-\(Hex.encode(Array(beginning.prefix(4))))-\(number)")
    }

    /// The URL by which clients reach a port of the balancer, if they go by one.
    private func publicURL(at port: UInt16) -> String? {
        guard let url = instance.options.publicString.flatMap(WebURL.init) else { return nil }
        return "\(url.isSecure ? "https" : "http")://\(url.host):\(port)"
    }

    private func end(_ number: Int) {
        guard let portal = instance.abandon("d\(number)") else { return }
        let log = log(of: number)
        // Whoever reads the log does not wait until its connections have ended.
        let isStarted = OwnThread.start("mock-end") { [self] in
            portal.stopAndWait()
            vacate(number)
            try? log.forget()
        }
        if !isStarted {
            portal.stopAndWait()
            vacate(number)
        }
    }
}
