// SPDX-License-Identifier: Apache-2.0

public import Enterprise

extension MockEnterprise {
    /// A deployment as it is written: portals, servers, users, services.
    public typealias Scenario = Enterprise.Scenario
    /// A failure on purpose: what is done, and to which requests.
    public typealias Fault = Enterprise.Fault
    /// Something that happens to a deployment, not through its doors.
    public typealias Event = Enterprise.Event
}
