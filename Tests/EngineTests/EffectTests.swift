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
            // What comes before it stalls; of a head, nothing does.
            let last = "GET /effect \(tls ? "TLSv1.3" : "plain") 0"
            if stage == .head {
                until("it was asked") { site.echo.seen.change { $0.requests.count } > 0 }
            } else {
                let wanted = stage == .end ? last : "\r\n\r\n"
                _ = client?.bytes { String(decoding: $0, as: UTF8.self).contains(wanted) }
            }
            while case .bytes? = client?.receive() {}
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
        let changes = ChangeNotifier()
        let hold = Hold(changes: changes) { isOpen.withLock { $0 } ? 0 : nil }
        site.echo.effects.withLock { $0 = [.hold(hold), .deliver { $0.bytesPerSecond = 1000 }] }
        let client = try site.client(tls: tls, timeout: 300)
        client.send(Array((Self.next + Self.request + Self.next).utf8))
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        let last = "GET /next \(tls ? "TLSv1.3" : "plain") 0"
        let before = client.bytes { text($0).hasSuffix(last) }.bytes
        #expect(text(before).hasSuffix(last))
        #expect(client.receive() == .ended(.timeout), "the second is held, and the third behind it")
        isOpen.withLock { $0 = true }
        changes.notify()
        let after = client.bytes { text($0).contains("GET /effect") && text($0).hasSuffix(last) }.bytes
        let text = text(before + after)
        let asked = ["/next", "/effect", "/next"].map { "GET \($0) \(tls ? "TLSv1.3" : "plain") 0" }
        #expect(text.matches(of: /GET \/[a-z]+ (plain|TLSv1\.3) 0/).map { String($0.output.0) } == asked)
    }

    @Test("what is held until a moment goes at that moment, without a change")
    func alarm() throws {
        let site = try Site()
        defer { site.listener.stop() }
        let due = MonotonicClock.milliseconds + 200
        let asked = Lock(0)
        let hold = Hold(changes: ChangeNotifier()) {
            asked.withLock { $0 += 1 }
            return max(0, due - MonotonicClock.milliseconds)
        }
        site.echo.effects.withLock { $0 = [.hold(hold)] }
        let client = try site.client(timeout: 5_000)
        client.send(Array(Self.request.utf8))
        let text = client.bytes { String(decoding: $0, as: UTF8.self).contains("GET /effect") }.bytes
        #expect(!text.isEmpty && MonotonicClock.milliseconds >= due)
        #expect(asked.withLock { $0 } <= 20, "it is woken, not polled: a look each millisecond would be two hundred")
    }

    @Test("a client that leaves while its response is held is forgotten")
    func leavingHeld() throws {
        let site = try Site()
        let changes = ChangeNotifier()
        let asked = Lock(0)
        let hold = Hold(changes: changes) {
            asked.withLock { $0 += 1 }
            return nil
        }
        site.echo.effects.withLock { $0 = [.hold(hold)] }
        let client = try site.client(timeout: 100)
        client.send(Array(Self.request.utf8))
        until("it is held") { asked.withLock { $0 } == 1 }
        #expect(client.receive() == .ended(.timeout))
        site.listener.stop(drain: 0)
        let before = asked.withLock { $0 }
        changes.notify()
        Echo.pause(milliseconds: 50)
        #expect(before == 1 && asked.withLock { $0 } == 1)
    }

    @Test("stopping does not wait for what misbehaves on purpose")
    func stopping() throws {
        let site = try Site()
        site.echo.effects.withLock { $0 = [.deliver { $0.stop(at: .head, with: .stall) }] }
        let client = try site.client(timeout: 100)
        client.send(Array(Self.request.utf8))
        #expect(client.receive() == .ended(.timeout))
        let began = MonotonicClock.milliseconds
        #expect(site.listener.stop(drain: 60_000).isEmpty)
        #expect(MonotonicClock.milliseconds - began < 30_000)
    }
}
