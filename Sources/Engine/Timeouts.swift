// SPDX-License-Identifier: Apache-2.0

/// The time limits of a connection, in milliseconds of wall time whatever a scenario's clock says.
package struct Timeouts: Sendable {
    /// The limit from the first byte to the end of the head, and for the TLS handshake; 408 beyond.
    package var head: Int64 = 10_000
    /// The limit for the body after its head.
    package var body: Int64 = 60_000
    /// The limit between requests.
    package var idle: Int64 = 60_000
    /// How long to read from a connection after its last answer, so that the client sees the answer and not a reset.
    package var linger: Int64 = 1_000

    package init() {}
}
