// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Trust

extension MockEnterprise {
    /// Starts what a scenario describes.
    ///
    /// - Parameters:
    ///   - scenario: A built-in scenario or a file, as a literal, or a scenario made in Swift.
    ///   - options: Where and how; a free port on loopback unless told otherwise.
    /// - Returns: The running deployment. It stops at ``stop()``, or when nothing refers to it any more.
    /// - Throws: ``MockEnterpriseError`` if the scenario has errors or the port is taken.
    public static func start(
        _ scenario: Scenario = "start/federated", options: Options = Options()
    ) async throws(MockEnterpriseError) -> MockEnterprise {
        // No task's thread waits for ports, files and keys.
        try await Workers.starters.made {
            Swift.Result { () throws(MockEnterpriseError) in try startAndWait(scenario, options: options) }
        }.get()
    }

    /// Starts a deployment, hands it to a closure, and stops it, whatever comes of it.
    ///
    /// - Parameters:
    ///   - scenario: What is served.
    ///   - options: Where and how.
    ///   - body: What is done with it.
    /// - Returns: What `body` returns.
    /// - Throws: ``MockEnterpriseError`` if the deployment cannot be started, or what `body` throws.
    public static func with<Value>(
        _ scenario: Scenario = "start/federated", options: Options = Options(),
        _ body: (MockEnterprise) async throws -> Value
    ) async throws -> Value {
        let mock = try await start(scenario, options: options)
        do {
            let value = try await body(mock)
            await mock.stop()
            return value
        } catch {
            await mock.stop()
            throw error
        }
    }

    /// Stops the deployment, and waits for exchanges that are under way, five seconds at most.
    ///
    /// - Returns: What had to be cut off after five seconds, in words; empty if all ended by itself.
    @discardableResult
    public func stop() async -> [String] {
        await Workers.starters.made { self.stopAndWait() }
    }

    /// The same on this thread.
    package static func startAndWait(
        _ scenario: Scenario = "start/federated", options: Options = Options()
    ) throws(MockEnterpriseError) -> MockEnterprise {
        let (loaded, findings) = scenario.loaded()
        guard let loaded else { throw MockEnterpriseError(.invalidScenario, findings) }
        return try MockEnterprise(loaded, options: options)
    }

    /// The same for the name of a built-in scenario, or a path.
    package static func startAndWait(
        named name: String, options: Options = Options()
    ) throws(MockEnterpriseError) -> MockEnterprise {
        try startAndWait(Scenario(name, file: "", line: 1, column: 1), options: options)
    }

    /// The same on this thread.
    @discardableResult
    package func stopAndWait() -> [String] {
        // The listeners first: then none of its requests starts another deployment.
        let own = listeners.flatMap { $0.stop() }
        let left = instance.children.flatMap { $0.portal.stopAndWait() } + own
        instance.leave()
        // What is still under way is of a scenario that is over; the other replicas, which it has left, know nothing of it.
        instance.state.withLock { $0.era += 1 }
        instance.tickets.close()
        return left
    }
}
