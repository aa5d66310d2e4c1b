// SPDX-License-Identifier: Apache-2.0

/// What `exportSite` or `exportServices` wrote.
struct ServerExport: Sendable, Codable {
    var server: ServerState
    /// `nil`: only the services.
    var site: ServerSetup?

    /// The most exports that a site keeps.
    static let most = 8
}
