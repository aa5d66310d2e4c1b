internal import CLibevent
internal import COpenSSL
internal import Formats
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// One connection on its event loop: bytes to requests, replies to bytes. Touched on the loop's thread only.
@safe final class Wire: @unchecked Sendable {
    // Sendable: workers hold on to it only to hand their result back to the loop.
    private enum Phase {
        /// Waits for the first byte, which tells TLS.
        case peeking
        case handshaking
        case open
        /// The last answer is on its way out.
        case flushing
        /// Sent FIN, reads what still comes so that the client can read the answer.
        case lingering
        case gone
    }

    private(set) var facts: Connection
    private unowned let listener: Listener
    private let descriptor: Int32
    private var phase = Phase.peeking
    private var peek: OpaquePointer?
    private var stream: OpaquePointer?
    private var ssl: OpaquePointer?
    private var reader: RequestReader
    /// A worker makes the answer; later requests wait.
    private var isBusy = false
    private var hasEnded = false
    private var isDraining = false
    /// Milliseconds of the monotonic clock.
    private var deadline: Int64
    private var headBegan: Int64?

    /// Where reading and writing pass through; one loop, one thread, one buffer each.
    nonisolated(unsafe) private static var inBytes = [UInt8](repeating: 0, count: 64 * 1024)
    nonisolated(unsafe) private static var outBytes: [UInt8] = []

    /// Unsent bytes beyond which no further request is read.
    private static let backlog = 1 << 20

    init(_ descriptor: Int32, _ facts: Connection, listener: Listener) {
        self.descriptor = descriptor
        self.facts = facts
        self.listener = listener
        reader = RequestReader(limits: listener.options.limits)
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.idle
    }

    func start() {
        evutil_make_socket_nonblocking(descriptor)
        var on: Int32 = 1
        unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        switch listener.options.protocols {
        case .http: open(isTLS: false)
        case .https: open(isTLS: true)
        case .both:
            let own = unsafe Unmanaged.passUnretained(self).toOpaque()
            unsafe peek = event_new(listener.loop.base, descriptor, Int16(EV_READ), { _, _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<Wire>.fromOpaque(context).takeUnretainedValue().firstByte()
            }, own)
            unsafe event_add(peek, nil)
        }
    }

    /// 0x16 begins a TLS record with a handshake (RFC 8446 section 5.1); no HTTP method begins so.
    private func firstByte() {
        var byte: UInt8 = 0
        let count = unsafe recv(descriptor, &byte, 1, Int32(bitPattern: UInt32(MSG_PEEK)))
        freePeek()
        guard count == 1 else { return end() }
        open(isTLS: byte == 0x16)
    }

    private func freePeek() {
        if let event = unsafe peek { unsafe event_free(event) }
        unsafe peek = nil
    }

    private func open(isTLS: Bool) {
        if isTLS {
            guard let ssl = unsafe listener.makeSSL() else {
                listener.service.handshakeFailed("no certificate could be made", on: facts)
                return end()
            }
            unsafe self.ssl = ssl
            unsafe stream = mp_bufferevent_tls(listener.loop.base, descriptor, UnsafeMutableRawPointer(ssl))
            phase = .handshaking
            deadline = MonotonicClock.milliseconds + listener.options.timeouts.head
        } else {
            unsafe stream = bufferevent_socket_new(
                listener.loop.base, descriptor, Int32(BEV_OPT_CLOSE_ON_FREE.rawValue))
            phase = .open
        }
        guard let stream = unsafe stream else { return end() }
        let own = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe bufferevent_setcb(
            stream,
            { _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<Wire>.fromOpaque(context).takeUnretainedValue().readable()
            },
            { _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<Wire>.fromOpaque(context).takeUnretainedValue().written()
            },
            { _, what, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<Wire>.fromOpaque(context).takeUnretainedValue().happened(Int32(what))
            }, own)
        unsafe bufferevent_enable(stream, Int16(EV_READ | EV_WRITE))
    }

    // MARK: What libevent says

    private func readable() {
        guard let stream = unsafe stream else { return }
        let input = unsafe bufferevent_get_input(stream)
        while true {
            let count = unsafe Int(evbuffer_remove(input, &Wire.inBytes, Wire.inBytes.count))
            guard count > 0 else { break }
            if phase == .open { unsafe reader.receive(Wire.inBytes[..<count]) }
        }
        guard phase == .open else { return }
        if headBegan == nil { headBegan = MonotonicClock.milliseconds }
        serve()
    }

    private func written() {
        switch phase {
        case .flushing: linger()
        case .open: serve()
        default: break
        }
    }

    private func happened(_ what: Int32) {
        if what & BEV_EVENT_CONNECTED != 0 { return connected() }
        if phase == .handshaking {
            listener.service.handshakeFailed(tlsFailure(what), on: facts)
            return end()
        }
        if what & BEV_EVENT_EOF != 0, phase == .open {
            hasEnded = true
            // A client may send FIN after its request and still wait for the answer.
            if !isBusy { ended() }
            return
        }
        end()
    }

    private func connected() {
        guard phase == .handshaking, let ssl = unsafe ssl else { return }
        var tls = unsafe Connection.TLSFacts(
            version: String(cString: SSL_get_version(ssl)), serverName: nil, clientCertificate: nil)
        if let name = unsafe SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name) {
            tls.serverName = unsafe String(cString: name)
        }
        facts.tls = tls
        phase = .open
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.idle
    }

    private func tlsFailure(_ what: Int32) -> String {
        guard let stream = unsafe stream else { return "the handshake failed" }
        let code = unsafe bufferevent_get_openssl_error(stream)
        if code != 0, let reason = unsafe ERR_reason_error_string(UInt(code)) { return unsafe String(cString: reason) }
        return what & BEV_EVENT_EOF != 0 ? "the client left during the handshake" : "the handshake failed"
    }

    // MARK: Requests and replies

    private func serve() {
        guard let stream = unsafe stream, phase == .open, !isBusy else { return }
        unsafe Wire.outBytes.removeAll(keepingCapacity: true)
        var isLast = false
        reading: while !isLast {
            switch reader.next() {
            case .needMore: break reading
            case .continueExpected: unsafe Wire.outBytes += Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
            case .failure(let failure):
                if let response = listener.service.answer(unreadable: failure, on: facts) {
                    unsafe ResponseWriter.write(response, keepsAlive: false, to: &Wire.outBytes)
                }
                isLast = true
            case .request(let request):
                headBegan = nil
                switch listener.service.answer(request, on: facts) {
                case .now(let outgoing): isLast = write(outgoing, request)
                case .later(let work):
                    isBusy = true
                    later(work, request)
                    break reading
                }
                if unsafe evbuffer_get_length(bufferevent_get_output(stream)) + Wire.outBytes.count > Wire.backlog {
                    break reading
                }
            }
        }
        if unsafe !Wire.outBytes.isEmpty { send() }
        if isLast { return flush() }
        if !reader.isInside { headBegan = nil }
        let timeouts = listener.options.timeouts
        deadline = (headBegan ?? MonotonicClock.milliseconds) + (headBegan == nil ? timeouts.idle : timeouts.head)
        if reader.isInBody { deadline += timeouts.body }
    }

    /// Appends the response; `true` if it is the connection's last.
    private func write(_ outgoing: Outgoing, _ request: Request) -> Bool {
        var response = outgoing.response
        Gzip.code(&response, for: request)
        let keepsAlive = request.keepsAlive && !isDraining && !outgoing.effects.contains(.close)
        unsafe ResponseWriter.write(
            response, isHead: request.method == "HEAD", minorVersion: request.minorVersion, keepsAlive: keepsAlive,
            to: &Wire.outBytes)
        return !keepsAlive
    }

    /// Straight to the socket while nothing waits before it: that saves libevent a round of its loop.
    private func send() {
        guard let stream = unsafe stream else { return }
        var sent = 0
        let output = unsafe bufferevent_get_output(stream)
        if unsafe ssl == nil, unsafe evbuffer_get_length(output) == 0 {
            sent = unsafe max(0, Wire.outBytes.withUnsafeBytes {
                unsafe sendBytes(descriptor, $0.baseAddress, $0.count)
            })
            if unsafe sent == Wire.outBytes.count { return }
        }
        unsafe Wire.outBytes.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[sent...])
            unsafe bufferevent_write(stream, rest.baseAddress, rest.count)
        }
    }

    private func sendBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        unsafe Glibc.send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
        #else
        unsafe Darwin.send(descriptor, bytes, count, 0)
        #endif
    }

    private func later(_ work: @escaping @Sendable () -> Outgoing, _ request: Request) {
        let loop = listener.loop
        Workers.shared.post {
            let outgoing = work()
            loop.post { self.finish(outgoing, request) }
        }
    }

    private func finish(_ outgoing: Outgoing, _ request: Request) {
        isBusy = false
        guard phase == .open else { return }
        unsafe Wire.outBytes.removeAll(keepingCapacity: true)
        let isLast = write(outgoing, request)
        send()
        if isLast { return flush() }
        serve()
        if hasEnded, phase == .open, !isBusy { ended() }
    }

    /// The client sent FIN: half a request is told so, and the connection ends.
    private func ended() {
        guard phase == .open else { return }
        if reader.isInside {
            let failure = ReadFailure(status: 400, reason: "the connection ended inside a request")
            if let response = listener.service.answer(unreadable: failure, on: facts) {
                unsafe Wire.outBytes.removeAll(keepingCapacity: true)
                unsafe ResponseWriter.write(response, keepsAlive: false, to: &Wire.outBytes)
                send()
            }
        }
        flush()
    }

    // MARK: The end

    private func flush() {
        guard let stream = unsafe stream else { return }
        phase = .flushing
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.idle
        if unsafe evbuffer_get_length(bufferevent_get_output(stream)) == 0 { linger() }
    }

    /// RFC 9112 section 9.6: closing with unread bytes resets the connection, and the answer is lost with it.
    private func linger() {
        if let ssl = unsafe ssl { unsafe SSL_shutdown(ssl) }
        shutdown(descriptor, Int32(SHUT_WR))
        guard !hasEnded, let stream = unsafe stream else { return end() }
        phase = .lingering
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.linger
        unsafe bufferevent_enable(stream, Int16(EV_READ))
    }

    private func end() {
        guard phase != .gone else { return }
        phase = .gone
        freePeek()
        if let stream = unsafe stream {
            unsafe bufferevent_free(stream)
        } else {
            close(descriptor)
        }
        unsafe stream = nil
        unsafe ssl = nil
        listener.closed(self)
    }

    /// Time-outs, every 50 ms.
    func check(_ now: Int64) {
        guard now >= deadline, phase != .gone else { return }
        if isBusy && !isDraining { return }
        switch phase {
        case .handshaking:
            listener.service.handshakeFailed("the handshake was not finished in time", on: facts)
            end()
        case .open where isDraining:
            listener.cutOff("connection from \(facts.peerAddress) port \(facts.peerPort)")
            end()
        case .open where reader.isInside:
            let failure = ReadFailure(status: 408, reason: "the request was not whole in time")
            guard let response = listener.service.answer(unreadable: failure, on: facts)
            else { return end() }
            unsafe Wire.outBytes.removeAll(keepingCapacity: true)
            unsafe ResponseWriter.write(response, keepsAlive: false, to: &Wire.outBytes)
            send()
            flush()
        default: end()
        }
    }

    /// The listener stops: idle connections end now, others after their answer or at the deadline.
    func drain(_ until: Int64) {
        isDraining = true
        if phase == .open, isBusy || reader.isInside {
            deadline = until
        } else if phase == .flushing {
            deadline = min(deadline, until)
        } else {
            end()
        }
    }
}
