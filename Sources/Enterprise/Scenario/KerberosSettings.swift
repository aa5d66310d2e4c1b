// SPDX-License-Identifier: Apache-2.0

/// What a web server needs in order to accept Kerberos tickets.
package struct KerberosSettings: Sendable, Hashable, Codable {
    /// The content of its keytab.
    package var keytab: [UInt8] = []
    /// The service whose tickets count: `HTTP`, or with a host `HTTP/portal.example.com`.
    package var service = "HTTP"

    /// Returns whether a ticket for `name` (`HTTP/host@REALM`) counts.
    func accepts(_ name: String) -> Bool {
        let named = name.prefix { $0 != "@" }
        return service.contains("/") ? named == service : named.hasPrefix("\(service)/")
    }
}
