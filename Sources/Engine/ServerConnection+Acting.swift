// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import COpenSSL
internal import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Faults on purpose: a response becomes a sequence of acts, and the connection is busy until they are done.
extension ServerConnection {
    enum Act {
        case hold(Hold)
        case send([UInt8])
        case feed(Feed)
        case pieces(Pieces, isChunked: Bool)
        case dribble(ArraySlice<UInt8>, bytesPerSecond: Int)
        case stall
        case reset
        case close
        /// Sends TLS's `handshake_failure` after the client's hello.
        case alert
    }

    /// Returns the acts that send a response with its effects.
    func plan(_ outgoing: OutgoingResponse, _ request: Request) -> [Act] {
        let isLast = write(outgoing, request, whole: true)
        let bytes = unsafe ServerConnection.outBytes
        unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
        var delivery = Delivery(bytes, ending: isLast ? .close : .next)
        var acts: [Act] = []
        var body: Act?
        for effect in outgoing.effects {
            switch effect {
            case .close, .gzip: break
            case .feed(let feed): body = .feed(feed)
            case .pieces(let pieces):
                body = .pieces(pieces, isChunked: outgoing.framing(for: request) == .chunked)
            case .hold(let hold): acts.append(.hold(hold))
            case .deliver(let change): change(&delivery)
            }
        }
        acts.append(
            delivery.bytesPerSecond.map { .dribble(delivery.bytes[...], bytesPerSecond: $0) } ?? .send(delivery.bytes))
        if let body, request.method != "HEAD" { acts.append(body) }
        switch delivery.ending {
        case .next: break
        case .close: acts.append(.close)
        case .stall: acts.append(.stall)
        case .reset: acts.append(.reset)
        }
        return acts
    }

    /// Begins a sequence of acts. The connection reads no further request until they are done.
    func begin(_ acts: [Act]) {
        self.acts = acts
        actedAt = MonotonicClock.milliseconds
        isBusy = true
    }

    /// Performs the acts that are due now; the rest follow at the next ticks, or when a held response is let go.
    func act() {
        while let next = acts.first, phase != .gone {
            switch next {
            case .hold(let hold):
                guard isOver(hold) else { return }
            case .send(let bytes):
                unsafe ServerConnection.outBytes = bytes
                send()
            case .feed(let feed):
                guard isOver(feed) else { return }
            case .pieces(let pieces, let isChunked): return goOn(pieces, isChunked: isChunked)
            case .dribble(let bytes, let rate):
                guard !dribbled(bytes, rate) else { break }
                return
            case .stall: return leftAlone()
            case .alert:
                guard refused() else { return }
                acts = [.stall]
                return
            case .reset:
                // Flush what was sent before: a reset drops what the kernel still holds.
                if let stream = unsafe stream,
                    unsafe evbuffer_get_length(bufferevent_get_output(stream)) > 0
                {
                    return
                }
                return reset()
            case .close:
                acts.removeAll()
                isBusy = false
                return flush()
            }
            acts.removeFirst()
        }
        guard phase == .open else { return }
        isBusy = false
        serve()
        pauseOrGoOn()
        if hasEnded, phase == .open, !isBusy { ended() }
    }

    /// Sends the bytes that are due and returns whether all have been sent.
    private func dribbled(_ bytes: ArraySlice<UInt8>, _ rate: Int) -> Bool {
        let now = MonotonicClock.milliseconds
        let due = min(bytes.count, Int(Int64(rate) * (now - actedAt) / 1000))
        guard due > 0 else { return bytes.isEmpty }
        // Keep the time that does not add up to a whole byte.
        actedAt += Int64(due) * 1000 / Int64(rate)
        unsafe ServerConnection.outBytes = Array(bytes.prefix(due))
        send()
        acts[0] = .dribble(bytes.dropFirst(due), bytesPerSecond: rate)
        return due == bytes.count
    }

    /// Sends the fatal alert `handshake_failure` (RFC 8446 section 6) and returns `false` if nothing has arrived yet.
    private func refused() -> Bool {
        // Unread bytes would turn the close into a reset, and the alert would be lost.
        let count = unsafe recv(descriptor, &ServerConnection.inBytes, ServerConnection.inBytes.count, 0)
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR { return false }
        let alert: [UInt8] = [0x15, 3, 3, 0, 2, 2, 40]
        if count > 0 { unsafe _ = alert.withUnsafeBytes { unsafe sendPlain($0.baseAddress, $0.count) } }
        shutdown(descriptor, Int32(SHUT_WR))
        return true
    }

    /// Ends the connection once the client has closed it.
    private func leftAlone() {
        if hasEnded { return end() }
        guard unsafe stream == nil else { return }
        // Discard what the client sends; otherwise its FIN would stay hidden behind it.
        let count = unsafe recv(descriptor, &ServerConnection.inBytes, ServerConnection.inBytes.count, 0)
        if count == 0 || count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR { end() }
    }

    /// Closes the connection with a reset instead of a FIN.
    func reset() {
        // OpenSSL would send close_notify first.
        if let ssl = unsafe ssl { unsafe SSL_set_quiet_shutdown(ssl, 1) }
        mp_reset_on_close(descriptor)
        end()
    }

    /// Applies a fault of the connection and returns whether it takes over the connection.
    func isTaken(by effect: ConnectionFault?) -> Bool {
        switch effect {
        case nil, .certificate: return false
        case .reset: reset()
        case .stall: begin([.stall])
        case .alert:
            begin([.alert])
            act()
        }
        return true
    }
}
