// SPDX-License-Identifier: Apache-2.0

import Foundation
public import MockPortal
public import Testing

/// Gives each test, and each case of a parameterized one, a deployment of its own.
///
/// ```swift
/// import MockPortal
/// import MockPortalTesting
/// import Testing
///
/// @Test(.mockEnterprise("start/federated"))
/// func signsIn() async throws {
///     let mock = try MockEnterprise.current
///     print(mock.portal.overHTTP.generateTokenURL)
/// }
/// ```
///
/// On a suite it holds for all tests in it; a trait further in replaces the scenario, or adds to it if it names none. A test
/// that fails has the journal attached, as a transcript and as an HTTP Archive, without secrets.
public struct MockEnterpriseTrait: TestTrait, SuiteTrait, TestScoping {
    let change: @Sendable (inout PortalConfiguration) -> Void

    /// A Boolean value that indicates that the trait holds for all tests of a suite: true.
    public var isRecursive: Bool { true }

    /// Runs a test with its deployment at hand; called by Swift Testing.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        var plan = Scope.current?.plan ?? PortalConfiguration()
        change(&plan)
        let scope = Scope(plan)
        let issues = IssueCount()
        // The only way to learn that an expectation of the body failed.
        let counting = IssueHandlingTrait.compactMapIssues { issue in
            issues.add()
            return issue
        }
        let result: Result<Void, any Error>
        do {
            try await Scope.$current.withValue(scope) {
                try await counting.provideScope(for: test, testCase: testCase, performing: function)
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        // Of an outer trait whose portal an inner one replaced there is nothing to look at.
        if let mock = scope.portalIfStarted {
            await finish(mock, plan, test.sourceLocation, hasFailed: issues.count > 0 || result.isFailure)
        }
        try result.get()
    }

    private func finish(
        _ mock: MockEnterprise, _ plan: PortalConfiguration, _ location: SourceLocation, hasFailed: Bool
    ) async {
        let complaints = mock.complaints(failsOn: plan.failsOn, hygiene: plan.hygiene)
        for complaint in complaints {
            let own = complaint.location.map {
                SourceLocation(fileID: $0.fileID, filePath: $0.filePath, line: $0.line, column: $0.column)
            }
            Issue.record(Comment(rawValue: complaint.text), sourceLocation: own ?? location)
        }
        let cutOff = await mock.stop()
        if !cutOff.isEmpty {
            Issue.record(
                "five seconds after the test this had not ended: \(cutOff.joined(separator: "; "))",
                sourceLocation: location)
        }
        guard hasFailed || !complaints.isEmpty || !cutOff.isEmpty else { return }
        Attachment.record(mock.transcript(), named: "mock-portal.txt", sourceLocation: location)
        Attachment.record(mock.har(), named: "mock-portal.har", sourceLocation: location)
    }
}

/// Counts issues, from whichever thread they come.
private final class IssueCount: Sendable {
    private let lock = NSLock()
    private nonisolated(unsafe) var number = 0

    func add() { lock.withLock { unsafe number += 1 } }
    var count: Int { lock.withLock { unsafe number } }
}

extension Result {
    fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}

extension Trait where Self == MockEnterpriseTrait {
    /// Returns the trait that gives each test a deployment: `MockEnterprise.current`, started when first asked for, stopped after the test.
    ///
    /// - Parameters:
    ///   - scenario: What is served.
    ///   - options: Where and how.
    ///   - failsOn: What fails a test besides its own expectations.
    ///   - hygiene: Careless habits of the client that fail a test; none unless given.
    ///   - prepare: What is done to the deployment before the test sees it: `{ $0.clock.freeze() }`.
    /// - Returns: The trait.
    public static func mockEnterprise(
        _ scenario: MockEnterprise.Scenario, options: MockEnterprise.Options = MockEnterprise.Options(),
        failsOn: Set<FailureCondition> = [], hygiene: Set<Hygiene> = [],
        prepare: (@Sendable (MockEnterprise) throws -> Void)? = nil
    ) -> MockEnterpriseTrait {
        MockEnterpriseTrait { plan in
            plan = PortalConfiguration(
                scenario: scenario, options: options, preparations: prepare.map { [$0] } ?? [], failsOn: failsOn,
                hygiene: hygiene)
        }
    }

    /// Returns the trait that adds to the deployment of the trait further out, or to `start/federated`.
    ///
    /// - Parameters:
    ///   - failsOn: What fails a test besides its own expectations, and besides what the outer trait says.
    ///   - hygiene: Careless habits of the client that fail a test, besides those of the outer trait.
    ///   - prepare: What is done to the deployment before the test sees it, after what the outer trait does.
    /// - Returns: The trait.
    public static func mockEnterprise(
        failsOn: Set<FailureCondition> = [], hygiene: Set<Hygiene> = [],
        prepare: (@Sendable (MockEnterprise) throws -> Void)? = nil
    ) -> MockEnterpriseTrait {
        MockEnterpriseTrait { plan in
            plan.failsOn.formUnion(failsOn)
            plan.hygiene.formUnion(hygiene)
            if let prepare { plan.preparations.append(prepare) }
        }
    }
}
