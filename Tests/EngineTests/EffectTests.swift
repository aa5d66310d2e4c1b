// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing
import Trust

@testable import Engine

@Suite("Effects")
struct EffectTests {
    private static let request = "GET /effect HTTP/1.1\r\nHost: localhost\r\n\r\n"
    private static let next = "GET /next HTTP/1.1\r\nHost: localhost\r\n\r\n"

    @Test("what the client leaves is closed, wherever it was stalled", arguments: [false, true])
    func leaving(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        for stage in [Delivery.Point.head, .body, .end] {
            site.echo.effects.withLock { $0 = [.deliver { $0.stop(at: stage, with: .stall) }] }
            var client: Client? = try site.client(tls: tls, timeout: 100)
            client?.send(Array(Self.request.utf8))
            while case .bytes? = client?.receive() {}
            #expect(client?.receive() == .ended(.timeout))
            let before = site.echo.seen.change { $0.closed }
            client = nil
            #expect(site.echo.seen.wait { $0.closed > before ? true : nil })
        }
        if tls { return }
        site.echo.early.withLock { $0.accept = .stall }
        var client: Client? = try site.client(timeout: 100)
        client?.send(Array(Self.request.utf8))
        #expect(client?.receive() == .ended(.timeout))
        let before = site.echo.seen.change { $0.closed }
        client = nil
        #expect(site.echo.seen.wait { $0.closed > before ? true : nil })
    }

    @Test("requests behind a held or slow answer wait for it", arguments: [false, true])
    func order(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        let isOpen = Lock(false)
        site.echo.effects.withLock { $0 = [.hold { isOpen.withLock { $0 } }, .deliver { $0.bytesPerSecond = 1000 }] }
        let client = try site.client(tls: tls, timeout: 300)
        client.send(Array((Self.next + Self.request + Self.next).utf8))
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        let last = "GET /next \(tls ? "TLSv1.3" : "plain") 0"
        let before = client.bytes { text($0).hasSuffix(last) }.bytes
        #expect(text(before).hasSuffix(last))
        #expect(client.receive() == .ended(.timeout), "the second is held, and the third behind it")
        isOpen.withLock { $0 = true }
        let after = client.bytes { text($0).contains("GET /effect") && text($0).hasSuffix(last) }.bytes
        let text = text(before + after)
        let asked = ["/next", "/effect", "/next"].map { "GET \($0) \(tls ? "TLSv1.3" : "plain") 0" }
        #expect(text.matches(of: /GET \/[a-z]+ (plain|TLSv1\.3) 0/).map { String($0.output.0) } == asked)
    }

    @Test("stopping does not wait for what misbehaves on purpose")
    func stopping() throws {
        let site = try Site()
        site.echo.effects.withLock { $0 = [.deliver { $0.stop(at: .head, with: .stall) }] }
        let client = try site.client(timeout: 100)
        client.send(Array(Self.request.utf8))
        #expect(client.receive() == .ended(.timeout))
        let began = MonotonicClock.milliseconds
        #expect(site.listener.stop(drain: 5_000).isEmpty)
        #expect(MonotonicClock.milliseconds - began < 2_000)
    }
}
