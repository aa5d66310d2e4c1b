// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A deployment as it was written: portals, servers, users, services, and the steps that prove it.
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
    /// Where the deployment's clock starts; `nil` is the machine's.
    package var clock: Instant?
    /// `nil`: chosen at start.
    package var seed: UInt64?
    package var portals: [Portal] = []
    package var servers: [Server] = []
    package var quirks: [Behavior: Choice] = [:]
    package var faults: [Fault] = []
    package var explains = true
    package var allowedOrigins = ["*"]
    package var steps: [Step] = []
    /// The file it was read from, as the user named it.
    package var file = ""

    package init() {}
}
