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

    package init(request: Request, now: Instant, connection: Connection) {
        self.request = request
        self.now = now
        self.connection = connection
    }

    /// `https://host:port`, from the request's scheme and Host.
    var origin: String {
        let scheme = connection.tls == nil ? "http" : "https"
        let host = request.target.authority ?? request.fields["host"] ?? "localhost:\(connection.localPort)"
        return "\(scheme)://\(host)"
    }
}
