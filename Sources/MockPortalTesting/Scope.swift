// SPDX-License-Identifier: Apache-2.0

import Foundation
public import MockPortal

/// The portal of one test: what it is to be, and, from its first use on, what it is.
final class Scope: Sendable {
    @TaskLocal static var current: Scope?

    let plan: PortalConfiguration
    private let lock = NSLock()
    private nonisolated(unsafe) var started: MockEnterprise?

    init(_ plan: PortalConfiguration) { self.plan = plan }

    /// Started when first asked for: of nested traits only the one that is used costs anything.
    func portal() throws -> MockEnterprise {
        lock.lock()
        defer { lock.unlock() }
        if let portal = unsafe started { return portal }
        let portal = try MockEnterprise.startAndWait(plan.scenario, options: plan.options)
        for prepare in plan.preparations { try prepare(portal) }
        unsafe started = portal
        return portal
    }

    /// `nil`: nobody asked for it.
    var portalIfStarted: MockEnterprise? { lock.withLock { unsafe started } }
}

extension MockEnterprise {
    /// The deployment of the running test, started when first asked for.
    ///
    /// It is known in the test's body, in its child tasks and in `Task { }`, not in `Task.detached`.
    ///
    /// - Throws: `MockEnterpriseError` outside of a test with the trait, or if the scenario has errors.
    public static var current: MockEnterprise {
        get throws {
            guard let scope = Scope.current else {
                throw MockEnterpriseError(
                    .noRunningTest,
                    "this is not in a test with the trait .mockEnterprise(…), or in a detached task, which knows nothing of "
                        + "its test")
            }
            return try scope.portal()
        }
    }
}
