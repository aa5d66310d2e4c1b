// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Foundation
import TestSupport
import Testing
import Trust

@testable import MockPortal

/// Each thing a fault can do, at each stage, over HTTP and HTTPS: what a client's socket sees of it.
@Suite("Faults on the wire")
struct FaultWireTests {
    /// How much of the answer arrives.
    enum Amount: Sendable {
        case nothing, headAndHalf, allButOne, all
        /// The head and so many bytes.
        case headAnd(Int)

        /// Whether so much of a response has come, whose body has so many bytes.
        func isThere(_ bytes: [UInt8], of length: Int) -> Bool {
            let due =
                switch self {
                case .nothing: 0
                case .headAndHalf: length / 2
                case .allButOne: length - 1
                case .all: length
                case .headAnd(let count): count
                }
            let head = String(decoding: bytes, as: UTF8.self).firstRange(of: "\r\n\r\n")
            let come = head.map { String(decoding: bytes, as: UTF8.self)[$0.upperBound...].utf8.count }
            if case .nothing = self { return true }
            return come.map { $0 >= due } ?? false
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var then: String
        var amount: Amount
        var ending: Client.Ending
        var testDescription: String { then }
    }

    static let cases = [
        Case(then: "delay: 'PT0.1S'", amount: .all, ending: .timeout),
        Case(then: "dribble: { bytesPerSecond: 5000 }", amount: .all, ending: .timeout),
        Case(then: "stall: 'head'", amount: .nothing, ending: .timeout),
        Case(then: "stall: 'body'", amount: .headAndHalf, ending: .timeout),
        Case(then: "stall: 'end'", amount: .allButOne, ending: .timeout),
        Case(then: "reset: 'head'", amount: .nothing, ending: .reset),
        Case(then: "reset: 'body'", amount: .headAndHalf, ending: .reset),
        Case(then: "reset: 'end'", amount: .all, ending: .reset),
        Case(then: "truncate: { afterBytes: 9 }", amount: .headAnd(9), ending: .fin),
        Case(then: "truncate: { afterBytes: 0 }", amount: .headAnd(0), ending: .fin),
        Case(then: "contentLength: '+10'", amount: .all, ending: .fin),
        Case(then: "contentLength: '-5'", amount: .all, ending: .fin),
        Case(then: "answer: { status: 502, body: 'Bad Gateway' }", amount: .all, ending: .timeout),
        Case(then: "error: { code: 500, message: 'Down' }", amount: .all, ending: .timeout),
        Case(then: "gzip: 'pretended'", amount: .all, ending: .timeout),
        Case(then: "event: { event: 'stop-service', service: 'Airports' }", amount: .all, ending: .timeout),
    ]

    private static func set(_ then: String, on portal: MockEnterprise, when: String = "") throws -> String {
        let text = "{ when: { \(when) }, then: { \(then) } }"
        let fault = try #require(ScenarioLoader.faults(Array(text.utf8), file: "test").0.first, "\(text)")
        return portal.state.withLock { $0.faults.add(fault) }
    }

    private static func rest(_ client: Client) -> ([UInt8], Client.Ending) {
        var bytes: [UInt8] = []
        while true {
            switch client.receive() {
            case .bytes(let more): bytes += more
            case .ended(let ending): return (bytes, ending)
            }
        }
    }

    @Test("what arrives, and how the connection ends", arguments: cases, [false, true])
    func effects(_ given: Case, tls: Bool) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let id = try Self.set(given.then, on: wire.portal)
        let client = try wire.client(tls: tls, timeout: 200)
        client.send(Array("GET /arcgis/rest/info?f=json HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
        // What is due, however slow the machine is; then the end, or nothing more.
        let due = client.bytes { bytes in
            let body = wire.portal.state.withLock { $0.journal.last?.response?.body }
            return body.map { given.amount.isThere(bytes, of: $0.count) } ?? false
        }
        let (more, ending) = due.ending.map { ([], $0) } ?? Self.rest(client)
        let bytes = due.bytes + more
        #expect(ending == given.ending)
        let exchange = try #require(wire.portal.state.withLock { $0.journal.last })
        #expect(exchange.fault == id)
        let rule = try #require(exchange.verdict.first?.rule.id)
        let made = exchange.response?.body ?? []
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.firstRange(of: "\r\n\r\n").map { (text[..<$0.lowerBound], Array(text[$0.upperBound...].utf8)) }
        switch given.amount {
        case .nothing: #expect(bytes.isEmpty)
        case .headAndHalf: #expect(parts?.1 == Array(made.prefix(made.count / 2)))
        case .allButOne: #expect(parts?.1 == made.dropLast())
        case .all: #expect(parts?.1 == made)
        case .headAnd(let count): #expect(parts?.1 == Array(made.prefix(count)))
        }
        guard let head = parts?.0 else { return }
        #expect(head.contains("X-Mock-Portal-Because: \(rule)"))
        let length = made.count + (given.then.contains("+10") ? 10 : given.then.contains("-5") ? -5 : 0)
        #expect(head.contains("Content-Length: \(length)"))
    }

    @Test("before there is a request", arguments: ["stall", "reset"], ["accept", "handshake"])
    func early(_ kind: String, _ stage: String) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let id = try Self.set("\(kind): '\(stage)'", on: wire.portal, when: "nth: 1")
        if stage == "handshake" {
            #expect(try wire.get("/_mock/health")?.status == 200, "there is no handshake without TLS")
            #expect(throws: Client.Failure.self) {
                try Client(
                    host: "127.0.0.1", port: wire.portal.sites.httpsPort, trust: wire.trust,
                    timeout: kind == "stall" ? 500 : 30_000)
            }
        } else {
            let client = try wire.client(timeout: kind == "stall" ? 300 : 30_000)
            // A write would take the news of the reset away from the read.
            if kind == "stall" { client.send(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)) }
            #expect(client.receive() == .ended(kind == "stall" ? .timeout : .reset))
        }
        // The client's patience may end before the server has so much as looked.
        until("it was noted") { !wire.portal.journal.isEmpty }
        let exchange = try #require(wire.portal.state.withLock { $0.journal.last })
        #expect(exchange.fault == id)
        #expect(exchange.verdict.map(\.rule.id) == ["fault.\(kind)"])
        #expect(try wire.get("/arcgis/rest/info?f=json", tls: true)?.status == 200, "the second is served")
    }

    @Test("compressed for who did not ask, with and without saying so", arguments: ["unasked", "undeclared"])
    func gzip(_ how: String) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        _ = try Self.set("gzip: '\(how)'", on: wire.portal)
        for target in ["/arcgis/rest/info?f=json", "/arcgis/rest/services/Airports/MapServer?f=json&token=dead"] {
            let received = try #require(try wire.get(target))
            let made = wire.portal.state.withLock { $0.journal.last?.response?.body }
            #expect(received["content-encoding"] == (how == "unasked" ? "gzip" : nil))
            #expect(received.body != made)
            #expect(Compression.gzip.expand(received.body, limit: 1 << 20) == made)
        }
    }

    @Test(
        "TLS is refused by an alert, or by a certificate that the client does not trust",
        arguments: [
            ("alert", "handshake failure"), ("expired", "certificate has expired"),
            ("other-name", "mismatch"), ("self-signed", "self-signed certificate"),
        ])
    func handshakes(_ how: String, _ reason: String) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let id = try Self.set("handshake: '\(how)'", on: wire.portal, when: "nth: 1")
        #expect(try wire.get("/_mock/health")?.status == 200, "there is no handshake without TLS")
        let failure = #expect(throws: Client.Failure.self) { try wire.client(tls: true) }
        #expect(failure?.ending == .handshake)
        #expect(failure?.description.lowercased().contains(reason) == true, "\(failure?.description ?? "")")
        let exchange = try #require(wire.portal.state.withLock { $0.journal.exchanges.first { $0.fault == id } })
        #expect(exchange.verdict.map(\.rule.id) == ["fault.handshake"])
        #expect(try wire.get("/arcgis/rest/info?f=json", tls: true)?.status == 200, "the second is served")
    }

    @Test("a delay is of the deployment's clock: frozen it holds, moved it ends; a reset lets go too")
    func delay() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        _ = try Self.set("delay: 'PT1H'", on: wire.portal)
        wire.portal.state.withLock { $0.clock.isFrozen = true }
        let client = try wire.client(timeout: 150)
        let request = Array("GET /arcgis/rest/info?f=json HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        client.send(request)
        until("it was asked") { wire.portal.journal.count == 1 }
        #expect(client.receive() == .ended(.timeout))
        wire.portal.state.withLock { $0.clock.advance(milliseconds: 3_599_999) }
        #expect(client.receive() == .ended(.timeout))
        wire.portal.state.withLock { $0.clock.advance(milliseconds: 1) }
        #expect(!client.bytes { !$0.isEmpty }.bytes.isEmpty, "the answer did not come")
        client.send(request)
        until("it was asked again") { wire.portal.journal.count == 2 }
        #expect(client.receive() == .ended(.timeout))
        wire.portal.instance.reset()
        #expect(!client.bytes { !$0.isEmpty }.bytes.isEmpty, "the answer did not come after the reset")
        #expect(wire.portal.state.withLock { $0.faults.isEmpty })
    }

    @Test("a server's clock may be off: its tokens end sooner")
    func skew() throws {
        let wire = try SocketFixture("start/standalone")
        defer { wire.portal.stopAndWait() }
        let body = "username=siteuser&password=siteuser&client=requestip&expiration=60&f=json"
        func expires() throws -> Int {
            try wire.request("POST", "/arcgis/tokens/generateToken", body: body)?.json?["expires"]?.integer ?? 0
        }
        wire.portal.state.withLock { $0.clock.isFrozen = true }
        let before = try expires()
        try wire.portal.state.withLock { try $0.deployment.skew(server: "gis", by: 90_000) }
        #expect(try expires() == before + 90_000)
    }
}
