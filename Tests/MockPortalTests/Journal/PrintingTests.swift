// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Foundation
import TestSupport
import Testing
import Trust

@testable import MockPortal

@Suite("An exchange in print")
struct PrintingTests {
    private static let verdict = Verdict(
        ExchangeFixture.rule, facts: [.init("user", "anna")], wouldPass: "another token")
    private static let asked = ExchangeFixture.exchange(
        "POST", "/portal/sharing/generateToken?token=abcdefghijk", form: "username=o'neil&password=hush",
        fields: [("Accept", "*/*"), ("X-Empty", "")], answer: #"{"token":"lmnopqrstuv","expires":1}"#,
        verdict: [verdict], isSecure: true)

    @Test("as a curl line")
    func curl() {
        #expect(
            Self.asked.curl()
                == "curl -si --path-as-is -g -k 'https://127.0.0.1:7443/portal/sharing/generateToken?token=‹token:abcdefgh›'"
                + " -H 'X-Empty;' -H 'Content-Type: application/x-www-form-urlencoded' -H 'User-Agent:'"
                + " --data-raw 'username=o'\\''neil&password=‹password›'")
        var broken = Self.asked
        broken.received = .handshake("no")
        #expect(broken.curl() == nil)
    }

    @Test("as a transcript")
    func transcript() {
        #expect(
            Self.asked.transcript() == """
                #0  2016-01-26T17:29:00Z  https  from 127.0.0.1
                > POST /portal/sharing/generateToken?token=‹token:abcdefgh› HTTP/1.1
                > Host: 127.0.0.1:7443
                > Accept: */*
                > X-Empty: 
                > Content-Type: application/x-www-form-urlencoded
                >
                > username=o'neil&password=‹password›
                < HTTP/1.1 200 OK
                < Content-Type: application/json
                <
                < {"token":"‹token:lmnopqrs›","expires":1}
                ! token.example: It is an example. [user=anna]
                !   would pass: another token
                """)
        #expect(Self.asked.transcript(secrets: true).contains("password=hush"))
    }

    @Test("in a few words, with the code of the body")
    func line() {
        let refused = ExchangeFixture.exchange(
            "GET", "/x?token=abcdefghijk", answer: #"{"error":{"code":498}}"#, verdict: [Self.verdict])
        #expect(refused.line() == "GET /x?token=‹token:abcdefgh› → 200, error 498 (token.example)")
    }

    @Test("as an HTTP Archive")
    func har() throws {
        let text = [Self.asked, ExchangeFixture.exchange("GET", "/x", status: 302)].har()
        #expect(!text.contains("hush") && !text.contains("lmnopqrstuv"))
        let log = try JSONReader.read(Array(text.utf8))["log"]
        #expect(log?["version"]?.text == "1.2")
        let entry = log?["entries"]?[0]
        #expect(entry?["startedDateTime"]?.text == "2016-01-26T17:29:00Z")
        #expect(entry?["request"]?["url"]?.text?.hasPrefix("https://127.0.0.1:7443/portal/") == true)
        #expect(entry?["request"]?["postData"]?["params"]?[0]?["value"]?.text == "o'neil")
        #expect(entry?["response"]?["content"]?["mimeType"]?.text == "application/json")
        #expect(entry?["_because"]?[0]?["rule"]?.text == "token.example")
        #expect(log?["entries"]?[1]?["response"]?["status"]?.integer == 302)
    }

    /// What a shell makes of the line, asked of a live portal, is what came in the first place.
    @Test(
        "a curl line sends the same request again",
        arguments: [
            ("POST", "/portal/sharing/generateToken?f=json", "username=o'neil&password=a%20\"$b\"`c`\\"),
            ("GET", "/arcgis/rest/services/%7Bx%7D/[1-3]/../{a,b}?where=a='b'", ""), ("DELETE", "/portal/x", ""),
            ("PUT", "/portal/x", "@file"), ("POST", "/portal/x", "\u{1}\u{0}binary"),
        ])
    func again(_ method: String, _ target: String, _ body: String) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        for secure in [false, true] {
            let port = secure ? wire.portal.sites.httpsPort : wire.portal.sites.httpPort
            let fields = body.isEmpty ? "" : "Content-Type: application/x-www-form-urlencoded\r\n"
            let text =
                "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nX-Odd: it's; \"odd\"\r\n\(fields)"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            _ = SocketFixture.send(Array(text.utf8), on: try wire.client(tls: secure))
            let first = try #require(wire.portal.state.withLock { $0.journal.last })
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", try #require(first.curl(secrets: true))]
            shell.standardOutput = FileHandle.nullDevice
            try shell.run()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0, "curl is missing? make deps")
            let again = try #require(wire.portal.state.withLock { $0.journal.last })
            #expect(again.number == first.number + 1)
            #expect(again.method == first.method && again.target == first.target && again.body == first.body)
            let own = { (exchange: Exchange) in
                exchange.headers.filter { !ASCII.equal($0.name, "content-length") || !body.isEmpty }
                    .map { "\($0.name): \($0.value)" }.sorted()
            }
            #expect(own(again) == own(first))
            #expect(again.isSecure == secure)
        }
    }
}
