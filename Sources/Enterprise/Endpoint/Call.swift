// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// A request to a deployment, with everything that it may know of the outside: the time and the connection.
package struct Call: Sendable {
    package var request: Request
    /// The time of the deployment's clock.
    package var now: Instant
    package var connection: Connection
    /// What came of the errands that the endpoint asked for.
    package var errands: [Errand: Errand.Reply] = [:]
    /// A Boolean value that indicates whether the caller makes slow edits aside, and asks again with what came of one.
    package var makesEditsAside = false
    /// The slow edit that was made aside.
    package var edit: SlowEdit.Made?
    /// The parameters, once they are read.
    private var read: Parameters?

    package init(request: Request, now: Instant, connection: Connection) {
        self.request = request
        self.now = now
        self.connection = connection
    }

    /// The parameters of the query and of a form.
    var parameters: Parameters { read ?? Parameters(request) }

    /// Reads the parameters. A form of many bytes is read before there is a lock to hold.
    package mutating func readParameters() { read = Parameters(request) }

    /// `https://host:port`, from the request's scheme and Host.
    var origin: String {
        String(
            joining: connection.tls == nil ? "http" : "https", "://",
            request.target.authority ?? request.fields["host"] ?? "localhost:\(connection.localPort)")
    }

    /// `host:port`, as the client called it.
    var authority: Substring { origin.drop { $0 != "/" }.dropFirst(2) }

    /// The host without the port; an IPv6 address has brackets.
    var host: String {
        let authority = authority
        return authority.hasPrefix("[") ? "\(authority.prefix { $0 != "]" })]" : String(authority.prefix { $0 != ":" })
    }

    var isSecure: Bool { connection.tls != nil }

    /// Returns `scheme://host:port` with the host that the client used. The port of the request stays as the client
    /// wrote it, which may have omitted it.
    func origin(isSecure: Bool, port: UInt16) -> String {
        let scheme = isSecure ? "https" : "http"
        guard port != 0, port != connection.localPort else { return "\(scheme)://\(authority)" }
        return port == (isSecure ? 443 : 80) ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }
}
