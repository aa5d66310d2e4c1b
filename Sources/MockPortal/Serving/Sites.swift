// SPDX-License-Identifier: Apache-2.0

import Enterprise

/// The addresses of all sites, once the ports are known. URLs have no trailing slash.
package struct Sites: Sendable {
    package struct Site: Sendable {
        package var name: String
        /// The URL over HTTPS if the site supports it, otherwise over HTTP.
        package var url: String
        package var plainURL: String
        /// The site's own ports, if it has any.
        var ports: Ports?
    }

    /// A pair of ports; 0 means none.
    struct Ports: Sendable {
        var http: UInt16
        var https: UInt16
    }

    package var http = ""
    package var https = ""
    package var portals: [Site] = []
    package var servers: [Site] = []
    /// The ports of the shared listener; 0 means none.
    package var httpPort: UInt16 = 0
    package var httpsPort: UInt16 = 0

    /// Returns the sites of another scenario on the shared ports.
    func moved(to scenario: Scenario) -> Sites {
        var sites = self
        func site(_ name: String, _ context: String) -> Site {
            let (plain, secure) = ("\(http)/\(context)", "\(https)/\(context)")
            return Site(
                name: name, url: httpsPort == 0 ? plain : secure, plainURL: httpPort == 0 ? secure : plain)
        }
        sites.portals = scenario.portals.map { site($0.name, $0.root) }
        sites.servers = scenario.servers.map { site($0.name, $0.root) }
        return sites
    }
}
