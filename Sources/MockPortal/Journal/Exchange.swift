// SPDX-License-Identifier: Apache-2.0

public import Enterprise
public import Facts
package import Formats

/// What happened: the request as received, the response as sent, and the because.
///
/// It holds passwords and tokens as they came; what prints it masks them unless told otherwise.
public struct Exchange: Sendable {
    package enum Received: Sendable {
        case request(Request)
        /// Bytes that were no request, and why.
        case unreadable(ReadFailure)
        /// TLS was not agreed.
        case handshake(String)
    }

    /// Counts from 1 within a portal; the order of effects.
    public package(set) var number: Int
    /// When it came, by the deployment's clock.
    public package(set) var at: Instant
    package var connection: Connection
    package var received: Received
    /// The door that it came to; `nil` where nothing answers, and where no request was read.
    public package(set) var door: Door?
    /// Who the caller turned out to be: a user name, an app's client id, or `nil`.
    public package(set) var user: String?
    /// `nil` while a worker makes it, and where none was sent.
    package var response: Response?
    /// The verdicts that refused or shaped the answer, most telling first; empty where all was well.
    public package(set) var verdict: [Verdict] = []
    /// The id of the fault that struck.
    public package(set) var fault: String?
    /// From the request to the answer, in microseconds of wall time.
    public package(set) var micros: Int = 0
}

extension Exchange {
    package var request: Request? {
        if case .request(let request) = received { request } else { nil }
    }

    /// As sent: `GET`. `nil` where no request was read.
    public var method: String? { request?.method }
    /// As sent: path and query, still percent-coded. `nil` where no request was read.
    public var target: String? { request?.target.raw }
    /// The decoded path, without the query. `nil` where no request was read.
    public var path: String? { request.map { RequestMatcher.path(of: $0.target.path) } }
    /// The request's header fields, in their order.
    public var headers: [(name: String, value: String)] { request?.fields.list.map { ($0.name, $0.value) } ?? [] }
    /// The request's body, after transfer decoding.
    public var body: [UInt8] { request?.body ?? [] }
    /// The first header field of the request with that name, in any case.
    public func header(_ name: String) -> String? { headers.first { ASCII.equal($0.name, name) }?.value }
    /// The first parameter of that name, in any case: of the query, else of an urlencoded or multipart body.
    public func parameter(_ name: String) -> String? {
        guard let request else { return nil }
        let query = request.target.query.map(Form.parse) ?? []
        return query.first { ASCII.equal($0.name, name) }?.value
            ?? request.form.first { ASCII.equal($0.name, name) }?.value
    }

    /// The status of the answer; `nil` where none was sent.
    public var status: Int? { response?.status }
    /// The header fields of the answer, in their order.
    public var responseHeaders: [(name: String, value: String)] { response?.fields.map { ($0.name, $0.value) } ?? [] }
    /// The body of the answer, before it was compressed.
    public var responseBody: [UInt8] { response?.body ?? [] }
    /// The answer's body as a text.
    public var responseText: String { String(decoding: responseBody, as: UTF8.self) }
    /// Whether it came over TLS.
    public var isSecure: Bool { connection.tls != nil }
    /// Why no request could be read: of a failed handshake, or of bytes that are no HTTP. `nil` of a request.
    public var unreadable: String? {
        switch received {
        case .request: nil
        case .unreadable(let failure): failure.reason
        case .handshake(let reason): reason
        }
    }
}
