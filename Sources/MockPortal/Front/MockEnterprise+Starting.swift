// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts

extension MockEnterprise {
    /// Starts what is written: a built-in scenario, a file, or a deployment made in Swift.
    ///
    /// - Parameters:
    ///   - scenario: What is served.
    ///   - options: Where and how; a free port on loopback unless told otherwise.
    /// - Returns: The running deployment; it stops at ``stop()``, or when nothing refers to it any more.
    /// - Throws: ``StartFailure`` if the scenario has errors or the port is taken.
    public static func start(_ scenario: Scenario, options: Options = Options()) throws(StartFailure) -> MockEnterprise
    {
        let (loaded, findings) = scenario.loaded()
        guard let loaded else {
            throw StartFailure(
                findings: findings, description: findings.map(\.description).joined(separator: "\n"))
        }
        return try MockEnterprise(loaded, options: options, warnings: findings.map(\.description))
    }

    /// Starts a deployment, hands it to `body`, and stops it, whatever comes of it.
    ///
    /// - Parameters:
    ///   - scenario: What is served.
    ///   - options: Where and how.
    ///   - body: What is done with it.
    /// - Returns: What `body` returns.
    /// - Throws: ``StartFailure``, or what `body` throws.
    public static func with<Result>(
        _ scenario: Scenario = "start/federated", options: Options = Options(),
        _ body: (MockEnterprise) throws -> Result
    ) throws -> Result {
        let portal = try start(scenario, options: options)
        defer { portal.stop() }
        return try body(portal)
    }

    /// The same for what awaits; waiting for the last exchanges holds up no task.
    ///
    /// - Parameters:
    ///   - scenario: What is served.
    ///   - options: Where and how.
    ///   - body: What is done with it.
    /// - Returns: What `body` returns.
    /// - Throws: ``StartFailure``, or what `body` throws.
    public static func with<Result>(
        _ scenario: Scenario = "start/federated", options: Options = Options(),
        _ body: (MockEnterprise) async throws -> Result
    ) async throws -> Result {
        let portal = try start(scenario, options: options)
        do {
            let result = try await body(portal)
            await portal.stopped()
            return result
        } catch {
            await portal.stopped()
            throw error
        }
    }

    /// As ``stop()``, for tasks: no thread of theirs waits meanwhile.
    ///
    /// - Returns: What had to be cut off after five seconds, in words; empty if all ended by itself.
    @discardableResult
    public func stopped() async -> [String] {
        await withCheckedContinuation { continuation in
            Workers.shared.post { continuation.resume(returning: self.stop()) }
        }
    }
}
