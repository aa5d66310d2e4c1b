// SPDX-License-Identifier: Apache-2.0

public import MockPortal
import Foundation

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
        let portal = try MockEnterprise.start(plan.scenario, options: plan.options)
        for prepare in plan.preparations { try prepare(portal) }
        unsafe started = portal
        return portal
    }

    /// `nil`: nobody asked for it.
    var portalIfStarted: MockEnterprise? { lock.withLock { unsafe started } }
}

extension MockEnterprise {
    /// The portal of the running test, started when first asked for.
    ///
    /// It is known in the test's body, in its child tasks and in `Task { }`, not in `Task.detached`.
    ///
    /// - Throws: `MockPortalMissing` outside of a test with the trait; `MockEnterprise.StartFailure` if the scenario has
    ///   errors.
    public static var current: MockEnterprise {
        get throws {
            guard let scope = Scope.current else { throw MockPortalMissing() }
            return try scope.portal()
        }
    }
}

/// There is no portal, for the test has no `.mockPortal` trait.
public struct MockPortalMissing: Error, CustomStringConvertible {
    /// In one sentence.
    public var description: String {
        "this is not in a test with the trait .mockPortal(…), or in a detached task, which knows nothing of its test"
    }
}
