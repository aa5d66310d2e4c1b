// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing
import Trust

@testable import Engine

@Suite("Listeners")
struct ListenerTests {
    private static func get(_ target: String, _ more: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(more)\r\n"
    }

    @Test("speak HTTP and TLS on one port, over IPv4 and IPv6")
    func both() throws {
        let site = try Site()
        defer { site.listener.stop() }
        for host in ["127.0.0.1", "::1", "localhost"] {
            let plain = Site.exchange(try site.client(host: host), Self.get("/a"))
            #expect(plain?.body == Array("GET /a plain 0".utf8))
            let secure = Site.exchange(try site.client(tls: true, host: host), Self.get("/a"))
            #expect(secure?.body == Array("GET /a TLSv1.3 0".utf8))
        }
    }

    @Test("speak one only where that is wanted")
    func oneOnly() throws {
        let plain = try Site { $0.protocols = .http }
        defer { plain.listener.stop() }
        #expect(throws: Client.Failure.self) { try plain.client(tls: true) }
        let secure = try Site { $0.protocols = .https }
        defer { secure.listener.stop() }
        #expect(Site.exchange(try secure.client(tls: true), Self.get("/a"))?.status == 200)
        #expect(Site.exchange(try secure.client(), Self.get("/a")) == nil)
        #expect(secure.echo.seen.wait { $0.handshakes.isEmpty ? nil : $0.handshakes.count } == 1)
    }

    @Test("keep connections, answer pipelined requests in order", arguments: [false, true])
    func pipelining(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client(tls: tls)
        // Some are made by workers: their answers must not be overtaken.
        let targets = (0..<1000).map { $0 % 250 == 100 ? "/slow/\($0)" : "/\($0)" }
        client.send(Array(targets.map { Self.get($0) }.joined().utf8))
        var reader = ResponseReader(isHead: false)
        var bytes: [UInt8] = []
        var bodies: [String] = []
        while bodies.count < targets.count {
            guard case .bytes(let more) = client.receive() else { break }
            bytes += more
            while let body = Self.next(&bytes, &reader) { bodies.append(body) }
        }
        #expect(bodies == targets.map { "GET \($0) \(tls ? "TLSv1.3" : "plain") 0" })
        #expect(site.echo.seen.change { $0.requests } == targets)
    }

    /// Takes one response with a length off the front.
    private static func next(_ bytes: inout [UInt8], _ reader: inout ResponseReader) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n"), let mark = text.firstRange(of: "Content-Length: ") else {
            return nil
        }
        let digits = text[mark.upperBound...].prefix(while: \.isNumber)
        let head = text[..<end.upperBound].utf8.count
        guard let length = Int(digits), bytes.count >= head + length else { return nil }
        let body = String(decoding: bytes[head..<head + length], as: UTF8.self)
        bytes.removeFirst(head + length)
        return body
    }

    @Test("HEAD, chunks, gzip, close, HTTP/1.0, 100-continue")
    func messages() throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client()
        let head = Site.exchange(client, "HEAD /h HTTP/1.1\r\nHost: a\r\n\r\n", isHead: true)
        #expect(head?["content-length"] == "15")
        #expect(head?.body.isEmpty == true)
        let chunked = Site.exchange(
            client, "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
        #expect(chunked?.body == Array("POST /c plain 3".utf8))
        let zipped = Site.exchange(client, Self.get("/big", "Accept-Encoding: gzip\r\n"))
        #expect(zipped?["content-encoding"] == "gzip")
        #expect(zipped?.body.starts(with: [0x1F, 0x8B]) == true)
        #expect((zipped?.body.count ?? .max) < 20_000)
        let plain = Site.exchange(client, Self.get("/big"))
        #expect(plain?.body.isEmpty == false)
        #expect(Compression.gzip.expand(zipped?.body ?? [], limit: 64 << 20) == plain?.body)
        #expect(Compression.gzip.expand(Array("no gzip".utf8), limit: 64 << 20) == nil)
        #expect(Compression.gzip.expand(Array((zipped?.body ?? []).dropLast(9)), limit: 64 << 20) == nil)
        client.send(Array("POST /e HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n".utf8))
        #expect(client.receive() == .bytes(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)))
        #expect(Site.exchange(client, "ab")?.body == Array("POST /e plain 2".utf8))
        client.send(Array(Self.get("/x", "Connection: close\r\n").utf8))
        let (text, ending) = Site.rest(client)
        #expect(text.contains("Connection: close"))
        #expect(ending == .fin)
        let old = try site.client()
        old.send(Array("GET /old HTTP/1.0\r\n\r\n".utf8))
        #expect(Site.rest(old).0.hasSuffix("GET /old plain 0"))
        let effect = try site.client()
        effect.send(Array(Self.get("/close").utf8))
        #expect(Site.rest(effect).0.hasSuffix("GET /close plain 0"))
    }

    @Test("send what is larger than any buffer", arguments: [false, true])
    func big(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client(tls: tls)
        #expect(Site.exchange(client, Self.get("/big"))?.body.count == 3_000_000)
        #expect(Site.exchange(client, Self.get("/after"))?.status == 200)
    }

    @Test(
        "answer all that was asked before the client finished sending, however slowly it reads",
        arguments: [false, true])
    func slowReader(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client(tls: tls)
        // Twelve answers of 3 MB: more than any buffer between us takes before the first is read.
        client.send(Array(String(repeating: Self.get("/big"), count: 12).utf8))
        client.finish()
        Echo.pause(milliseconds: 100)
        var count = 0
        while case .bytes(let bytes) = client.receive() { count += bytes.count }
        #expect((36_000_000...36_012_000).contains(count))
    }

    @Test("answer a slow reader of many small answers in full, with TLS too", arguments: [false, true])
    func manySmall(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client(tls: tls)
        // Some 15 MB of answers, each in one record: the socket is full in the middle of one.
        client.send(
            Array((String(repeating: Self.get("/mid"), count: 1000) + Self.get("/end", "Connection: close\r\n")).utf8))
        Echo.pause(milliseconds: 300)
        var bytes: [UInt8] = []
        while case .bytes(let more) = client.receive() { bytes += more }
        #expect(bytes.count { $0 == UInt8(ascii: "~") } == 15_000_000)
        #expect(String(decoding: bytes.suffix(40), as: UTF8.self).contains("GET /end "))
    }

    @Test("stop reading a client that asks and asks and takes no answer")
    func flood() throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client(timeout: 500)
        let batch = Array(String(repeating: Self.get("/big"), count: 20_000).utf8)
        var taken = 0
        while taken < 40, client.send(batch) { taken += 1 }
        #expect(taken < 40, "\(taken * batch.count) bytes were taken")
        #expect(Site.exchange(try site.client(), Self.get("/other"))?.status == 200)
    }

    @Test("answer a client that has already finished sending", arguments: [false, true])
    func halfClosed(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        let client = try site.client(tls: tls)
        client.send(Array(Self.get("/slow").utf8))
        client.finish()
        #expect(Site.rest(client).0.contains("GET /slow"))
    }

    @Test("give up on half a request, and on a silent connection, in their time")
    func timeouts() throws {
        let site = try Site { $0.timeouts.head = 150 }
        defer { site.listener.stop() }
        let half = try site.client()
        half.send(Array("GET / HTTP/1.1\r\nHost:".utf8))
        #expect(Site.rest(half).0.hasPrefix("HTTP/1.1 408"))
        let body = try site.client()
        body.send(Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc".utf8))
        body.finish()
        #expect(Site.rest(body).0.hasPrefix("HTTP/1.1 400"))
        let hello = try site.client()
        hello.send([0x16, 0x03, 0x01, 0x02])
        #expect(Site.rest(hello).1 != .timeout)
        // Another site, so that who only hesitates is not taken for silent.
        let other = try Site { $0.timeouts.idle = 3_000 }
        defer { other.listener.stop() }
        let (silent, idle) = (try other.client(), try other.client())
        #expect(Site.exchange(idle, Self.get("/"))?.status == 200)
        #expect(Site.rest(silent) == ("", .fin))
        #expect(Site.rest(idle) == ("", .fin))
        let seen = site.echo.seen.change { $0 }
        #expect(seen.unreadable.map(\.status).sorted() == [400, 408])
        #expect(seen.handshakes.count == 1)
    }

    @Test("say who has the port")
    func portInUse() throws {
        let site = try Site()
        defer { site.listener.stop() }
        let failure = #expect(throws: ListenFailure.self) { try Site { $0.port = site.listener.port } }
        #expect(failure?.description.contains("port \(site.listener.port) is in use") == true)
        // Named twice, an address has no port that is free at both.
        let none = #expect(throws: ListenFailure.self) { try Site { $0.hosts = ["127.0.0.1", "127.0.0.1"] } }
        #expect(none?.description == "no port is free that 127.0.0.1 and 127.0.0.1 have in common")
    }

    @Test("let running answers end when they stop, and say what they cut off")
    func stopping() throws {
        let site = try Site()
        let slow = try site.client()
        slow.send(Array(Self.get("/slow").utf8))
        _ = site.echo.seen.wait { $0.requests.isEmpty ? nil : true }
        #expect(site.listener.stop(drain: 60_000) == [])
        #expect(Site.rest(slow).0.contains("GET /slow"))
        #expect(site.echo.seen.change { $0.closed } == 1)
    }

    @Test("end in time although a request still comes, byte by byte")
    func trickling() throws {
        let site = try Site()
        let client = try site.client()
        client.send(Array("POST /slowly HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n".utf8))
        // Its head has come when another's whole request, which came later, is answered.
        #expect(Site.exchange(try site.client(), Self.get("/other"))?.status == 200)
        let cut = Lock<[String]?>(nil)
        _ = OwnThread.start("stop") { [listener = site.listener] in
            let told = listener.stop(drain: 500)
            cut.withLock { $0 = told }
        }
        // A minute and more is what a body may take.
        until("it has stopped") {
            client.send([97])
            return cut.withLock { $0 != nil }
        }
        #expect(cut.withLock { $0?.count } == 1)
    }

    @Test("cut off half a request when they stop, and answer nobody then")
    func cutting() throws {
        // An address of its own: at another, its port may be somebody else's afterwards.
        let site = try Site { $0.hosts = [Site.apart] }
        let half = try site.client(host: Site.apart)
        // Once the whole one before it is answered, the half one was read too.
        half.send(Array((Self.get("/whole") + "GET / HTTP/1.1\r\n").utf8))
        #expect(Site.response(half)?.status == 200)
        #expect(site.listener.stop(drain: 500).count == 1)
        #expect(throws: Client.Failure.self) { try site.client(host: Site.apart) }
        #expect(site.echo.seen.change { $0.closed } == 1)
    }
}
