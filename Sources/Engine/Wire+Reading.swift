internal import CLibevent
internal import COpenSSL
internal import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What comes in: bytes to the reader, with and without TLS.
extension Wire {
    /// Bytes wait in the socket.
    func readable() {
        var isOver = false
        // Not for ever: a client that never stops must not keep the loop from the others.
        for _ in 0..<16 {
            let count = unsafe recv(descriptor, &Wire.inBytes, Wire.inBytes.count, 0)
            if count > 0 {
                took(count)
                if unsafe count < Wire.inBytes.count { break }
            } else if count < 0, errno == EAGAIN || errno == EINTR {
                break
            } else if count < 0 {
                return end()
            } else {
                isOver = true
                break
            }
        }
        if phase == .open { served() }
        guard isOver, phase != .gone else { return }
        if phase == .open { endOfInput() } else { end() }
    }

    /// Bytes wait in the bufferevent, decrypted.
    func readableTLS() {
        guard let stream = unsafe stream else { return }
        let input = unsafe bufferevent_get_input(stream)
        while true {
            let count = unsafe Int(evbuffer_remove(input, &Wire.inBytes, Wire.inBytes.count))
            guard count > 0 else { break }
            took(count)
        }
        if phase == .open { served() }
    }

    /// After its last answer a connection's bytes are only read away.
    private func took(_ count: Int) {
        if phase == .open { unsafe reader.receive(Wire.inBytes[..<count]) }
    }

    private func served() {
        if headBegan == nil { headBegan = MonotonicClock.milliseconds }
        serve()
        pauseOrGoOn()
    }

    /// A client that asks on without taking its answers must not fill the memory.
    func pauseOrGoOn() {
        guard phase == .open, !hasEnded else { return }
        let isFull = reader.buffered > Wire.backlog && (isBusy || isBackedUp)
        guard isFull != isPaused else { return }
        isPaused = isFull
        if let stream = unsafe stream, unsafe ssl != nil {
            unsafe _ = isFull ? bufferevent_disable(stream, Int16(EV_READ)) : bufferevent_enable(stream, Int16(EV_READ))
        } else if let reading = unsafe reading {
            unsafe _ = isFull ? event_del(reading) : event_add(reading, nil)
        }
    }

    /// Whether more unsent bytes wait than a connection may have before its next request is read.
    var isBackedUp: Bool {
        guard let stream = unsafe stream else { return false }
        return unsafe evbuffer_get_length(bufferevent_get_output(stream)) > Wire.backlog
    }

    /// The client sent FIN. It may do so after its request and still wait for the answer.
    func endOfInput() {
        hasEnded = true
        if let reading = unsafe reading { unsafe event_del(reading) }
        // At close_notify libevent stops writing too, though TLS 1.3 closes each direction by itself (RFC 8446 6.1).
        if let stream = unsafe stream, unsafe ssl != nil { unsafe bufferevent_enable(stream, Int16(EV_WRITE)) }
        if !acts.isEmpty { return act() }
        if !isBusy { ended() }
    }
}
