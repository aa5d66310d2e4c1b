// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import COpenSSL
internal import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Ways a connection ends: after its last answer, or at a time-out.
extension ServerConnection {
    func flush() {
        sendWaiting()
        guard let stream = unsafe stream else { return }
        phase = .flushing
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.idle
        if unsafe evbuffer_get_length(bufferevent_get_output(stream)) == 0 { linger() }
    }

    /// Reads on after the last answer: closing with unread bytes resets the connection, and the answer is lost with it
    /// (RFC 9112 section 9.6).
    func linger() {
        if let ssl = unsafe ssl { unsafe SSL_shutdown(ssl) }
        shutdown(descriptor, Int32(SHUT_WR))
        guard !hasEnded, unsafe stream != nil else { return end() }
        phase = .lingering
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.linger
        if isPaused, let reading = unsafe reading { unsafe event_add(reading, nil) }
    }

    func end() {
        guard phase != .gone else { return }
        sendWaiting()
        phase = .gone
        freeReading()
        stopHolding()
        if let stream = unsafe stream {
            unsafe bufferevent_free(stream)
        } else {
            close(descriptor)
        }
        unsafe stream = nil
        unsafe ssl = nil
        listener.closed(self)
    }

    /// Checks the time-outs, every 50 ms.
    func check(_ now: Int64) {
        guard phase != .gone else { return }
        let deadline = min(deadline, drainsUntil ?? .max)
        if holding != nil, now < drainsUntil ?? .max {
            // A client that has closed its side may still read. One that has gone looks the same, and is not kept for ever.
            if hasEnded, now >= deadline { end() }
            return
        }
        if !acts.isEmpty, !isPieced, now < drainsUntil ?? .max { return act() }
        guard now >= deadline else { return }
        // Whoever makes a piece is waited for, whoever does not take it is not.
        if isBusy && !isDraining && (!isPieced || isPieceMade) { return }
        switch phase {
        case .handshaking:
            listener.service.handshakeFailed("the handshake was not finished in time", on: facts)
            end()
        case .open where isDraining:
            listener.cutOff("connection from \(facts.peerAddress) port \(facts.peerPort)")
            end()
        case .open where isPieced: end()
        case .open where reader.isInside:
            let failure = ReadFailure(
                status: 408, reason: "the request was not whole in time", target: reader.target)
            guard let response = listener.service.answer(unreadable: failure, on: facts)
            else { return end() }
            unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
            unsafe ResponseWriter.write(response, keepsAlive: false, to: &ServerConnection.outBytes)
            send()
            flush()
        default: end()
        }
    }

    /// Stops the connection: at once if it is idle, otherwise after its answer or at the deadline.
    func drain(_ until: Int64) {
        drainsUntil = until
        // A response that misbehaves on purpose is not waited for.
        if !acts.isEmpty, !isPieced { return end() }
        if phase == .open ? !isBusy && !reader.isInside : phase != .flushing { end() }
    }
}
