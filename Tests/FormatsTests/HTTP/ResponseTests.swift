// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("Responses")
struct ResponseTests {
    private func written(_ response: Response, isHead: Bool = false, minor: Int = 1, keepsAlive: Bool = true) -> String
    {
        var out: [UInt8] = []
        ResponseWriter.write(response, isHead: isHead, minorVersion: minor, keepsAlive: keepsAlive, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    @Test("are framed by the writer")
    func writer() {
        let response = Response(status: 200, fields: [.init("X-a", "b")], body: Array("hi".utf8))
        #expect(written(response) == "HTTP/1.1 200 OK\r\nX-a: b\r\nContent-Length: 2\r\n\r\nhi")
        #expect(written(response, isHead: true) == "HTTP/1.1 200 OK\r\nX-a: b\r\nContent-Length: 2\r\n\r\n")
        #expect(
            written(response, keepsAlive: false)
                == "HTTP/1.1 200 OK\r\nX-a: b\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi")
        #expect(
            written(response, minor: 0)
                == "HTTP/1.1 200 OK\r\nX-a: b\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nhi")
        #expect(written(Response(status: 204)) == "HTTP/1.1 204 No Content\r\n\r\n")
        #expect(written(Response(status: 499)) == "HTTP/1.1 499 Token Required\r\nContent-Length: 0\r\n\r\n")
    }

    @Test("cannot be split by a value")
    func injection() {
        let response = Response(status: 200, fields: [.init("Location", "/a\r\nSet-Cookie: x=y")])
        #expect(written(response) == "HTTP/1.1 200 OK\r\nLocation: /aSet-Cookie: x=y\r\nContent-Length: 0\r\n\r\n")
    }

    /// Fields are put together in 1,024 bytes and looked at eight bytes at once: around those sizes it could go wrong.
    @Test("have no control character but the tab, wherever one stands, and all else", arguments: [0..<40, 1000..<1030])
    func controlCharacters(_ sizes: Range<Int>) {
        for size in sizes {
            let letters = [UInt8](repeating: UInt8(ascii: "v"), count: size)
            for place in Set([0, 1, 7, 8, 9, size / 2, size - 8, size - 1, size]) where (0...size).contains(place) {
                for byte in [0, 9, 10, 13, 31, 32, 127] as [UInt8] {
                    let text = String(decoding: letters[..<place] + [byte] + letters[place...], as: UTF8.self)
                    let plain = byte == 9 || byte == 32 ? text : String(decoding: letters, as: UTF8.self)
                    let fields: [Response.Field] = [.init("A", "ä"), .init("B", text), .init("C\r\n", "c")]
                    #expect(
                        written(Response(status: 200, fields: fields))
                            == "HTTP/1.1 200 OK\r\nA: ä\r\nB: \(plain)\r\nC: c\r\nContent-Length: 0\r\n\r\n")
                }
            }
        }
    }

    @Test(
        "are read back, however they are cut",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        ])
    func reader(_ text: String) {
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            var reader = ResponseReader(isHead: false)
            reader.receive(bytes[..<cut])
            var event = reader.next(ended: false)
            if case .needMore = event {
                reader.receive(bytes[cut...])
                event = reader.next(ended: false)
            }
            guard case .response(let received) = event else {
                Issue.record("cut at \(cut): \(event)")
                continue
            }
            #expect(received.status == 200)
            #expect(String(decoding: received.body, as: UTF8.self) == "hello")
        }
    }

    @Test("without a length end with the connection")
    func untilTheEnd() {
        var reader = ResponseReader(isHead: false)
        reader.receive(Array("HTTP/1.0 200 OK\r\n\r\nhel".utf8))
        #expect(reader.next(ended: false) == .needMore)
        reader.receive(Array("lo".utf8))
        guard case .response(let received) = reader.next(ended: true) else {
            Issue.record("no response")
            return
        }
        #expect(received.body == Array("hello".utf8))
        #expect(!received.keepsAlive)
    }

    @Test(
        "that are cut short are told",
        arguments: [
            ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel", "the body ended after 3 of 5 bytes", "hel"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "the body ended after 0 of 5 bytes", ""),
            ("HTTP/1.1 200 OK\r\nContent-Le", "the connection ended inside the head", nil),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n5\r\nhe",
                "the connection ended inside the chunks", "x"
            ),
        ] as [(String, String, String?)])
    func cutShort(_ text: String, _ reason: String, _ came: String?) {
        var reader = ResponseReader(isHead: false)
        reader.receive(Array(text.utf8))
        #expect(reader.next(ended: true) == .failure(reason))
        #expect(reader.unfinished.map { String(decoding: $0.body, as: UTF8.self) } == came)
        #expect(reader.unfinished?.status == (came == nil ? nil : 200))
    }
}
