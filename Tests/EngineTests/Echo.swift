// SPDX-License-Identifier: Apache-2.0

import Formats
import Foundation
import Trust

@testable import Engine

/// A service that says what it was asked, and remembers what happened.
final class Echo: Service {
    struct Seen {
        var requests: [String] = []
        var unreadable: [ReadFailure] = []
        var handshakes: [String] = []
        var closed = 0
    }

    let seen = ConditionVariable<Seen>(Seen())
    /// What is done to the answer to `/effect`.
    let effects = Lock<[Effect]>([])
    /// What is done on the loop while a large answer is made.
    let aside = Lock<(@Sendable () -> Void)?>(nil)
    let answersLater: Bool
    let early = Lock<(accept: ConnectionFault?, handshake: ConnectionFault?)>((nil, nil))

    init(answersLater: Bool = false) { self.answersLater = answersLater }

    func take(_ request: Request, on connection: Connection, then: @escaping @Sendable (OutgoingResponse) -> Void) {
        then(answer(request, on: connection).get())
        if request.target.path == "/big" { aside.withLock { $0 }?() }
    }

    func answer(_ request: Request, on connection: Connection) -> Deferrable<OutgoingResponse> {
        seen.change { $0.requests.append(request.target.raw) }
        let path = request.target.path
        let body = "\(request.method) \(request.target.raw) \(connection.tls?.version ?? "plain") \(request.body.count)"
        var response = Response(status: 200, fields: [.init("Content-Type", "text/plain")], body: Array(body.utf8))
        if path == "/big" {
            response.body = [UInt8](repeating: 97, count: 3_000_000)
            if !answersLater { aside.withLock { $0 }?() }
        }
        if path.hasPrefix("/size/"), let size = Int(path.dropFirst(6)) {
            response.fields = [.init("Content-Type", "application/octet-stream")]
            response.body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) }
        }
        if path == "/mid" { response.body = [UInt8](repeating: UInt8(ascii: "~"), count: 15_000) }
        if path == "/effect" { return .ready(OutgoingResponse(response, effects: effects.withLock { $0 })) }
        if path == "/close" { return .ready(OutgoingResponse(response, effects: [.close])) }
        if path.hasPrefix("/slow") {
            let done = response
            return .deferred {
                Echo.pause(milliseconds: 50)
                return OutgoingResponse(done)
            }
        }
        return .ready(OutgoingResponse(response))
    }

    func answer(unreadable failure: ReadFailure, on connection: Connection) -> Response? {
        seen.change { $0.unreadable.append(failure) }
        return Response(status: failure.status, body: Array(failure.reason.utf8))
    }

    func handshakeFailed(_ reason: String, on connection: Connection) {
        seen.change { $0.handshakes.append(reason) }
    }

    func accepted(_ connection: Connection) -> ConnectionFault? { early.withLock { $0.accept } }

    func handshakes(_ connection: Connection) -> ConnectionFault? { early.withLock { $0.handshake } }

    func closed(_ connection: Connection) {
        seen.change { $0.closed += 1 }
    }

    static func pause(milliseconds: Int64) {
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
    }
}

/// A listener on a free port with an echo behind it.
struct Site {
    let echo: Echo
    let authority: Authority
    let listener: Listener
    let trust: ClientContext

    init(answersLater: Bool = false, _ change: (inout Listener.Options) -> Void = { _ in }) throws {
        echo = Echo(answersLater: answersLater)
        authority = try Authority(hosts: [])
        trust = try ClientContext(authority: authority.pem)
        var options = Listener.Options()
        change(&options)
        listener = try Listener(options, authority: authority, service: echo)
    }

    /// An address of this machine at which no other test listens.
    static let apart = "127.0.0.78"

    /// `timeout`: of reads and writes; connecting takes as long as it takes.
    func client(tls: Bool = false, timeout: Int32 = 30_000, host: String = "127.0.0.1") throws -> Client {
        let client = try Client(host: host, port: listener.port, trust: tls ? trust : nil)
        client.limit(timeout)
        return client
    }

    /// All that comes until the connection ends.
    static func rest(_ client: Client) -> (String, Client.Ending) {
        var bytes: [UInt8] = []
        while true {
            switch client.receive() {
            case .bytes(let more): bytes += more
            case .ended(let ending): return (String(decoding: bytes, as: UTF8.self), ending)
            }
        }
    }

    /// One exchange on a connection that may go on.
    static func exchange(_ client: Client, _ text: String, isHead: Bool = false) -> ResponseReader.Received? {
        client.send(Array(text.utf8))
        return response(client, isHead: isHead)
    }

    static func response(_ client: Client, isHead: Bool = false) -> ResponseReader.Received? {
        var reader = ResponseReader(isHead: isHead)
        while true {
            if case .response(let received) = reader.next(ended: false) { return received }
            guard case .bytes(let bytes) = client.receive() else { return nil }
            reader.receive(bytes)
        }
    }
}
