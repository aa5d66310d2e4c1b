// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import TestSupport
import Trust

@testable import MockPortal

/// A portal in this process, asked over real sockets.
struct SocketFixture {
    let portal: MockEnterprise
    let trust: ClientContext

    init(_ name: String = "start/federated", _ change: (inout MockEnterprise.Options) -> Void = { _ in }) throws {
        var options = MockEnterprise.Options()
        options.seed = 1
        change(&options)
        try self.init(MockEnterprise.startAndWait(named: name, options: options))
    }

    init(_ portal: MockEnterprise) throws {
        self.portal = portal
        trust = try ClientContext(authority: portal.certificateAuthority.pem)
    }

    /// `timeout`: of reads and writes; connecting takes as long as it takes.
    func client(tls: Bool = false, timeout: Int32 = 30_000) throws -> Client {
        // A replica goes by ports that others share, and listens on its own.
        let own = portal.instance.replica.withLock { $0 }?.ports.here
        let port = tls ? own?.https ?? portal.sites.httpsPort : own?.http ?? portal.sites.httpPort
        let client = try Client(host: "127.0.0.1", port: port, trust: tls ? trust : nil)
        client.limit(timeout)
        return client
    }

    /// Whether nobody answers at a port, or somebody who does not know that name: a port that was let go may be another
    /// portal's by now.
    static func isGone(_ port: UInt16, knowing name: String) -> Bool {
        guard let client = try? Client(host: "127.0.0.1", port: port, trust: nil) else { return true }
        let (ready, _) = send(Array("GET /_mock/ready HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), on: client)
        return ready?.text.contains(name) != true
    }

    /// What comes for these bytes until the connection ends or a response is whole; `nil` if it ended without one.
    static func send(_ bytes: [UInt8], on client: Client) -> (ResponseReader.Received?, Client.Ending?) {
        client.send(bytes)
        var reader = ResponseReader(isHead: false)
        while true {
            if case .response(let received) = reader.next(ended: false) { return (received, nil) }
            switch client.receive() {
            case .bytes(let more): reader.receive(more)
            case .ended(let ending): return (nil, ending)
            }
        }
    }

    func get(_ target: String, fields: String = "", tls: Bool = false) throws -> ResponseReader.Received? {
        let text = "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
        return SocketFixture.send(Array(text.utf8), on: try client(tls: tls)).0
    }

    func request(
        _ method: String, _ target: String, body: String = "", type: String = "application/x-www-form-urlencoded",
        fields: String = "", tls: Bool = false
    ) throws -> ResponseReader.Received? {
        let text =
            "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n\(fields)"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        return SocketFixture.send(Array(text.utf8), on: try client(tls: tls)).0
    }
}

extension ResponseReader.Received {
    var text: String { String(decoding: body, as: UTF8.self) }
    var json: JSON? { try? JSONReader.read(body) }
}
