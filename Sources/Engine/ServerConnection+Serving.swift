// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import COpenSSL
internal import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Requests and replies.
extension ServerConnection {
    /// Answers requests until more bytes are needed, a worker is busy, or too much waits to be sent.
    func serve() {
        guard phase == .open, !isBusy else { return }
        var isLast = false
        while !isLast, !isBusy, !isBackedUp {
            unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
            let step = fill()
            if unsafe !ServerConnection.outBytes.isEmpty { sendTogether() }
            if !acts.isEmpty { return act() }
            if step == .waits { break }
            isLast = step == .isLast
        }
        if isLast { return flush() }
        if !reader.isInside { headBegan = nil }
        let timeouts = listener.options.timeouts
        deadline = (headBegan ?? MonotonicClock.coarseMilliseconds) + (headBegan == nil ? timeouts.idle : timeouts.head)
        if reader.isInBody { deadline += timeouts.body }
    }

    private enum Step {
        /// The next request is incomplete, or a worker has this one.
        case waits
        /// There is enough to send at once.
        case full
        case isLast
    }

    /// Writes answers into `outBytes`.
    private func fill() -> Step {
        while unsafe ServerConnection.outBytes.count <= ServerConnection.backlog {
            switch reader.next() {
            case .needMore: return .waits
            case .continueExpected: unsafe ServerConnection.outBytes += Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
            case .failure(let failure):
                if let response = listener.service.answer(unreadable: failure, on: facts) {
                    unsafe ResponseWriter.write(response, keepsAlive: false, to: &ServerConnection.outBytes)
                }
                return .isLast
            case .request(let request):
                headBegan = nil
                if listener.service.answersLater {
                    isBusy = true
                    listener.service.take(request, on: facts) { [loop = listener.loop] outgoing in
                        loop.post {
                            // One that has ended has no listener any more.
                            if self.phase == .open, outgoing.effects.isEmpty, outgoing.isLongToCode(for: request) {
                                self.leave({ outgoing }, request)
                            } else {
                                self.finish(outgoing, request)
                            }
                        }
                    }
                    return .waits
                }
                switch listener.service.answer(request, on: facts) {
                case .ready(let outgoing) where !outgoing.effects.isEmpty:
                    // The plan is written into the buffer that holds the answers before it.
                    let before = unsafe ServerConnection.outBytes
                    unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
                    begin(plan(outgoing, request))
                    unsafe ServerConnection.outBytes = before
                    return .waits
                case .ready(let outgoing) where outgoing.isLongToCode(for: request):
                    isBusy = true
                    leave({ outgoing }, request)
                    return .waits
                case .ready(let outgoing):
                    if write(outgoing, request) { return .isLast }
                    if isBackedUp { return .full }
                case .deferred(let work):
                    isBusy = true
                    leave(work, request)
                    return .waits
                case .waiting(let work):
                    isBusy = true
                    leave(work, request, to: .clients)
                    return .waits
                }
            }
        }
        return .full
    }

    /// Appends the response and returns whether it is the connection's last.
    ///
    /// A large body is sent at once and from where it is, after what was written before it; one whose bytes an effect
    /// changes is `whole`.
    func write(_ outgoing: OutgoingResponse, _ request: Request, whole: Bool = false) -> Bool {
        var outgoing = outgoing
        outgoing.code(for: request)
        let response = outgoing.response
        let framing = outgoing.effects.isEmpty ? .length : outgoing.framing(for: request)
        let keepsAlive =
            request.keepsAlive && !isDraining && (outgoing.effects.isEmpty || !outgoing.closes(for: request))
        let isHead = request.method == "HEAD"
        let isApart =
            !whole && !isHead && framing == .length && response.status == 200
            && response.body.count > HeldBytes.worthwhile
        unsafe ResponseWriter.write(
            response, isHead: isHead || isApart, framing: framing, minorVersion: request.minorVersion,
            keepsAlive: keepsAlive, to: &ServerConnection.outBytes)
        if isApart {
            send()
            unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
            send(body: response.body)
        }
        return !keepsAlive
    }

    /// Sends a body without copying what the socket does not take now.
    private func send(body: [UInt8]) {
        sendWaiting()
        guard let stream = unsafe stream else { return }
        let held = HeldBytes(body)
        let output = unsafe bufferevent_get_output(stream)
        var sent = 0
        if unsafe ssl == nil, unsafe evbuffer_get_length(output) == 0 {
            sent = unsafe max(0, sendPlain(held.bytes.baseAddress, held.bytes.count))
        }
        unsafe held.append(from: sent, to: output)
    }

    /// Sends `outBytes` with the answers to others of the same turn.
    private func sendTogether() {
        if unsafe !listener.loop.outbox.keeps(ServerConnection.outBytes, for: self) { send() }
    }

    /// Sends what waits for the end of the turn, before anything that goes at once.
    func sendWaiting() {
        if isInOutbox { listener.loop.outbox.send() }
    }

    /// Sends `outBytes`, after what waits for the end of the turn.
    func send() {
        sendWaiting()
        unsafe ServerConnection.outBytes.withUnsafeBytes { unsafe send($0) }
    }

    /// Sends straight to the socket while nothing is queued. This saves a round of libevent's loop.
    func send(_ bytes: UnsafeRawBufferPointer) {
        guard let stream = unsafe stream else { return }
        var sent = 0
        let output = unsafe bufferevent_get_output(stream)
        if unsafe evbuffer_get_length(output) == 0 {
            sent = unsafe max(0, sendBytes(bytes.baseAddress, bytes.count))
            if sent == bytes.count { return }
        }
        guard let first = bytes.baseAddress else { return }
        unsafe bufferevent_write(stream, first + sent, bytes.count - sent)
    }

    /// Returns the number of bytes sent; zero or less if the socket is full.
    private func sendBytes(_ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        if let ssl = unsafe ssl {
            // One record at most: libevent retries what is not sent with the same bytes, as OpenSSL requires.
            guard count <= 16_384 else { return 0 }
            ERR_clear_error()
            return unsafe Int(SSL_write(ssl, bytes, Int32(count)))
        }
        return unsafe sendPlain(bytes, count)
    }

    /// Sends without TLS.
    func sendPlain(_ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            return unsafe Glibc.send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
        #else
            return unsafe Darwin.send(descriptor, bytes, count, 0)
        #endif
    }

    /// Leaves the work to a worker.
    private func leave(
        _ work: @escaping @Sendable () -> OutgoingResponse, _ request: Request, to workers: Workers = .shared
    ) {
        let loop = listener.loop
        workers.post {
            var outgoing = work()
            outgoing.code(for: request)
            loop.post { [outgoing] in self.finish(outgoing, request) }
        }
    }

    func finish(_ outgoing: OutgoingResponse, _ request: Request) {
        isBusy = false
        guard phase == .open else { return }
        unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
        if !outgoing.effects.isEmpty {
            begin(plan(outgoing, request))
            return act()
        }
        let isLast = write(outgoing, request)
        send()
        if isLast { return flush() }
        serve()
        pauseOrGoOn()
        if hasEnded, phase == .open, !isBusy { ended() }
    }

    /// Handles the client's FIN: an incomplete request is answered with an error, and the connection ends.
    func ended() {
        guard phase == .open, !isBackedUp else { return }
        if reader.isInside {
            let failure = ReadFailure(
                status: 400, reason: "the connection ended inside a request", target: reader.target)
            if let response = listener.service.answer(unreadable: failure, on: facts) {
                unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
                unsafe ResponseWriter.write(response, keepsAlive: false, to: &ServerConnection.outBytes)
                send()
            }
        }
        flush()
    }
}
