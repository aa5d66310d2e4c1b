// SPDX-License-Identifier: Apache-2.0

/// What is known of the connection a request came on: values only, no socket.
package struct Connection: Sendable, Hashable {
    /// Counts from 1 within one listener.
    package var id: UInt64
    /// The client's address, numeric: `127.0.0.1`, `::1`.
    package var peerAddress: String
    package var peerPort: UInt16
    /// The port of ours that it came to.
    package var localPort: UInt16
    /// `nil` on plain HTTP.
    package var tls: TLSFacts?

    package struct TLSFacts: Sendable, Hashable {
        /// `TLSv1.3`
        package var version: String
        /// The name the client asked for (SNI).
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
