// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import COpenSSL
package import Trust
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A blocking client connection to a server, for `check` and for tests.
@safe package final class Client {
    /// The ways a connection ends.
    package enum Ending: String, Sendable, Hashable {
        case fin, reset, timeout
        /// The TLS handshake failed: the peer sent an alert, or its certificate is not trusted.
        case handshake
    }

    package enum Received: Sendable, Hashable {
        case bytes([UInt8])
        case ended(Ending)
    }

    package struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
        /// How the handshake ended, or `nil` if there was no connection.
        package var ending: Ending?
    }

    private let descriptor: Int32
    private let ssl: OpaquePointer?
    private var chunk = [UInt8](repeating: 0, count: 16_384)

    /// Connects to a server. `trust` names the authorities to check the server's certificate against; without it the
    /// connection has no TLS. `timeout` limits the connect and each read and write, in milliseconds.
    package init(host: String, port: UInt16, trust: ClientContext?, timeout: Int32 = 30_000) throws(Failure) {
        // Report a write to a closed connection as an error code instead of ending the process.
        signal(SIGPIPE, SIG_IGN)
        descriptor = unsafe mp_connect(host, String(port), timeout)
        guard descriptor >= 0 else {
            unsafe ssl = nil
            let why = unsafe -descriptor == ENOENT ? "no such host" : String(cString: strerror(-descriptor))
            throw Failure(description: "cannot connect to \(host) port \(port): \(why)")
        }
        guard let trust else {
            unsafe ssl = nil
            return
        }
        ERR_clear_error()
        unsafe ssl = trust.makeSSL(host: host)
        guard let ssl = unsafe ssl else { throw Failure(description: "no TLS for \(host)") }
        unsafe SSL_set_fd(ssl, descriptor)
        let result = unsafe SSL_connect(ssl)
        guard result == 1 else {
            let ending = unsafe Client.ending(ofHandshake: ssl, result, errno)
            let verdict = unsafe SSL_get_verify_result(ssl)
            let why =
                unsafe verdict == X509_V_OK
                ? OpenSSLFailure("the handshake failed").description
                : String(cString: X509_verify_cert_error_string(verdict))
            throw Failure(description: "no TLS with \(host) port \(port): \(why)", ending: ending)
        }
    }

    /// Connects to a socket of this machine by its path, without TLS.
    package init(socket path: String, timeout: Int32 = 30_000) throws(Failure) {
        signal(SIGPIPE, SIG_IGN)
        unsafe ssl = nil
        descriptor = unsafe mp_connect_socket(path, timeout)
        guard descriptor >= 0 else {
            throw Failure(description: unsafe "cannot connect to \(path): \(String(cString: strerror(-descriptor)))")
        }
    }

    private static func ending(ofHandshake ssl: OpaquePointer, _ result: Int32, _ failure: Int32) -> Ending {
        switch unsafe SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .timeout
        case SSL_ERROR_SYSCALL: return failure == ECONNRESET || failure == EPIPE ? .reset : .fin
        default: return mp_is_unexpected_eof(ERR_peek_error()) != 0 ? .fin : .handshake
        }
    }

    deinit {
        if let ssl = unsafe ssl {
            unsafe SSL_shutdown(ssl)
            unsafe SSL_free(ssl)
        }
        if descriptor >= 0 { close(descriptor) }
    }

    /// Sets the time-out of each read and write, in milliseconds.
    package func limit(_ milliseconds: Int32) { mp_limit(descriptor, milliseconds) }

    /// Sends bytes and returns whether all of them were accepted. If not, `receive` returns how the connection ended.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[sent...])
                if let ssl = unsafe ssl { return unsafe Int(SSL_write(ssl, rest.baseAddress, Int32(rest.count))) }
                return unsafe write(descriptor, rest.baseAddress, rest.count)
            }
            // A process that was stopped and goes on is interrupted, for the sockets have a time-out (signal(7)).
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Ends the sending side of the connection.
    package func finish() {
        if let ssl = unsafe ssl { unsafe SSL_shutdown(ssl) }
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Waits for bytes until the time-out.
    package func receive() -> Received {
        while true {
            if let received = next() { return received }
        }
    }

    /// What comes; `nil`: a signal came in between.
    private func next() -> Received? {
        if let ssl = unsafe ssl {
            let count = unsafe SSL_read(ssl, &chunk, Int32(chunk.count))
            if count > 0 { return .bytes(Array(chunk[..<Int(count)])) }
            let failure = errno
            switch unsafe SSL_get_error(ssl, count) {
            case SSL_ERROR_WANT_READ where failure == EINTR: return nil
            case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .ended(.timeout)
            case SSL_ERROR_SYSCALL where failure == ECONNRESET: return .ended(.reset)
            default: return .ended(.fin)
            }
        }
        let count = unsafe read(descriptor, &chunk, chunk.count)
        if count > 0 { return .bytes(Array(chunk[..<count])) }
        if count == 0 { return .ended(.fin) }
        if errno == EINTR { return nil }
        return .ended(errno == EAGAIN || errno == EWOULDBLOCK ? .timeout : .reset)
    }
}
