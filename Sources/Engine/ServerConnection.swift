// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import COpenSSL
internal import Trust
internal import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A server's connection on its event loop: from bytes to requests and from replies to bytes. Used on the loop's thread
/// only.
@safe final class ServerConnection: @unchecked Sendable {
    // Sendable: workers keep it only to hand their result back to the loop.
    enum Phase {
        /// Waiting for the first byte, which tells TLS from HTTP.
        case peeking
        case handshaking
        case open
        /// Sending the last answer.
        case flushing
        /// FIN is sent; input is read and discarded so that the client can read the answer.
        case lingering
        case gone
    }

    private(set) var facts: Connection
    unowned let listener: Listener
    let descriptor: Int32
    var phase = Phase.peeking
    /// The event that waits for the first byte, and later the one that reads. A bufferevent would ask the kernel for
    /// the available size before each read and copy the bytes.
    var reading: OpaquePointer?
    var stream: OpaquePointer?
    var ssl: OpaquePointer?
    var reader: RequestReader
    /// A Boolean value that indicates whether a worker makes the answer; later requests wait.
    var isBusy = false
    /// The remaining acts of a response that misbehaves on purpose, and the time of the last one.
    var acts: [Act] = []
    var actedAt: Int64 = 0
    /// What wakes the connection while a response is held.
    var holding: ChangeNotifier?
    /// The timer of a response that is held.
    var alarm: OpaquePointer?
    var hasEnded = false
    /// When the connection ends at the latest, because the listener stops; later deadlines do not count.
    var drainsUntil: Int64?
    var isDraining: Bool { drainsUntil != nil }
    /// A Boolean value that indicates whether reading is paused because too much waits to be sent.
    var isPaused = false
    /// The deadline, in milliseconds of the monotonic clock.
    var deadline: Int64
    var headBegan: Int64?
    /// A Boolean value that indicates whether an answer waits for the end of the loop's turn.
    var isInOutbox = false
    /// A Boolean value that indicates whether a worker makes the next piece of a body.
    var isPieceMade = false

    /// The buffers for reading and writing. One of each is enough because the loop has one thread.
    nonisolated(unsafe) static var inBytes = [UInt8](repeating: 0, count: 64 * 1024)
    nonisolated(unsafe) static var outBytes: [UInt8] = []

    /// The number of unsent bytes beyond which no further request is read.
    static let backlog = 1 << 20

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
        if isTaken(by: listener.service.accepted(facts)) { return }
        switch listener.options.protocols {
        case .http: open(isTLS: false)
        case .https: open(isTLS: true)
        case .both:
            let own = unsafe Unmanaged.passUnretained(self).toOpaque()
            unsafe reading = event_new(
                listener.loop.base, descriptor, Int16(EV_READ),
                { _, _, context in
                    guard let context = unsafe context else { return }
                    unsafe Unmanaged<ServerConnection>.fromOpaque(context).takeUnretainedValue().firstByte()
                }, own)
            unsafe event_add(reading, nil)
        }
    }

    /// Tells TLS from HTTP: 0x16 begins a TLS handshake record (RFC 8446 section 5.1), and no HTTP method begins with
    /// it.
    private func firstByte() {
        var byte: UInt8 = 0
        let count = unsafe recv(descriptor, &byte, 1, Int32(bitPattern: UInt32(MSG_PEEK)))
        freeReading()
        guard count == 1 else { return end() }
        open(isTLS: byte == 0x16)
    }

    func freeReading() {
        if let event = unsafe reading { unsafe event_free(event) }
        unsafe reading = nil
    }

    private func open(isTLS: Bool) {
        if isTLS {
            let effect = listener.service.handshakes(facts)
            if isTaken(by: effect) { return }
            var flaw: CertificateFlaw?
            if case .certificate(let wanted) = effect { flaw = wanted }
            guard let ssl = unsafe listener.makeSSL(flaw) else {
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
            stream, nil,
            { _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<ServerConnection>.fromOpaque(context).takeUnretainedValue().written()
            },
            { _, what, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<ServerConnection>.fromOpaque(context).takeUnretainedValue().happened(Int32(what))
            }, own)
        if isTLS {
            unsafe bufferevent_enable(stream, Int16(EV_READ | EV_WRITE))
        } else {
            startReading()
        }
    }

    private func startReading() {
        let own = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe reading = event_new(
            listener.loop.base, descriptor, Int16(EV_READ | EV_PERSIST),
            { _, _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<ServerConnection>.fromOpaque(context).takeUnretainedValue().readable()
            }, own)
        unsafe event_add(reading, nil)
    }

    // MARK: What libevent says

    private func written() {
        switch phase {
        case .flushing: linger()
        case .open where isFed || isPieced: act()
        case .open:
            serve()
            pauseOrGoOn()
            if hasEnded, phase == .open, !isBusy { ended() }
        default: break
        }
    }

    private func happened(_ what: Int32) {
        if what & BEV_EVENT_CONNECTED != 0 { return connected() }
        if phase == .handshaking {
            listener.service.handshakeFailed(tlsFailure(what), on: facts)
        }
        end()
    }

    private func connected() {
        guard phase == .handshaking, let stream = unsafe stream, let ssl = unsafe ssl else { return }
        var tls = unsafe Connection.TLSFacts(
            version: String(cString: SSL_get_version(ssl)), serverName: nil, clientCertificate: nil)
        if let name = unsafe SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name) {
            tls.serverName = unsafe String(cString: name)
        }
        if let peer = unsafe mp_ssl_peer(ssl) {
            tls.clientCertificate = unsafe Certificate.der(peer)
            unsafe X509_free(peer)
        }
        facts.tls = tls
        phase = .open
        // A record is read with its header, in one system call instead of two.
        unsafe SSL_set_read_ahead(ssl, 1)
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.idle
        unsafe bufferevent_disable(stream, Int16(EV_READ))
        startReading()
    }

    private func tlsFailure(_ what: Int32) -> String {
        guard let stream = unsafe stream else { return "the handshake failed" }
        let code = unsafe bufferevent_get_openssl_error(stream)
        if code != 0, let reason = unsafe ERR_reason_error_string(UInt(code)) { return unsafe String(cString: reason) }
        return what & BEV_EVENT_EOF != 0 ? "the client left during the handshake" : "the handshake failed"
    }
}
