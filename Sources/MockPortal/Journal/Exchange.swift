// SPDX-License-Identifier: Apache-2.0

public import Enterprise
public import Facts
package import Formats

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A request as it came, the response as it was sent, and the verdicts of the rules.
///
/// It holds passwords and tokens as they arrived. Output masks them unless told otherwise.
public struct Exchange: Sendable {
    package enum Received: Sendable {
        case request(Request)
        /// Bytes that were not a request, and the reason.
        case unreadable(ReadFailure)
        /// A TLS handshake that failed.
        case handshake(String)
    }

    /// The number, counted from 1 within a portal, in the order of effects.
    public package(set) var number: Int
    /// When it came, by the deployment's clock.
    package var at: Instant
    package var connection: Connection
    package var received: Received
    /// The door that answered, or `nil` where nothing answers or no request was read.
    public package(set) var door: Door?
    /// The authenticated caller: a user name, an app's client id, or `nil`.
    public package(set) var user: String?
    /// The response, or `nil` while a worker makes it and where none was sent.
    package var response: Response?
    /// The verdicts that refused or shaped the answer, most telling first; empty where all was well.
    package var verdict: [Verdict] = []
    /// The id of the fault that struck.
    public package(set) var fault: String?
    /// From the request to the answer, in microseconds of wall time.
    package var micros: Int = 0

    /// About how much memory it takes, in bytes: its bodies, and a flat rate for what is around them.
    var byteCount: Int {
        let received =
            switch received {
            case .request(let request): request.body.count + request.target.raw.utf8.count
            case .unreadable(let failure): failure.raw.count
            case .handshake: 0
            }
        return 1024 + received + (response?.body.count ?? 0)
    }
}

extension Exchange {
    package var request: Request? {
        if case .request(let request) = received { request } else { nil }
    }

    /// The method as sent, such as `GET`, or `nil` where no request was read.
    public var method: String? { request?.method }
    /// The path and query as sent, still percent-encoded, or `nil` where no request was read.
    public var target: String? { request?.target.raw }
    /// The decoded path without the query, or `nil` where no request was read.
    public var path: String? { request.map { RequestMatcher.path(of: $0.target.path) } }
    /// The request's header fields, in order.
    public var headers: [(name: String, value: String)] { request?.fields.list.map { ($0.name, $0.value) } ?? [] }
    /// The request's body, after transfer decoding.
    public var body: [UInt8] { request?.body ?? [] }
    /// Returns the value of the first header field of the request with that name, in any case.
    public func header(_ name: String) -> String? { headers.first { ASCII.equal($0.name, name) }?.value }
    /// Returns the first parameter with that name, in any case, from the query or else from an urlencoded or multipart
    /// body.
    public func parameter(_ name: String) -> String? {
        guard let request else { return nil }
        let query = request.target.query.map(Form.parse) ?? []
        return query.first { ASCII.equal($0.name, name) }?.value
            ?? request.form.first { ASCII.equal($0.name, name) }?.value
    }

    /// The status of the answer, or `nil` where none was sent.
    public var status: Int? { response?.status }
    /// The header fields of the answer, in order.
    public var responseHeaders: [(name: String, value: String)] { response?.fields.map { ($0.name, $0.value) } ?? [] }
    /// The body of the answer, before compression.
    public var responseBody: [UInt8] { response?.body ?? [] }
    /// The body of the answer as text.
    public var responseText: String { String(decoding: responseBody, as: UTF8.self) }
    /// A Boolean value that indicates whether the request arrived over TLS.
    public var isSecure: Bool { connection.tls != nil }
    /// The verdicts that refused or shaped the answer, most telling first; empty where all was well.
    public var verdicts: [Verdict] { verdict }
    /// How long the answer took, in wall time.
    public var duration: Duration { .microseconds(micros) }
    /// Why no request could be read: of a failed handshake, or of bytes that are no HTTP. `nil` of a request.
    public var unreadable: String? {
        switch received {
        case .request: nil
        case .unreadable(let failure): failure.reason
        case .handshake(let reason): reason
        }
    }
}

extension Exchange {
    /// Milliseconds since 1970.
    @usableFromInline package var milliseconds: Int64 { at.milliseconds }

    /// When it came, by the deployment's clock.
    @_alwaysEmitIntoClient public var date: Date { Date(milliseconds: milliseconds) }
}
