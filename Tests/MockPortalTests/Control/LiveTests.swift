// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import TestSupport
import Testing
import Trust

@testable import MockPortal

@Suite("/_mock/live")
struct LiveTests {
    /// A listener, with what it heard so far.
    final class Ear {
        let client: Client
        var text = ""

        init(_ wire: SocketFixture, _ query: String = "", fields: String = "", tls: Bool = false) throws {
            client = try wire.client(tls: tls, timeout: 20_000)
            client.send(Array("GET /_mock/live\(query) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n".utf8))
        }

        /// Listens until the text is there; `nil` if the connection ends before.
        func hear(_ wanted: String) -> String? {
            while !text.contains(wanted) {
                guard case .bytes(let bytes) = client.receive() else { return nil }
                text += String(decoding: bytes, as: UTF8.self)
            }
            return text
        }
    }

    @Test("says hello, and tells of exchanges and edits as they come", arguments: [false, true])
    func events(_ tls: Bool) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let ear = try Ear(wire, tls: tls)
        let hello = try #require(ear.hear("\n\n"))
        #expect(hello.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"))
        #expect(!hello.contains("Content-Length") && hello.contains("Connection: close\r\n"))
        #expect(hello.contains("event: hello\ndata: {\"version\":") && hello.contains("\"access\":\"full\""))
        let body = "username=viewer&password=hush-hush&referer=x&f=json"
        _ = try wire.request("POST", "/portal/sharing/rest/generateToken?token=abcdefghijklmnop", body: body)
        #expect(ear.hear("event: exchange\nid: 1\ndata: ") != nil)
        #expect(ear.hear("\"rules\":[\"generate-token.wrong-password\"]") != nil)
        #expect(!ear.text.contains("hush-hush") && !ear.text.contains("ijklmnop"), "no secret is told")
        _ = try wire.request("POST", "/_mock/clock", body: #"{"advance":"PT1M"}"#, type: "application/json")
        #expect(ear.hear("event: edit\nid: 2\n") != nil)
        #expect(ear.hear("\"kind\":\"clock\"") != nil)
        _ = try wire.request("DELETE", "/_mock/requests")
        #expect(ear.hear("event: cleared\n") != nil)
    }

    @Test("what a worker answers is told when it is answered")
    func deferred() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let ear = try Ear(wire)
        _ = try wire.get("/arcgis/rest/services/PublicAirports/MapServer/0/query?where=1%3D1&outFields=*&f=json")
        #expect(ear.hear("\"status\":200") != nil)
    }

    @Test("what was before comes with after, or with the last event that a client had")
    func past() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        for _ in 0..<3 { _ = try wire.get("/arcgis/rest/info?f=json") }
        let all = try Ear(wire, "?after=0")
        #expect(all.hear("id: 3\n")?.contains("id: 1\n") == true)
        let some = try Ear(wire, fields: "Last-Event-ID: 2\r\n")
        #expect(some.hear("id: 3\n")?.contains("id: 2\n") == false)
        #expect(try wire.get("/_mock/live?after=-1")?.status == 400)
        #expect(try wire.get("/_mock/live?since=1")?.status == 400)
    }

    @Test("who does not read loses the oldest, learns how many, and keeps nobody waiting")
    func bounded() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let listening = Listening(wire.portal.instance, isFull: true)
        for _ in 0..<3 { _ = try wire.get("/arcgis/rest/info?f=json") }
        for _ in 0..<100_000 { listening.hear(.exchange(1)) }
        var text = ""
        while true {
            let bytes = listening.next()
            if bytes.isEmpty { break }
            text += String(decoding: bytes, as: UTF8.self)
        }
        let dropped = text.firstMatch(of: /event: dropped\ndata: \{"count":(\d+)\}/).flatMap { Int($0.1) } ?? 0
        let told = text.matches(of: /event: exchange\n/).count
        #expect(told <= 2 * Listening.limit && told + dropped == 100_000)
    }

    @Test("a client that never reads fills no memory, and the others get their answers")
    func deaf() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let ear = try Ear(wire)
        let busy = try wire.client()
        for _ in 0..<5000 {
            let bytes = Array(
                "GET /arcgis/rest/info?f=json&x=\(String(repeating: "x", count: 500)) HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .utf8)
            #expect(SocketFixture.send(bytes, on: busy).0?.status == 200)
        }
        withExtendedLifetime(ear) {}
    }

    @Test("it ends with the server, and so many may listen")
    func ends() throws {
        let wire = try SocketFixture()
        var ears = try (0..<Live.limit).map { _ in try Ear(wire) }
        for index in ears.indices { #expect(ears[index].hear("event: hello") != nil) }
        #expect(try wire.get("/_mock/live")?.status == 409)
        ears.removeFirst()
        // Its place is free as soon as the server has seen it go.
        var last: Ear?
        for _ in 0..<100 where last == nil {
            let next = try Ear(wire)
            if next.hear("\n\n")?.contains("event: hello") == true { last = next }
        }
        #expect(last != nil)
        #expect(wire.portal.stopAndWait() == [], "nobody has to be cut off")
        #expect(ears[0].hear("never") == nil)
    }

    @Test("those who may only read leave places for the owner")
    func readers() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let live = Live()
        let readers = (0..<Live.limit).map { _ in Listening(wire.portal.instance, isFull: false) }
        #expect(readers.count(where: live.add) == Live.readers)
        let owners = (0..<Live.limit).map { _ in Listening(wire.portal.instance, isFull: true) }
        #expect(owners.count(where: live.add) == Live.limit - Live.readers)
        withExtendedLifetime((readers, owners)) {}
    }

    @Test("a reset and another scenario go on in the same stream")
    func scenario() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let ear = try Ear(wire)
        _ = try wire.request("POST", "/_mock/reset", type: "application/json")
        #expect(ear.hear("\"kind\":\"reset\"") != nil)
        _ = try wire.request(
            "PUT", "/_mock/scenario", body: #"{"name":"start/standalone"}"#, type: "application/json")
        #expect(ear.hear("\"kind\":\"scenario\"") != nil)
        _ = try wire.get("/arcgis/rest/info?f=json")
        #expect(ear.hear("\"target\":\"/arcgis/rest/info?f=json\"") != nil)
    }
}
