// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// What the portal of a test is to be, and what fails the test besides its own expectations.
struct PortalConfiguration: Sendable {
    var scenario: MockEnterprise.Scenario = "start/federated"
    var options = MockEnterprise.Options()
    var preparations: [@Sendable (MockEnterprise) throws -> Void] = []
    var failsOn: Set<FailureCondition> = []
    var hygiene: Set<Hygiene> = []
}
