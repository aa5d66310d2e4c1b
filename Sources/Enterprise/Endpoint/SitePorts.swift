// SPDX-License-Identifier: Apache-2.0

/// The ports a site answers on: the deployment's, or its own once they are known. 0 is none.
package struct SitePorts: Sendable, Hashable {
    package var isOwn: Bool
    package var http: UInt16
    package var https: UInt16

    static let shared = SitePorts(isOwn: false, http: 0, https: 0)
    static let own = SitePorts(isOwn: true, http: 0, https: 0)

    /// Whether the site answers on that local port; before any port is known it answers on all.
    func answers(on port: UInt16) -> Bool { (http == 0 && https == 0) || port == http || port == https }
}
