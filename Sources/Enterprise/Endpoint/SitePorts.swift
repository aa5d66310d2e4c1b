// SPDX-License-Identifier: Apache-2.0

/// The ports of a site: the deployment's, or its own once they are known. 0 means none.
package struct SitePorts: Sendable, Hashable, Codable {
    package var isOwn: Bool
    package var http: UInt16
    package var https: UInt16

    static let shared = SitePorts(isOwn: false, http: 0, https: 0)
    static let own = SitePorts(isOwn: true, http: 0, https: 0)

    /// Returns whether the site answers on a local port. Before any port is known, it answers on all.
    func answers(on port: UInt16) -> Bool { (http == 0 && https == 0) || port == http || port == https }
}
