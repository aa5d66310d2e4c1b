// SPDX-License-Identifier: Apache-2.0

import Engine
import Formats
import Trust

/// A request with its answer and redirects, using the cookies and connections of one jar.
struct HTTPExchange {
    /// The result of a request.
    enum Arrival {
        case response(ResponseReader.Received)
        /// The connection ended. `unfinished` is what arrived of the answer; `reason` says why there is none, if more
        /// is known than how it ended.
        case ended(Client.Ending, unfinished: ResponseReader.Received?, reason: String?)
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
        /// Why the request was not sent.
        var unsent: Unsent?
    }

    let trust: ClientContext?
    /// The user whose certificate the connections present. They are kept apart from others.
    let certificate: String?
    var jar: CookieJar
    /// The time-out of each read, in milliseconds.
    let timeout: Int32
    /// The silence after which a step that expects the connection to time out has seen it, in milliseconds.
    var silence: Int32?
    /// A Boolean value that indicates whether something of the answer must arrive: until then, silence is waiting.
    var isAnswerAwaited = false
    /// A Boolean value that indicates whether the step waits for the connection to end. Such a step uses its own
    /// connection and does not retry.
    let isEndAwaited: Bool
    /// A Boolean value that indicates whether the body keeps its content coding.
    var keepsCoding = false
    /// What may be sent to a real site, and how often.
    var courtesy: Courtesy?

    mutating func go(_ request: StepRequest, follow: Int) -> Result<Arrival, Failure> {
        var request = request
        var left = follow
        while true {
            if let reason = courtesy?.admit(request) {
                return .failure(Failure(description: "not sent: \(reason.rawValue)", unsent: reason))
            }
            let result: Arrival
            do {
                result = try exchange(request)
            } catch {
                return .failure(error)
            }
            guard case .response(let received) = result, left > 0, (300..<400).contains(received.status),
                let location = received["location"]
            else { return .success(result) }
            guard let next = request.url.resolve(location) else {
                return .failure(Failure(description: "cannot follow the redirect to \(location)"))
            }
            left -= 1
            request.url = next
            request.raw = nil
            // 303 becomes GET (RFC 9110 section 15.4); by convention, 301 and 302 after a POST do too.
            if received.status == 303 || (received.status < 303 && request.method == "POST") {
                request.method = "GET"
                request.body = []
                request.contentType = nil
            }
        }
    }

    private mutating func exchange(_ request: StepRequest) throws(Failure) -> Arrival {
        let origin = index(of: request)
        let bytes = request.bytes(cookies: jar.header(for: request.url))
        if !isEndAwaited, let kept = jar.connections.removeValue(forKey: origin) {
            // The server may have closed the connection in the meantime; retry once on a new one.
            if kept.send(bytes), let result = try read(kept, request, isKept: true) { return result }
        }
        let client: Client
        do {
            client = try Client(
                host: request.url.host, port: request.url.port, trust: request.url.isSecure ? trust : nil,
                timeout: isAnswerAwaited ? timeout : silence ?? timeout)
        } catch {
            guard isEndAwaited, let ending = error.ending else { throw Failure(description: error.description) }
            return .ended(ending, unfinished: nil, reason: error.description)
        }
        client.send(bytes)
        guard let result = try read(client, request, isKept: false) else {
            return .ended(.fin, unfinished: nil, reason: nil)
        }
        return result
    }

    private func index(of request: StepRequest) -> String {
        certificate.map { "\($0) at \(request.url.origin)" } ?? request.url.origin
    }

    /// Returns the answer, or `nil` if a reused connection was closed before anything arrived.
    private mutating func read(_ client: Client, _ request: StepRequest, isKept: Bool) throws(Failure) -> Arrival? {
        let isHead = request.method == "HEAD" || request.raw?.starts(with: "HEAD ".utf8) == true
        var reader = ResponseReader(isHead: isHead)
        var ending: Client.Ending?
        while true {
            switch reader.next(ended: ending == .fin) {
            case .response(let received):
                if received.keepsAlive, ending == nil { jar.connections[index(of: request)] = client }
                jar.take(received.fields, from: request.url)
                return .response(keepsCoding ? received : try plain(received))
            case .failure(let reason):
                if isKept, reader.isEmpty, ending != nil { return nil }
                guard let ending else { throw Failure(description: reason) }
                return .ended(ending, unfinished: reader.unfinished, reason: reader.isEmpty ? nil : reason)
            case .needMore: break
            }
            if let ending {
                if isKept && reader.isEmpty { return nil }
                return .ended(ending, unfinished: reader.unfinished, reason: nil)
            }
            switch client.receive() {
            case .bytes(let bytes):
                if let silence, reader.isEmpty { client.limit(silence) }
                reader.receive(bytes)
            case .ended(let how): ending = how
            }
        }
    }

    /// Returns the response with its body decoded, which is what steps compare.
    private func plain(_ received: ResponseReader.Received) throws(Failure) -> ResponseReader.Received {
        guard received["content-encoding"].map({ ASCII.equal($0, "gzip") }) == true, !received.body.isEmpty else {
            return received
        }
        guard let body = Compression.gzip.expand(received.body, limit: 64 << 20) else {
            throw Failure(description: "the body is not gzip although Content-Encoding says so")
        }
        var received = received
        received.body = body
        return received
    }
}
