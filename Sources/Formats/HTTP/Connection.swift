// SPDX-License-Identifier: Apache-2.0

/// The facts of the connection that a request came on: values only, no socket.
package struct Connection: Sendable, Hashable {
    /// The connection's number, counted from 1 within its listener.
    package var id: UInt64
    /// The client's numeric address: `127.0.0.1`, `::1`.
    package var peerAddress: String
    package var peerPort: UInt16
    /// The listener's port.
    package var localPort: UInt16
    /// The TLS facts; `nil` for plain HTTP.
    package var tls: TLSFacts?

    package struct TLSFacts: Sendable, Hashable {
        /// The version of the protocol, such as `TLSv1.3`.
        package var version: String
        /// The host name that the client asked for (SNI).
        package var serverName: String?
        /// The client's certificate in DER, if it sent one.
        package var clientCertificate: [UInt8]?

        package init(version: String, serverName: String?, clientCertificate: [UInt8]?) {
            self.version = version
            self.serverName = serverName
            self.clientCertificate = clientCertificate
        }
    }

    package init(id: UInt64, peerAddress: String, peerPort: UInt16, localPort: UInt16, tls: TLSFacts?) {
        self.id = id
        self.peerAddress = peerAddress
        self.peerPort = peerPort
        self.localPort = localPort
        self.tls = tls
    }
}
