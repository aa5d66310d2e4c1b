import MockPortal

/// What the portal of a test is to be, and what fails the test besides its own expectations.
struct Plan: Sendable {
    var scenario: MockPortal.Scenario = "start/federated"
    var options = MockPortal.Options()
    var preparations: [@Sendable (MockPortal) throws -> Void] = []
    var failsOn: Set<MockPortalTrait.Failing> = []
    var hygiene: Set<Hygiene> = []
}
