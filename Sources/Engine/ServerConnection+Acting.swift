// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import COpenSSL
internal import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Misbehaving on purpose: a response becomes a row of acts, and the connection is busy until they are done.
extension ServerConnection {
    enum Act {
        case hold(@Sendable () -> Bool)
        case send([UInt8])
        case dribble(ArraySlice<UInt8>, bytesPerSecond: Int)
        case stall
        case reset
        case close
        /// TLS's `handshake_failure`, once the client has said its hello.
        case alert
    }

    /// What is to be done about a response with effects.
    func plan(_ outgoing: OutgoingResponse, _ request: Request) -> [Act] {
        let isLast = write(outgoing, request)
        var bytes = unsafe ServerConnection.outBytes
        unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
        let head = ServerConnection.headLength(bytes)
        var acts: [Act] = []
        var rate: Int?
        var ending: [Act] = isLast ? [.close] : []
        for effect in outgoing.effects {
            switch effect {
            case .close, .gzip: break
            case .hold(let condition): acts.append(.hold(condition))
            case .dribble(let bytesPerSecond): rate = bytesPerSecond
            case .truncate(let count):
                bytes.removeLast(max(0, bytes.count - head - count))
                ending = [.close]
            case .contentLength(let by):
                bytes = ServerConnection.shifted(bytes, head, by)
                ending = [.close]
            case .stall(let stage):
                bytes.removeLast(bytes.count - ServerConnection.length(bytes, head, stage, ofReset: false))
                ending = [.stall]
            case .reset(let stage):
                bytes.removeLast(bytes.count - ServerConnection.length(bytes, head, stage, ofReset: true))
                ending = [.reset]
            }
        }
        acts.append(rate.map { .dribble(bytes[...], bytesPerSecond: $0) } ?? .send(bytes))
        return acts + ending
    }

    private static func length(_ bytes: [UInt8], _ head: Int, _ stage: Effect.Stage, ofReset: Bool) -> Int {
        switch stage {
        case .head: 0
        case .body: head + (bytes.count - head) / 2
        case .end: ofReset ? bytes.count : bytes.count - 1
        }
    }

    /// Up to the empty line.
    private static func headLength(_ bytes: [UInt8]) -> Int {
        let mark = Array("\r\n\r\n".utf8)
        let index = bytes.indices.first { bytes[$0] == 13 && bytes[$0...].starts(with: mark) }
        return index.map { $0 + mark.count } ?? bytes.count
    }

    /// The same response with another Content-Length.
    private static func shifted(_ bytes: [UInt8], _ head: Int, _ by: Int) -> [UInt8] {
        let lines = String(decoding: bytes[..<head], as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false)
        let name = "content-length:"
        let written = lines.map { line -> String in
            guard line.lowercased().hasPrefix(name), let length = Int(ASCII.trimmed(line.dropFirst(name.count)))
            else { return String(line) }
            return "\(line.prefix(name.count)) \(max(0, length + by))"
        }
        return Array(written.joined(separator: "\r\n").utf8) + bytes[head...]
    }

    /// Begins a row of acts; the connection reads no further request before they are done.
    func begin(_ acts: [Act]) {
        self.acts = acts
        actedAt = MonotonicClock.milliseconds
        isBusy = true
    }

    /// Does what can be done now; the rest at the next tick.
    func act() {
        while let next = acts.first, phase != .gone {
            switch next {
            case .hold(let condition):
                guard condition() else { return }
            case .send(let bytes):
                unsafe ServerConnection.outBytes = bytes
                send()
            case .dribble(let bytes, let rate):
                guard !dribbled(bytes, rate) else { break }
                return
            case .stall: return leftAlone()
            case .alert:
                guard refused() else { return }
                acts = [.stall]
                return
            case .reset:
                // What was sent before it goes first: a reset drops what the kernel still has.
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

    /// Sends what is due of the bytes; `true` once all are sent.
    private func dribbled(_ bytes: ArraySlice<UInt8>, _ rate: Int) -> Bool {
        let now = MonotonicClock.milliseconds
        let due = min(bytes.count, Int(Int64(rate) * (now - actedAt) / 1000))
        guard due > 0 else { return bytes.isEmpty }
        // What is less than a byte of time is kept.
        actedAt += Int64(due) * 1000 / Int64(rate)
        unsafe ServerConnection.outBytes = Array(bytes.prefix(due))
        send()
        acts[0] = .dribble(bytes.dropFirst(due), bytesPerSecond: rate)
        return due == bytes.count
    }

    /// Sends a fatal alert: RFC 8446 section 6, the number is `handshake_failure`. `false`: nothing has come yet.
    private func refused() -> Bool {
        // Unread bytes would make a reset of the end, and the alert would be lost with it.
        let count = unsafe recv(descriptor, &ServerConnection.inBytes, ServerConnection.inBytes.count, 0)
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR { return false }
        let alert: [UInt8] = [0x15, 3, 3, 0, 2, 2, 40]
        if count > 0 { unsafe _ = alert.withUnsafeBytes { unsafe sendPlain($0.baseAddress, $0.count) } }
        shutdown(descriptor, Int32(SHUT_WR))
        return true
    }

    /// Ends once the client has left.
    private func leftAlone() {
        if hasEnded { return end() }
        guard unsafe stream == nil else { return }
        // What the client says is read away, or its leaving would not be seen behind it.
        let count = unsafe recv(descriptor, &ServerConnection.inBytes, ServerConnection.inBytes.count, 0)
        if count == 0 || count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR { end() }
    }

    /// Closes so that the client is told of a reset, not of an end.
    func reset() {
        // OpenSSL would say goodbye first.
        if let ssl = unsafe ssl { unsafe SSL_set_quiet_shutdown(ssl, 1) }
        mp_reset_on_close(descriptor)
        end()
    }

    /// What the service wants done before anything is asked; `true` if the connection is taken.
    func isTaken(by effect: EarlyEffect?) -> Bool {
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
