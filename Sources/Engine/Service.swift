// SPDX-License-Identifier: Apache-2.0

package import Formats

/// The service that the engine runs.
///
/// Its methods are called on the connection's event loop, so they must not block.
package protocol Service: AnyObject, Sendable {
    /// Answers a complete request.
    func answer(_ request: Request, on connection: Connection) -> Reply
    /// Answers bytes that are not a request. The response, if any, is written and the connection is closed.
    func answer(unreadable failure: ReadFailure, on connection: Connection) -> Response?
    /// Reports that TLS could not be negotiated. Nothing can be answered.
    func handshakeFailed(_ reason: String, on connection: Connection)
    /// Reports the end of an accepted connection: called exactly once, after everything else.
    func closed(_ connection: Connection)
    /// Reports an accepted connection before anything is read from it.
    func accepted(_ connection: Connection) -> ConnectionFault?
    /// Reports the first bytes of a TLS handshake.
    func handshakes(_ connection: Connection) -> ConnectionFault?
}

extension Service {
    package func accepted(_ connection: Connection) -> ConnectionFault? { nil }
    package func handshakes(_ connection: Connection) -> ConnectionFault? { nil }
}
