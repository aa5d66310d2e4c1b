internal import CLibevent
internal import COpenSSL
internal import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Requests and replies.
extension Wire {
    func serve() {
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
    func write(_ outgoing: Outgoing, _ request: Request) -> Bool {
        var response = outgoing.response
        Gzip.code(&response, for: request)
        let keepsAlive = request.keepsAlive && !isDraining && !outgoing.effects.contains(.close)
        unsafe ResponseWriter.write(
            response, isHead: request.method == "HEAD", minorVersion: request.minorVersion, keepsAlive: keepsAlive,
            to: &Wire.outBytes)
        return !keepsAlive
    }

    /// Straight to the socket while nothing waits before it: that saves libevent a round of its loop.
    func send() {
        guard let stream = unsafe stream else { return }
        var sent = 0
        let output = unsafe bufferevent_get_output(stream)
        if unsafe ssl == nil, unsafe evbuffer_get_length(output) == 0 {
            sent = unsafe max(
                0,
                Wire.outBytes.withUnsafeBytes {
                    unsafe sendBytes(descriptor, $0.baseAddress, $0.count)
                })
            if unsafe sent == Wire.outBytes.count { return }
        }
        unsafe Wire.outBytes.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[sent...])
            unsafe bufferevent_write(stream, rest.baseAddress, rest.count)
        }
    }

    func sendBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
        #else
            unsafe Darwin.send(descriptor, bytes, count, 0)
        #endif
    }

    func later(_ work: @escaping @Sendable () -> Outgoing, _ request: Request) {
        let loop = listener.loop
        Workers.shared.post {
            let outgoing = work()
            loop.post { self.finish(outgoing, request) }
        }
    }

    func finish(_ outgoing: Outgoing, _ request: Request) {
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
    func ended() {
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
}
