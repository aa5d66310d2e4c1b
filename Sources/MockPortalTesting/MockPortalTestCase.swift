// SPDX-License-Identifier: Apache-2.0

public import MockPortal
public import XCTest

/// An XCTest case each of whose tests has a portal of its own: started when first asked for, stopped after the test.
///
/// ```swift
/// final class LoginTests: MockPortalTestCase {
///     override var scenario: MockPortal.Scenario { "start/standalone" }
///
///     func testSignsIn() throws {
///         let url = try portal.server().overHTTP.generateTokenURL
///         …
///     }
/// }
/// ```
open class MockPortalTestCase: XCTestCase {
    private var started: MockEnterprise?

    /// What is served.
    open var scenario: MockEnterprise.Scenario { "start/federated" }
    /// Where and how.
    open var options: MockEnterprise.Options { MockEnterprise.Options() }
    /// What fails a test besides its own assertions.
    open var failsOn: Set<MockPortalTrait.Failing> { [] }
    /// Careless habits of the client that fail a test.
    open var hygiene: Set<Hygiene> { [] }

    /// The portal of the running test.
    ///
    /// - Throws: `MockEnterprise.StartFailure` if the scenario has errors.
    public var portal: MockEnterprise {
        get throws {
            if let started { return started }
            let portal = try MockEnterprise.start(scenario, options: options)
            started = portal
            return portal
        }
    }

    /// Looks at what was expected and stops the portal; call it if you override it.
    open override func tearDown() {
        if let portal = started {
            for complaint in TestIssue.all(portal, failsOn: failsOn, hygiene: hygiene) {
                // This XCTest takes no place that is known at run time only.
                let location = complaint.location.map { "\($0.filePath):\($0.line): " } ?? ""
                XCTFail(location + complaint.text)
            }
            for text in portal.stop() { XCTFail("five seconds after the test this had not ended: \(text)") }
            #if canImport(Darwin)
                if (testRun?.totalFailureCount ?? 0) > 0 {
                    let journal = XCTAttachment(string: portal.transcript())
                    journal.name = "mock-portal.txt"
                    add(journal)
                }
            #else
                // This XCTest has no attachments.
                if (testRun?.totalFailureCount ?? 0) > 0 { print(portal.transcript()) }
            #endif
            started = nil
        }
        super.tearDown()
    }
}
