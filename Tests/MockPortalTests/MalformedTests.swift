// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Testing
import Trust

@testable import MockPortal

/// Bytes that are no request: a clear 4xx or a closed connection in its time, a journal entry, and the next connection
/// served as if nothing had happened.
@Suite("Malformed HTTP")
struct MalformedTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        /// `nil`: the connection is closed without an answer.
        var status: Int?
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ status: Int?) {
            self.name = name
            bytes = Array(text.utf8)
            self.status = status
        }

        init(_ name: String, bytes: [UInt8], _ status: Int?) {
            self.name = name
            self.bytes = bytes
            self.status = status
        }
    }

    private static let chunked =
        "POST /portal/sharing/generateToken HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    static let cases = [
        Case("a chunk size that is none", chunked + "zz\r\nabc\r\n0\r\n\r\n", 400),
        Case("a negative chunk size", chunked + "-1\r\nabc\r\n0\r\n\r\n", 400),
        Case("a chunk longer than it says", chunked + "2\r\nabcdef\r\n0\r\n\r\n", 400),
        Case("a chunk size beyond any number", chunked + "ffffffffffffffffff\r\n", 400),
        Case(
            "both Content-Length and Transfer-Encoding",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        Case(
            "two Content-Lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
            400),
        Case(
            "100 KB of header", "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 100_000))\r\n\r\n", 431
        ),
        Case(
            "100 KB of many headers",
            "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X-a: b\r\n", count: 12_500))\r\n", 431),
        Case(
            "100 KB of header that never ends",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 100_000))", 431),
        Case(
            "a target over the limit", "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        Case("a body over the limit", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 70000000\r\n\r\nabc", 413),
        Case("half a request, then silence", "GET /portal/sharing/rest HTTP/1.1\r\nHo", 408),
        Case("half a body, then silence", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc", 408),
        Case("NUL in the target", "GET /portal/\0 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        Case("NUL in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 400),
        Case("bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400),
        Case("HTTP/0.9", "GET /\r\n\r\n", 400),
        Case("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        Case("no Host", "GET / HTTP/1.1\r\n\r\n", 400),
        Case("rubbish", bytes: Array("\u{1}\u{2}\u{3}\u{4}\r\n\r\n".utf8), 400),
        Case("bytes that are no UTF-8", bytes: [0xFF, 0xFE, 0xFD, 13, 10, 13, 10], 400),
        Case("a TLS hello cut short", bytes: [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03], nil),
        Case("a TLS record that is none", bytes: [0x16] + [UInt8](repeating: 0x41, count: 600), nil),
    ]

    @Test("is answered or closed, noted, and forgotten", arguments: cases)
    func malformed(_ malformed: Case) throws {
        let wire = try SocketFixture { $0.timeouts = (head: 3_000, body: 300, idle: 30_000) }
        defer { wire.portal.stopAndWait() }
        let (response, ending) = SocketFixture.send(malformed.bytes, on: try wire.client())
        #expect(response?.status == malformed.status)
        if malformed.status == nil { #expect(ending != .timeout && ending != nil) }
        let journal = wire.portal.state.withLock { $0.journal.exchanges }
        #expect(journal.count == 1)
        switch journal.first?.received {
        case .unreadable(let failure):
            #expect(failure.status == malformed.status)
            #expect(!failure.reason.isEmpty)
        case .handshake(let reason):
            #expect(malformed.status == nil)
            #expect(!reason.isEmpty)
        default: Issue.record("no journal entry of its kind: \(journal)")
        }
        let next = try wire.get("/portal/sharing/rest?f=json", tls: true)
        #expect(next?.text.contains(#""enterpriseVersion":"11.4.0""#) == true)
    }

    /// Where it was going, and the code of what is said there; `nil`: nobody knows that it was going to `/_mock`.
    struct Control: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var status: Int
        var code: String?
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ status: Int, _ code: String?) {
            (self.name, self.text, self.status, self.code) = (name, text, status, code)
        }
    }

    private static let post = "POST /_mock/verify HTTP/1.1\r\nHost: a\r\n"

    static let control = [
        Control("a header without a colon", "GET /_mock/health HTTP/1.1\r\nHost a\r\n\r\n", 400, "bad-request"),
        Control("no Host", "GET /_mock/health HTTP/1.1\r\n\r\n", 400, "bad-request"),
        Control("in absolute form", "GET http://localhost/_mock/health HTTP/1.1\r\n\r\n", 400, "bad-request"),
        Control("a bare LF", "GET /_mock/health HTTP/1.1\nHost: a\n\n", 400, "bad-request"),
        Control("a chunk size that is none", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "bad-request"),
        Control("half a body, then silence", post + "Content-Length: 10\r\n\r\nabc", 408, "too-slow"),
        Control("half a head, then silence", "GET /_mock/health HTTP/1.1\r\nHo", 408, "too-slow"),
        Control("a body over the limit", post + "Content-Length: 70000000\r\n\r\nabc", 413, "too-large"),
        Control("chunks over the limit", post + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n", 413, "too-large"),
        Control(
            "a target over the limit",
            "GET /_mock/\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414, "target-too-long"),
        Control(
            "a target that never ends", "GET /_mock/\(String(repeating: "a", count: 40_000))", 414, "target-too-long"),
        Control(
            "100 KB of header", post + "X: \(String(repeating: "a", count: 100_000))\r\n\r\n", 431, "head-too-long"),
        Control("another coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501, "not-implemented"),
        Control("another version", "GET /_mock/health HTTP/2.0\r\nHost: a\r\n\r\n", 505, "other-version"),
        Control("not there", "GET /_mocks/health HTTP/1.1\r\n\r\n", 400, nil),
        Control("no target yet", "GET\r\n\r\n", 400, nil),
    ]

    @Test("under /_mock it is answered as everything is there", arguments: control)
    func underControl(_ given: Control) throws {
        let wire = try SocketFixture { $0.timeouts = (head: 3_000, body: 300, idle: 30_000) }
        defer { wire.portal.stopAndWait() }
        let response = SocketFixture.send(Array(given.text.utf8), on: try wire.client()).0
        #expect(response?.status == given.status)
        #expect(response?.json?["error"]?["code"]?.text == given.code)
        #expect((response?["content-type"] == "application/json;charset=utf-8") == (given.code != nil))
        guard given.code != nil else { return }
        #expect(response?.json?.members?.map(\.name) == ["error"])
        #expect(response?.json?["error"]?["message"]?.text?.isEmpty == false)
        let documented = OpenAPI.json["paths"]?["/verify"]?["post"]?["responses"]?.members?.map(\.name)
        #expect(documented?.contains("\(given.status)") == true)
    }

    @Test("a connection that says nothing is closed when its time is over")
    func silent() throws {
        let wire = try SocketFixture { $0.timeouts = (head: 200, body: 200, idle: 300) }
        defer { wire.portal.stopAndWait() }
        #expect(try wire.client().receive() == .ended(.fin))
    }
}
