// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing
import Trust

@testable import Engine

@Suite("Bodies made piece by piece")
struct PiecesTests {
    private static let asked = "GET /effect HTTP/1.1\r\nHost: localhost\r\n\r\n"

    /// Pieces of these sizes, each of a letter of its own, and how many were made.
    private static func pieces(_ sizes: [Int]) -> (Pieces, Lock<Int>) {
        let made = Lock(0)
        let pieces = Pieces {
            made.withLock { made in
                guard made < sizes.count else { return nil }
                defer { made += 1 }
                return piece(made, sizes[made])
            }
        }
        return (pieces, made)
    }

    private static func piece(_ number: Int, _ size: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(ascii: "a") + UInt8(number % 26), count: size)
    }

    @Test("come in chunks, in order, and the connection goes on", arguments: [false, true])
    func chunked(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client(tls: tls)
        for sizes in [[1], [], [3, 100_000, 1, 300_000, 5], Array(repeating: 70_000, count: 10)] {
            let (pieces, _) = Self.pieces(sizes)
            site.echo.effects.withLock { $0 = [.pieces(pieces)] }
            let answer = Site.exchange(client, Self.asked)
            #expect(answer?["transfer-encoding"] == "chunked" && answer?["content-length"] == nil)
            let whole = sizes.enumerated().flatMap { Self.piece($0.offset, $0.element) }
            #expect(answer?.body == whole, "\(sizes)")
        }
        #expect(Site.exchange(client, "GET /after HTTP/1.1\r\nHost: localhost\r\n\r\n")?.status == 200)
    }

    @Test("wait for a client that does not read, and are not made in advance")
    func unread() throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client()
        let (pieces, made) = Self.pieces(Array(repeating: 1 << 20, count: 200))
        site.echo.effects.withLock { $0 = [.pieces(pieces)] }
        client.send(Array(Self.asked.utf8))
        until("the first is made") { made.withLock { $0 } > 0 }
        Echo.pause(milliseconds: 300)
        let early = made.withLock { $0 }
        // What the kernel takes for both sides is some MiB.
        #expect(early < 100, "\(early) pieces were made for nobody")
        var count = 0
        while count < 200 << 20, case .bytes(let bytes) = client.receive() { count += bytes.count }
        #expect(count >= 200 << 20 && made.withLock { $0 } == 200)
    }

    @Test("end with the connection for a client of HTTP/1.0")
    func old() throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client()
        let (pieces, _) = Self.pieces([10, 100_000])
        site.echo.effects.withLock { $0 = [.pieces(pieces)] }
        client.send(Array("GET /effect HTTP/1.0\r\nConnection: keep-alive\r\n\r\n".utf8))
        let (text, _) = Site.rest(client)
        #expect(!text.contains("Transfer-Encoding") && text.contains("\r\nConnection: close\r\n"))
        let body = String(decoding: Self.piece(0, 10) + Self.piece(1, 100_000), as: UTF8.self)
        #expect(text.hasSuffix("\r\n\r\n\(body)"))
    }

    @Test("are not made for a client that has gone")
    func gone() throws {
        let site = try Site()
        defer { site.listener.stop() }
        let (pieces, made) = Self.pieces(Array(repeating: 1 << 20, count: 2000))
        site.echo.effects.withLock { $0 = [.pieces(pieces)] }
        do {
            let client = try site.client()
            client.send(Array(Self.asked.utf8))
            Echo.pause(milliseconds: 50)
            // It closes its socket when nobody has it any more.
            withExtendedLifetime(client) {}
        }
        _ = site.echo.seen.wait { $0.closed > 0 ? $0 : nil }
        let then = made.withLock { $0 }
        Echo.pause(milliseconds: 100)
        #expect(made.withLock { $0 } <= then + 1 && then < 2000)
    }

    @Test("come to their end while the listener stops, and the connection with them")
    func drained() throws {
        let site = try Site()
        let client = try site.client()
        // More than the kernel takes, so that most are made after the stop has begun.
        let (pieces, made) = Self.pieces(Array(repeating: 1 << 20, count: 40))
        site.echo.effects.withLock { $0 = [.pieces(pieces)] }
        client.send(Array(Self.asked.utf8))
        until("the first is made") { made.withLock { $0 } > 0 }
        Echo.pause(milliseconds: 100)
        let early = made.withLock { $0 }
        let cut = ConditionVariable<[String]?>(nil)
        // No worker: those make what it waits for.
        _ = OwnThread.start("stop") { [listener = site.listener] in
            let told = listener.stop(drain: 60_000)
            cut.change { $0 = told }
        }
        Echo.pause(milliseconds: 100)
        var count = 0
        while case .bytes(let bytes) = client.receive() { count += bytes.count }
        #expect(early < 40 && count > 40 << 20)
        #expect(cut.wait { $0 } == [])
    }

    @Test("are let go when the client takes none for as long as a connection may be idle")
    func stuck() throws {
        let site = try Site { $0.timeouts.idle = 300 }
        defer { site.listener.stop() }
        let (pieces, _) = Self.pieces(Array(repeating: 1 << 20, count: 2000))
        site.echo.effects.withLock { $0 = [.pieces(pieces)] }
        let client = try site.client()
        client.send(Array(Self.asked.utf8))
        _ = site.echo.seen.wait { $0.closed > 0 ? $0 : nil }
    }
}
