// SPDX-License-Identifier: Apache-2.0

package import Formats

/// The service that the engine runs.
///
/// Its methods are called on the connection's event loop, so they must not block.
package protocol Service: AnyObject, Sendable {
    /// Answers a complete request.
    ///
    /// Deferred work runs on a worker thread; the connection's loop writes the result. Later requests of the connection wait.
    func answer(_ request: Request, on connection: Connection) -> Deferrable<OutgoingResponse>
    /// Answers bytes that are not a request. The response, if any, is written and the connection is closed.
    func answer(unreadable failure: ReadFailure, on connection: Connection) -> Response?
    /// Reports that TLS could not be negotiated. Nothing can be answered.
    func handshakeFailed(_ reason: String, on connection: Connection)
    /// Reports the end of an accepted connection: called exactly once, after everything else.
    func closed(_ connection: Connection)
    /// A Boolean value that indicates whether `take` is asked instead of `answer`.
    var answersLater: Bool { get }
    /// Takes a request that is answered later, by a call of `then` on any thread. Later requests of the connection wait.
    func take(_ request: Request, on connection: Connection, then: @escaping @Sendable (OutgoingResponse) -> Void)
    /// Reports an accepted connection before anything is read from it.
    func accepted(_ connection: Connection) -> ConnectionFault?
    /// Reports the first bytes of a TLS handshake.
    func handshakes(_ connection: Connection) -> ConnectionFault?
    /// Reports that connections wait because none can be accepted now, once until one is.
    func cannotAccept(_ reason: String)
}

extension Service {
    package var answersLater: Bool { false }
    package func take(
        _ request: Request, on connection: Connection, then: @escaping @Sendable (OutgoingResponse) -> Void
    ) {}
    package func accepted(_ connection: Connection) -> ConnectionFault? { nil }
    package func handshakes(_ connection: Connection) -> ConnectionFault? { nil }
    package func cannotAccept(_ reason: String) {}
}
