// SPDX-License-Identifier: Apache-2.0

public import MockPortal
public import XCTest

/// An XCTest case each of whose tests has a deployment of its own: started when first asked for, stopped after the test.
///
/// ```swift
/// import MockPortal
/// import MockPortalXCTest
/// import XCTest
///
/// final class LoginTests: MockEnterpriseTestCase {
///     override var scenario: MockEnterprise.Scenario { "start/standalone" }
///
///     func testSignsIn() throws {
///         let mock = try mock
///         print(mock.server.overHTTP.generateTokenURL)
///     }
/// }
/// ```
open class MockEnterpriseTestCase: XCTestCase {
    private var started: MockEnterprise?

    /// What is served: `start/federated` unless overridden.
    open var scenario: MockEnterprise.Scenario { "start/federated" }
    /// Where and how it is served: on a free port unless overridden.
    open var options: MockEnterprise.Options { MockEnterprise.Options() }
    /// What fails a test besides its own assertions: nothing unless overridden.
    open var failsOn: Set<FailureCondition> { [] }
    /// Careless habits of the client that fail a test: none unless overridden.
    open var hygiene: Set<Hygiene> { [] }

    /// The deployment of the running test, started when first asked for.
    ///
    /// - Throws: `MockEnterpriseError` if the scenario has errors.
    public var mock: MockEnterprise {
        get throws {
            if let started { return started }
            let mock = try MockEnterprise.startAndWait(scenario, options: options)
            started = mock
            return mock
        }
    }

    /// Looks at what was expected and stops the deployment; call it if you override it.
    open override func tearDown() {
        if let mock = started {
            for complaint in mock.complaints(failsOn: failsOn, hygiene: hygiene) {
                // This XCTest takes no place that is known at run time only.
                let location = complaint.location.map { "\($0.filePath):\($0.line): " } ?? ""
                XCTFail(location + complaint.text)
            }
            for text in mock.stopAndWait() { XCTFail("five seconds after the test this had not ended: \(text)") }
            #if canImport(Darwin)
                if (testRun?.totalFailureCount ?? 0) > 0 {
                    let journal = XCTAttachment(string: mock.transcript())
                    journal.name = "mock-portal.txt"
                    add(journal)
                }
            #else
                // This XCTest has no attachments.
                if (testRun?.totalFailureCount ?? 0) > 0 { print(mock.transcript()) }
            #endif
            started = nil
        }
        super.tearDown()
    }
}
