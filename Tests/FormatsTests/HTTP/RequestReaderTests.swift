// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

/// Bytes and what is to come of them.
struct RequestReading: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let events: [String]

    init(_ name: String, _ text: String, _ events: String...) {
        self.name = name
        bytes = Array(text.utf8)
        self.events = events
    }

    var testDescription: String { name }
}

@Suite("RequestReader")
struct RequestReaderTests {
    static let good: [RequestReading] = [
        RequestReading("nothing", ""),
        RequestReading("the least", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / 1.1 [Host=a] "),
        RequestReading("1.0 without Host", "GET /a?b=c HTTP/1.0\r\n\r\n", "GET /a?b=c 1.0 [] "),
        RequestReading(
            "order, case and repetition of fields", "GET / HTTP/1.1\r\nX-b: 1\r\nhOST: a\r\nx-B:\t2 \r\n\r\n",
            "GET / 1.1 [X-b=1|hOST=a|x-B=2] "),
        RequestReading(
            "a body by length", "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
            "POST /p 1.1 [Host=a|Content-Length=5] hello"),
        RequestReading(
            "chunks with extension and trailer",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\nhello\r\n6\r\n world\r\n0\r\nX: y\r\n\r\n",
            "POST / 1.1 [Host=a|Transfer-Encoding=chunked] hello world"),
        RequestReading(
            "no chunk but the last", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / 1.1 [Host=a|Transfer-Encoding=chunked] "),
        RequestReading(
            "two in a row", "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /1 1.1 [Host=a] ",
            "GET /2 1.1 [Host=a] "),
        RequestReading(
            "a body, then another",
            "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nabGET /2 HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /1 1.1 [Host=a|Content-Length=2] ab", "GET /2 1.1 [Host=a] "),
        RequestReading("empty lines before", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / 1.1 [Host=a] "),
        RequestReading(
            "absolute form", "GET http://h:1/p?q HTTP/1.1\r\nHost: h:1\r\n\r\n", "GET http://h:1/p?q 1.1 [Host=h:1] "),
        RequestReading("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS * 1.1 [Host=a] "),
        RequestReading("an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "GET / 1.1 [Host=] "),
        RequestReading("an unknown method", "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", "BREW /pot 1.1 [Host=a] "),
        RequestReading("a higher minor version", "GET / HTTP/1.7\r\nHost: a\r\n\r\n", "GET / 1.1 [Host=a] "),
        RequestReading(
            "bytes beyond ASCII in the target", "GET /é HTTP/1.1\r\nHost: a\r\n\r\n", "GET /é 1.1 [Host=a] "),
        RequestReading("half a head", "GET / HTTP/1.1\r\nHost: a\r\n", "inside"),
        RequestReading("half a body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel", "inside"),
    ]

    static let bad: [RequestReading] = [
        RequestReading(
            "words", "hello\r\n\r\n", "failure 400: the request line has 1 words separated by single blanks, not 3"),
        RequestReading(
            "two blanks", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            "failure 400: the request line has 4 words separated by single blanks, not 3"),
        RequestReading("a bare LF", "GET / HTTP/1.1\nHost: a\n\n", "failure 400: a line ends in LF without CR"),
        RequestReading(
            "a method that is none", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", "failure 400: the method is no token"),
        RequestReading("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "failure 505: HTTP 2.0 is not spoken here"),
        RequestReading(
            "no version", "GET / FTP/1.1\r\nHost: a\r\n\r\n", "failure 400: the version is not of the form HTTP/1.1"),
        RequestReading("no Host", "GET / HTTP/1.1\r\n\r\n", "failure 400: no Host field"),
        RequestReading(
            "two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "failure 400: more than one Host field"),
        RequestReading(
            "a Host that is none", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "failure 400: the Host field is no host"),
        RequestReading(
            "NUL in the target", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
            "failure 400: the target has the control character 0"),
        RequestReading("a fragment", "GET /#x HTTP/1.1\r\nHost: a\r\n\r\n", "failure 400: the target has a fragment"),
        RequestReading(
            "no slash", "GET x HTTP/1.1\r\nHost: a\r\n\r\n", "failure 400: the target is neither a path nor a URL"),
        RequestReading(
            "asterisk for GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", "failure 400: the target * is for OPTIONS only"),
        RequestReading(
            "folding", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
            "failure 400: a field is folded over lines (RFC 9112 section 5.2)"),
        RequestReading(
            "a blank before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
            "failure 400: a blank before the colon of a field"),
        RequestReading("no colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", "failure 400: a field has no colon"),
        RequestReading("no name", "GET / HTTP/1.1\r\n: a\r\n\r\n", "failure 400: a field has no name"),
        RequestReading(
            "NUL in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n",
            "failure 400: a field value has the control character 0"),
        RequestReading(
            "length and chunks",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "failure 400: both Content-Length and Transfer-Encoding"),
        RequestReading(
            "two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "failure 400: several Content-Length fields that differ"),
        RequestReading(
            "a length with a sign", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n",
            "failure 400: Content-Length is no number"),
        RequestReading(
            "chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
            "failure 400: Transfer-Encoding in HTTP/1.0"),
        RequestReading(
            "gzip as transfer coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
            "failure 501: a transfer coding other than chunked"),
        RequestReading(
            "a chunk size with x", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n",
            "failure 400: a chunk size is no hexadecimal number"),
        RequestReading(
            "no chunk size", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
            "failure 400: a chunk size is missing"),
        RequestReading(
            "a chunk that is longer than its size",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n",
            "failure 400: a chunk does not end in CR LF"),
        RequestReading(
            "a huge chunk", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n",
            "failure 413: a chunk is longer than 67108864 bytes"),
        RequestReading(
            "a huge body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n",
            "failure 413: the body is longer than 67108864 bytes"),
        RequestReading(
            "a good one, then a bad one", "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nrubbish\r\n\r\n", "GET /1 1.1 [Host=a] ",
            "failure 400: the request line has 1 words separated by single blanks, not 3"),
        RequestReading(
            "TLS where HTTP was meant", "\u{16}\u{3}\u{1}\r\n\r\n",
            "failure 400: the request line has 1 words separated by single blanks, not 3"),
    ]

    @Test("gives what is in the table", arguments: good + bad)
    func table(_ reading: RequestReading) {
        #expect(Drip.events(reading.bytes) == reading.events)
    }

    @Test("gives the same for every split of the bytes", arguments: good + bad)
    func everySplit(_ reading: RequestReading) {
        for cut in 0...reading.bytes.count {
            #expect(Drip.events(reading.bytes, cuts: [cut]) == reading.events, "cut at \(cut)")
        }
        #expect(Drip.events(reading.bytes, cuts: Array(0..<reading.bytes.count)) == reading.events, "byte by byte")
    }

    @Test("keeps to its limits, whole or in pieces")
    func limits() {
        var limits = Limits()
        limits.head = 200
        limits.target = 50
        limits.body = 10
        let long = String(repeating: "a", count: 300)
        let cases: [(String, String)] = [
            ("GET / HTTP/1.1\r\nHost: a\r\nX: \(long)\r\n\r\n", "failure 431: the head is longer than 200 bytes"),
            ("GET /\(long.prefix(60)) HTTP/1.1\r\nHost: a\r\n\r\n", "failure 414: the target is longer than 50 bytes"),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n",
                "failure 413: the body is longer than 10 bytes"
            ),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n3\r\n",
                "failure 413: the body is longer than 10 bytes"
            ),
        ]
        for (text, event) in cases {
            let bytes = Array(text.utf8)
            #expect(Drip.events(bytes, limits: limits) == [event])
            #expect(Drip.events(bytes, cuts: Array(0..<bytes.count), limits: limits) == [event])
        }
    }

    @Test("asks for the body of a client that waits with it")
    func continueExpected() {
        var reader = RequestReader()
        reader.receive(
            Array("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n".utf8)[...])
        guard case .continueExpected = reader.next() else {
            Issue.record("no continue")
            return
        }
        reader.receive(Array("ab".utf8)[...])
        guard case .request(let request) = reader.next() else {
            Issue.record("no request")
            return
        }
        #expect(request.body == Array("ab".utf8))
    }

    @Test(
        "knows where it was going, as soon as that was read",
        arguments: [
            ("GET /_mock/x?a=b HTTP/1.1\r\n\r\n", "/_mock/x?a=b"), ("GET /x HTTP/3.0\r\nHost: a\r\n\r\n", "/x"),
            ("\r\nGET http://h/x HTTP/1.1\r\nHost\r\n\r\n", "http://h/x"), ("GET /x\r\n\r\n", "/x"),
            ("POST /y HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n", "/y"),
            ("POST /y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "/y"),
            ("POST /y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc", "/y"),
            ("POST /y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n:\r\n", "/y"),
            ("rubbish\r\n\r\n", nil),
        ])
    func target(_ text: String, _ target: String?) {
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            var reader = RequestReader()
            reader.receive(bytes[..<cut])
            _ = reader.next()
            reader.receive(bytes[cut...])
            guard case .failure(let failure) = reader.next() else {
                Issue.record("no failure, cut at \(cut)")
                continue
            }
            #expect(failure.target?.raw == target, "cut at \(cut)")
            #expect(reader.target == failure.target)
        }
    }

    @Test("keeps the raw bytes of what it cannot read")
    func raw() {
        var reader = RequestReader()
        reader.receive(Array("rub\0bish\r\n\r\n".utf8)[...])
        guard case .failure(let failure) = reader.next() else {
            Issue.record("no failure")
            return
        }
        #expect(failure.raw == Array("rub\0bish\r\n\r\n".utf8))
    }
}

extension RequestReaderTests {
    @Test("a connection that had a large body keeps no room for it", arguments: [100, 1000, 4_000_000])
    func room(_ size: Int) {
        var reader = RequestReader()
        reader.receive(Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n".utf8)[...])
        let body = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        for start in stride(from: 0, to: size, by: 65_536) { reader.receive(body[start..<min(size, start + 65_536)]) }
        guard case .request(let request) = reader.next() else {
            Issue.record("no request")
            return
        }
        #expect(request.body == body)
        #expect(reader.room < 300_000)
        reader.receive(Array("GET /next HTTP/1.1\r\nHost: a\r\n\r\n".utf8)[...])
        guard case .request(let next) = reader.next() else {
            Issue.record("no next request")
            return
        }
        #expect(next.target.raw == "/next")
    }
}
