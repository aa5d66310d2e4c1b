// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
package import Formats
package import Trust
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A server on one port of this machine. It needs no thread of its own.
@safe package final class Listener: @unchecked Sendable {
    // Sendable: `running` guards what changes, or only the loop's thread touches it.
    package enum Protocols: Sendable, Hashable {
        case both, http, https
    }

    package struct Options: Sendable {
        /// The addresses to listen on. Addresses that the machine does not have are skipped as long as one remains.
        package var hosts = ["127.0.0.1", "::1"]
        /// The port; 0 picks a free one, the same on all hosts.
        package var port: UInt16 = 0
        package var protocols = Protocols.both
        /// The names in the TLS certificate.
        package var names = ["localhost", "127.0.0.1", "::1"]
        /// A Boolean value that indicates whether clients are asked for a certificate. None is required.
        package var asksForCertificate = false
        package var timeouts = Timeouts()
        package var limits = Limits()
        /// Who numbers the connections; listeners of one service share it.
        package var numbers = ConnectionNumbers()

        package init() {}
    }

    package let port: UInt16
    let options: Options
    private let presentation: Lock<(names: [String], asksForCertificate: Bool)>
    let loop = EventLoop.shared
    let service: any Service
    private let authority: Authority?
    private let running = ConditionVariable<Running>(Running())
    /// Used on the loop's thread only.
    private var acceptors: [OpaquePointer] = unsafe []
    private(set) var wires: [UInt64: ServerConnection] = [:]
    private var isStopping = false
    /// A Boolean value that indicates whether no connection is accepted until the next tick.
    private var isResting = false
    /// A Boolean value that indicates whether the service was told that none can be accepted; one that is ends it.
    private var isFull = false

    private struct Running {
        var count = 0
        var isStarted = false
        var hasStopped = false
        var descriptions: [String] = []
    }

    /// Starts to listen. `authority` signs the TLS certificate; without one, only HTTP is served.
    package init(_ options: Options, authority: Authority?, service: any Service) throws(ListenFailure) {
        self.options = options
        presentation = Lock((options.names, options.asksForCertificate))
        self.service = service
        self.authority = authority
        var descriptors: [Int32] = []
        (port, descriptors) = try Listener.bind(options.hosts, options.port)
        let sockets = descriptors
        loop.post { self.start(sockets) }
        running.wait { $0.isStarted ? () : nil }
    }

    private static func bind(_ hosts: [String], _ wanted: UInt16) throws(ListenFailure) -> (UInt16, [Int32]) {
        for attempt in 0..<16 {
            var port = wanted
            var descriptors: [Int32] = []
            var failure: Int32 = 0
            for host in hosts {
                var bound: UInt16 = 0
                let descriptor = unsafe mp_listen(host, port, &bound)
                if descriptor >= 0 {
                    descriptors.append(descriptor)
                    port = bound
                } else if -descriptor == EADDRINUSE || -descriptor == EACCES {
                    failure = -descriptor
                    break
                }
            }
            if failure == 0, !descriptors.isEmpty { return (port, descriptors) }
            for descriptor in descriptors { close(descriptor) }
            // A port that is free on the first host can be in use on the next; then try another one.
            if failure == EADDRINUSE, wanted == 0, attempt < 15 { continue }
            let address = "\(hosts.joined(separator: " and ")) port \(wanted)"
            switch failure {
            case EADDRINUSE where wanted == 0:
                throw ListenFailure("no port is free that \(hosts.joined(separator: " and ")) have in common")
            case EADDRINUSE:
                throw ListenFailure(
                    "port \(wanted) is in use\(PortHolder.describe(wanted)); choose another with --port")
            case EACCES: throw ListenFailure("no permission to listen on \(address)")
            default: throw ListenFailure("cannot listen on \(address): no such address on this machine")
            }
        }
        throw ListenFailure("no free port")
    }

    private func start(_ descriptors: [Int32]) {
        for descriptor in descriptors {
            let own = unsafe Unmanaged.passUnretained(self).toOpaque()
            let acceptor = unsafe evconnlistener_new(
                loop.base,
                { _, descriptor, address, _, context in
                    guard let context = unsafe context, let address = unsafe address else { return }
                    let listener = unsafe Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue()
                    unsafe listener.accepted(descriptor, address)
                }, own, UInt32(LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC),
                // It listens already, with a longer queue than libevent's.
                0, descriptor)
            unsafe evconnlistener_set_error_cb(acceptor) { _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue().cannotAccept()
            }
            if let acceptor = unsafe acceptor { unsafe acceptors.append(acceptor) }
        }
        loop.everyTick(self) { [unowned self] now in self.sweep(now) }
        running.change { $0.isStarted = true }
    }

    private func accepted(_ descriptor: Int32, _ address: UnsafeMutablePointer<sockaddr>) {
        var text = [CChar](repeating: 0, count: 64)
        let peerPort = unsafe mp_address(address, &text, socklen_t(text.count))
        let peer = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let facts = Connection(
            id: options.numbers.next(), peerAddress: peer, peerPort: peerPort, localPort: port, tls: nil)
        running.change { $0.count += 1 }
        isFull = false
        let wire = ServerConnection(descriptor, facts, listener: self)
        wires[facts.id] = wire
        wire.start()
    }

    /// Changes the names of the certificate, and whether clients are asked for theirs, for new connections.
    package func serve(names: [String], asksForCertificate: Bool) {
        presentation.withLock { presentation in
            presentation.names = options.names + names.filter { !options.names.contains($0) }
            presentation.asksForCertificate = asksForCertificate
        }
    }

    /// Returns the TLS side of a new connection, with the given flaw in its certificate, or `nil` if there is no
    /// certificate for it.
    func makeSSL(_ flaw: CertificateFlaw? = nil) -> OpaquePointer? {
        let (names, asks) = presentation.withLock { $0 }
        guard let context = try? authority?.context(names: names, asksForCertificate: asks, flaw: flaw) else {
            return nil
        }
        return unsafe context.makeSSL()
    }

    /// Forgets a connection that has ended.
    func closed(_ wire: ServerConnection) {
        guard wires.removeValue(forKey: wire.facts.id) != nil else { return }
        service.closed(wire.facts)
        running.change { $0.count -= 1 }
        if isStopping, wires.isEmpty { finish() }
    }

    /// Lets those who connect wait in the kernel's queue until the next tick: without descriptors or memory, libevent
    /// would try again at once, and take a core.
    private func cannotAccept() {
        let reason = unsafe String(cString: strerror(errno))
        isResting = true
        for index in unsafe acceptors.indices { unsafe evconnlistener_disable(acceptors[index]) }
        guard !isFull else { return }
        isFull = true
        service.cannotAccept(reason)
    }

    private func sweep(_ now: Int64) {
        if isResting {
            isResting = false
            for index in unsafe acceptors.indices { unsafe evconnlistener_enable(acceptors[index]) }
        }
        for wire in Array(wires.values) { wire.check(now) }
    }

    /// Accepts no new connections, gives requests in progress `drain` milliseconds to finish, and then closes the rest.
    ///
    /// Returns descriptions of the connections that were cut off.
    @discardableResult
    package func stop(drain: Int64 = 5_000) -> [String] {
        let deadline = MonotonicClock.milliseconds + drain
        loop.post { self.beginStop(deadline) }
        return running.wait { $0.hasStopped ? $0.descriptions : nil }
    }

    private func beginStop(_ deadline: Int64) {
        guard !isStopping else { return }
        isStopping = true
        for index in unsafe acceptors.indices { unsafe evconnlistener_free(acceptors[index]) }
        unsafe acceptors.removeAll()
        for wire in Array(wires.values) { wire.drain(deadline) }
        if wires.isEmpty { finish() }
    }

    /// Records a connection that did not end in time.
    func cutOff(_ description: String) {
        running.change { $0.descriptions.append(description) }
    }

    private func finish() {
        loop.noMoreTicks(self)
        running.change { $0.hasStopped = true }
    }
}
