// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A deployment as written: portals, servers, users, services, and the steps that prove it.
package struct Scenario: Sendable {
    package struct Report: Sendable {
        package var url: String?
        package var version: String?
        package var login: String?
        package var client: String?
        package var confidence: String?
    }

    package var title: String = ""
    package var report: Report?
    /// The start of the deployment's clock; `nil` is the machine's time.
    package var clock: Instant?
    /// The seed; `nil` is chosen at start.
    package var seed: UInt64?
    package var portals: [Portal] = []
    package var servers: [Server] = []
    package var quirks: [Behavior: Choice] = [:]
    package var faults: [Fault] = []
    package var explains = true
    package var allowedOrigins = ["*"]
    package var steps: [Step] = []
    /// The file, as the user named it.
    package var file = ""

    package init() {}
}
