// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import COpenSSL
internal import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Input: bytes go to the reader, with and without TLS.
extension ServerConnection {
    private enum Read {
        case bytes(Int)
        /// No bytes are available for now.
        case none
        /// The client sent FIN, or close_notify with TLS.
        case end
        case failure
    }

    /// Reads the bytes that wait in the socket.
    func readable() {
        listener.loop.outbox.sendLate()
        var isOver = false
        // The most that one read returns: a TLS record, or the whole buffer.
        let most = unsafe ssl == nil ? ServerConnection.inBytes.count : 16_384
        // Limit the rounds: a client that never stops sending must not keep the loop from the others.
        var isCut = true
        rounds: for _ in 0..<4 {
            switch unsafe ssl == nil ? readPlain() : readTLS() {
            case .bytes(let count):
                took(count)
                guard count == most || hasPending else {
                    isCut = false
                    break rounds
                }
            case .none:
                isCut = false
                break rounds
            case .end:
                (isOver, isCut) = (true, false)
                break rounds
            case .failure: return end()
            }
        }
        if phase == .open { served() }
        if isCut, !isPaused, phase != .gone { readOn() }
        guard isOver, phase != .gone else { return }
        if phase == .open { endOfInput() } else { end() }
    }

    private func readPlain() -> Read {
        let count = unsafe recv(descriptor, &ServerConnection.inBytes, ServerConnection.inBytes.count, 0)
        if count > 0 { return .bytes(count) }
        if count == 0 { return .end }
        return errno == EAGAIN || errno == EINTR ? .none : .failure
    }

    private func readTLS() -> Read {
        ERR_clear_error()
        let count = unsafe SSL_read(ssl, &ServerConnection.inBytes, Int32(ServerConnection.inBytes.count))
        if count > 0 { return .bytes(Int(count)) }
        return switch unsafe SSL_get_error(ssl, count) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: .none
        case SSL_ERROR_ZERO_RETURN: .end
        default: .failure
        }
    }

    /// Takes the bytes of a read. After its last answer, a connection's bytes are discarded.
    private func took(_ count: Int) {
        if phase == .open { unsafe reader.receive(ServerConnection.inBytes[..<count]) }
    }

    private func served() {
        if headBegan == nil { headBegan = MonotonicClock.coarseMilliseconds }
        serve()
        pauseOrGoOn()
    }

    /// Pauses reading while too many answers are unsent. A client that sends requests without reading the answers must
    /// not fill the memory.
    func pauseOrGoOn() {
        guard phase == .open, !hasEnded else { return }
        let isFull = reader.buffered > ServerConnection.backlog && (isBusy || isBackedUp)
        guard isFull != isPaused else { return }
        isPaused = isFull
        if let reading = unsafe reading { unsafe _ = isFull ? event_del(reading) : event_add(reading, nil) }
        if !isFull { readOn() }
    }

    /// A Boolean value that indicates whether OpenSSL has bytes that it read ahead, of which the kernel says nothing more.
    private var hasPending: Bool {
        guard let ssl = unsafe ssl else { return false }
        return unsafe SSL_has_pending(ssl) == 1
    }

    /// Has what was read ahead looked at in the next round of the loop.
    private func readOn() {
        guard let reading = unsafe reading, hasPending else { return }
        unsafe event_active(reading, Int32(EV_READ), 0)
    }

    /// A Boolean value that indicates whether the unsent bytes exceed the limit for reading another request.
    var isBackedUp: Bool {
        guard let stream = unsafe stream else { return false }
        return unsafe evbuffer_get_length(bufferevent_get_output(stream)) > ServerConnection.backlog
    }

    /// Handles a FIN. A client may send it after its request and still wait for the answer.
    func endOfInput() {
        hasEnded = true
        if holding != nil { deadline = MonotonicClock.milliseconds + listener.options.timeouts.idle }
        if let reading = unsafe reading { unsafe event_del(reading) }
        if !acts.isEmpty { return act() }
        if !isBusy { ended() }
    }
}
