// SPDX-License-Identifier: Apache-2.0

package import Formats

/// What the engine serves: whoever answers, it does not know. Called on the connection's event loop, so it must not block.
package protocol Service: AnyObject, Sendable {
    /// A whole request has come.
    func answer(_ request: Request, on connection: Connection) -> Reply
    /// Bytes came that are no request. The response, if any, is written and the connection closed.
    func answer(unreadable failure: ReadFailure, on connection: Connection) -> Response?
    /// TLS could not be agreed; nothing can be answered.
    func handshakeFailed(_ reason: String, on connection: Connection)
    /// Always called once for a connection that was accepted, after everything else.
    func closed(_ connection: Connection)
    /// A connection was accepted; nothing of it was read.
    func accepted(_ connection: Connection) -> EarlyEffect?
    /// The first bytes of TLS came.
    func handshakes(_ connection: Connection) -> EarlyEffect?
}

extension Service {
    package func accepted(_ connection: Connection) -> EarlyEffect? { nil }
    package func handshakes(_ connection: Connection) -> EarlyEffect? { nil }
}
