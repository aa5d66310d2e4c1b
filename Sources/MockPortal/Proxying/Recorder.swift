// SPDX-License-Identifier: Apache-2.0

import Engine
import Facts
import Formats
import Recording
import Trust

/// A proxy in front of real sites that keeps every exchange: for its clients a server of this package, for the sites a client.
///
/// It asks the sites that were named and no others. Requests of one connection go over one connection, in order, so that a
/// handshake such as NTLM's gets through.
final class Recorder: Service {
    private let upstreams: [Upstream]
    private let trust: ClientContext
    private let kept = Lock<RecordedFile>(RecordedFile(.har))
    private let lines = Lock<[UInt64: UpstreamLine]>([:])
    private let clock = Clock(start: nil)
    private let count = Lock(0)

    init(_ upstreams: [Upstream], trust: ClientContext) {
        self.upstreams = upstreams
        self.trust = trust
    }

    /// What was recorded so far.
    var file: RecordedFile { kept.withLock { $0 } }

    func answer(_ request: Request, on connection: Connection) -> Deferrable<OutgoingResponse> {
        guard let upstream = upstreams.first(where: { $0.has(request.target.path) }) else {
            let known = upstreams.map { "\($0.path.isEmpty ? "/" : $0.path) is \($0.url.origin)\($0.url.target)" }
            return .ready(Self.own(404, "Nothing is recorded here. \(known.joined(separator: "; "))."))
        }
        let number = count.withLock { count in
            count += 1
            return count
        }
        return .waiting { [self] in OutgoingResponse(pass(request, to: upstream, on: connection, number: number)) }
    }

    func answer(unreadable failure: ReadFailure, on connection: Connection) -> Response? {
        Self.own(failure.status, failure.reason).response
    }
    func handshakeFailed(_ reason: String, on connection: Connection) {}
    func closed(_ connection: Connection) { lines.withLock { $0[connection.id] = nil } }

    private static func own(_ status: Int, _ text: String) -> OutgoingResponse {
        OutgoingResponse(
            Response(
                status: status, fields: [.init("Content-Type", "text/plain;charset=UTF-8")],
                body: Array("mock-portal record: \(text)\n".utf8)))
    }

    // MARK: one exchange

    private func pass(_ request: Request, to upstream: Upstream, on connection: Connection, number: Int) -> Response {
        let host = request.target.authority ?? request.fields["host"] ?? "127.0.0.1:\(connection.localPort)"
        let origin = "\(connection.tls == nil ? "http" : "https")://\(host)"
        let urls = UpstreamURLs(upstreams, here: origin)
        func remote(_ text: String) -> String { urls.remote(text, at: upstream, here: origin) }
        var url = upstream.url
        url.target = remote(upstream.target(of: request.target.path) + (request.target.query.map { "?\($0)" } ?? ""))
        var sent = StepRequest(get: url)
        sent.method = request.method
        sent.headers = request.fields.list.compactMap { field in
            Self.isOwn(field.name) ? nil : (field.name, remote(field.value))
        }
        // What the client here can read is asked for.
        sent.headers.append(("Accept-Encoding", "gzip"))
        let text = String(validating: request.body, as: UTF8.self)
        sent.body = text.map { Array(remote($0).utf8) } ?? request.body
        let line = lines.withLock { lines in
            let line = lines[connection.id] ?? UpstreamLine()
            lines[connection.id] = line
            return line
        }
        let time = clock.now
        var exchange = RecordedExchange(
            number: number, time: time, method: request.method, url: url,
            fields: sent.headers.map { Response.Field($0.name, $0.value) }, body: sent.body)
        let result = line.go(sent, trust: trust)
        guard case .success(let received) = result else {
            keep(exchange)
            guard case .failure(let failure) = result else { return Self.own(502, "").response }
            return Self.own(502, failure.description).response
        }
        let isText = String(validating: received.body, as: UTF8.self)
        exchange.answer = RecordedAnswer(
            status: received.status, fields: received.fields.filter { !ASCII.equal($0.name, "content-encoding") },
            body: isText == nil ? [] : received.body, isCut: isText == nil)
        keep(exchange)
        var response = Response(status: received.status)
        response.fields = received.fields.compactMap { field in
            Self.field(field, isSecure: connection.tls != nil).map { .init($0.name, urls.local($0.value)) }
        }
        response.body = isText.map { Array(urls.local($0).utf8) } ?? received.body
        return response
    }

    private func keep(_ exchange: RecordedExchange) { kept.withLock { $0.append(exchange) } }

    /// Fields of a request that are about this connection, or that the sending side writes itself.
    private static func isOwn(_ name: String) -> Bool {
        [
            "host", "content-length", "connection", "keep-alive", "proxy-connection", "transfer-encoding", "te",
            "upgrade",
            "accept-encoding", "expect",
        ].contains(name.lowercased())
    }

    /// Returns a field of an answer as it is passed on, or `nil`. Cookies belong to the host here, and a host that is asked
    /// for a moment must not be remembered as one that is always secure.
    private static func field(_ field: Response.Field, isSecure: Bool) -> Response.Field? {
        switch field.name.lowercased() {
        case "content-length", "connection", "keep-alive", "transfer-encoding", "content-encoding",
            "strict-transport-security",
            "alt-svc", "upgrade", "public-key-pins":
            return nil
        case "set-cookie":
            let parts = field.value.split(separator: ";").map { ASCII.trimmed($0) }.filter { part in
                !part.lowercased().hasPrefix("domain=") && (isSecure || part.lowercased() != "secure")
            }
            return .init(field.name, parts.joined(separator: "; "))
        default: return field
        }
    }
}

/// The connections to sites on behalf of one connection here.
final class UpstreamLine: @unchecked Sendable {
    // Sendable: the requests of a connection come one after the other, each on one worker.
    private var jar = CookieJar()

    func go(_ request: StepRequest, trust: ClientContext) -> Result<ResponseReader.Received, HTTPExchange.Failure> {
        var exchange = HTTPExchange(trust: trust, certificate: nil, jar: jar, timeout: 120_000, isEndAwaited: false)
        let result = exchange.go(request, follow: 0)
        // Cookies are the client's to keep.
        jar = CookieJar()
        jar.connections = exchange.jar.connections
        switch result {
        case .success(.response(let received)): return .success(received)
        case .success(.ended(let ending, _, let reason)):
            return .failure(.init(description: "the site ended the connection: \(reason ?? ending.rawValue)"))
        case .failure(let failure): return .failure(failure)
        }
    }
}
