// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing
import Trust

@testable import Engine

@Suite("Large bodies")
struct LargeBodyTests {
    private static func get(_ target: String, _ more: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(more)\r\n"
    }

    /// The bytes of a body that is its own: none is where another one's is.
    private static func body(_ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) } }

    @Test("come whole and in order around the size from which they are not copied", arguments: [false, true])
    func sizes(_ tls: Bool) throws {
        let site = try Site()
        defer { site.listener.stop() }
        let limit = HeldBytes.worthwhile
        let sizes = [limit - 1, limit, limit + 1, 10, 1_000_000, 0, limit + 1, 3]
        let client = try site.client(tls: tls)
        client.send(Array(sizes.map { Self.get("/size/\($0)") }.joined().utf8))
        var rest: [UInt8] = []
        for size in sizes {
            let (head, body) = try Self.next(client, &rest)
            #expect(head.contains("Content-Length: \(size)\r\n"))
            #expect(body == Self.body(size), "\(size)")
        }
        #expect(rest.isEmpty)
        let head = Site.exchange(client, "HEAD /size/\(limit + 1) HTTP/1.1\r\nHost: a\r\n\r\n", isHead: true)
        #expect(head?["content-length"] == "\(limit + 1)" && head?.body.isEmpty == true)
        #expect(Site.exchange(client, Self.get("/after"))?.status == 200)
    }

    /// One response, as many bytes as it says.
    private static func next(_ client: Client, _ rest: inout [UInt8]) throws -> (String, [UInt8]) {
        func end() -> Int? {
            guard rest.count >= 4 else { return nil }
            return (3..<rest.count).first { Array(rest[($0 - 3)...$0]) == [13, 10, 13, 10] }
        }
        while true {
            if let end = end() {
                let head = String(decoding: rest[...end], as: UTF8.self)
                let digits = head.firstRange(of: "Content-Length: ").map {
                    head[$0.upperBound...].prefix(while: \.isNumber)
                }
                let length = digits.flatMap { Int($0) } ?? 0
                if rest.count > end + length {
                    let body = Array(rest[(end + 1)..<(end + 1 + length)])
                    rest.removeFirst(end + 1 + length)
                    return (head, body)
                }
            }
            guard case .bytes(let more) = client.receive() else { throw Ended() }
            rest += more
        }
    }

    private struct Ended: Error {}

    @Test("are compressed by workers: the loop has the answers of others first", arguments: [false, true])
    func coding(_ answersLater: Bool) throws {
        let site = try Site(answersLater: answersLater)
        defer { site.listener.stop() }
        let isLeft = ConditionVariable<Bool?>(nil)
        site.echo.aside.withLock { aside in
            aside = { [listener = site.listener] in
                // The loop comes to this when it has done with the answer, and before what a worker has for it later.
                listener.loop.post {
                    let isBusy = listener.wires.values.contains { $0.isBusy }
                    isLeft.change { $0 = isBusy }
                }
            }
        }
        let response = Site.exchange(try site.client(), Self.get("/big", "Accept-Encoding: gzip\r\n"))
        #expect(response?["content-encoding"] == "gzip" && (response?.body.count ?? .max) < 100_000)
        #expect(isLeft.wait { $0 })
    }
}
