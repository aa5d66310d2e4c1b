// SPDX-License-Identifier: Apache-2.0

/// How long a connection may take, in milliseconds of wall time whatever a scenario's clock says.
package struct Timeouts: Sendable {
    /// From the first byte to a whole request, and for the TLS handshake: 408 beyond.
    package var head: Int64 = 10_000
    /// A whole body, after its head.
    package var body: Int64 = 60_000
    /// Between requests.
    package var idle: Int64 = 60_000
    /// How long a closed connection is read so that the client sees the answer, not a reset.
    package var linger: Int64 = 1_000

    package init() {}
}
