// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Testing
import Trust

@testable import MockPortal

/// Several calls in a row, as a test in any language makes them.
@Suite("/_mock in use")
struct ControlFlowTests {
    private static func post(
        _ wire: SocketFixture, _ path: String, _ body: String, _ method: String = "POST"
    ) throws -> JSON? {
        try wire.request(method, "/_mock/\(path)", body: body, type: "application/json")?.json
    }

    private static let service = "/arcgis/rest/services/Airports/MapServer?f=json"

    @Test("a token for 60 minutes passes at 59:59 and fails at 60:00")
    func expiry() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        _ = try Self.post(wire, "clock", #"{"freeze":true}"#)
        let made = try Self.post(wire, "tokens", #"{"user":"viewer","minutes":60}"#)
        let target = "\(Self.service)&token=\(made?["token"]?.text ?? "")"
        _ = try Self.post(wire, "clock", #"{"advance":"PT59M59S"}"#)
        #expect(try wire.get(target)?["x-mock-portal-because"] == nil)
        _ = try Self.post(wire, "clock", #"{"advance":"PT1S"}"#)
        #expect(try wire.get(target)?["x-mock-portal-because"] == "token.expired")
    }

    @Test(
        "tokens: expired, foreign, bound, for an app, for an administrator",
        arguments: [
            (#"{"user":"viewer"}"#, ""), (#"{"user":"viewer","minutes":-1}"#, "token.expired"),
            (#"{"user":"viewer","foreign":true}"#, "token.undecipherable"),
            (#"{"user":"viewer","referer":"https://a.example"}"#, "token.other-referer"),
            (#"{"user":"viewer","ip":"10.1.2.3"}"#, "token.other-address"),
            (#"{"user":"viewer","client":"requestip"}"#, ""), (#"{"user":"viewer","at":"gis"}"#, ""),
            (#"{"app":"mockapp"}"#, ""), (#"{"siteAdmin":true}"#, "token.site-admin-on-service"),
        ])
    func tokens(_ body: String, _ rule: String) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let made = try Self.post(wire, "tokens", body)
        let token = try #require(made?["token"]?.text)
        let heard = try wire.get("\(Self.service)&token=\(token)", fields: "Referer: https://other.example/\r\n")
        #expect(heard?["x-mock-portal-because"] == (rule.isEmpty ? nil : rule), "\(heard?.text ?? "")")
    }

    @Test("a page of many requests comes in chunks, and is the page of few")
    func pages() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        for number in 0..<60 { _ = try wire.get("/arcgis/rest/info?f=json&number=\(number)") }
        let few = try #require(try wire.get("/_mock/requests?limit=1000"))
        #expect(few["content-length"] != nil)
        for number in 60..<400 { _ = try wire.get("/arcgis/rest/info?f=json&number=\(number)") }
        let many = try #require(try wire.get("/_mock/requests?limit=1000"))
        #expect(many["transfer-encoding"] == "chunked" && many.json?["requests"]?.elements?.count == 400)
        let page = try #require(try wire.get("/_mock/requests?limit=60"))
        #expect(page["transfer-encoding"] == "chunked")
        #expect(page.json?["requests"] == few.json?["requests"] && page.json?["total"]?.integer == 400)
        let none = try wire.get("/_mock/requests?path=/arcgis/rest/information")
        #expect(none?.json?["requests"]?.elements?.isEmpty == true && none?.json?["near"]?.elements?.isEmpty == false)
        #expect(try wire.get("/_mock/requests?rule=none")?.status == 422)
    }

    @Test("verify: counts, near misses, and no verdict where the journal forgot too much")
    func verify() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        for _ in 0..<2 { _ = try wire.get("/arcgis/rest/info?f=json") }
        let exact = try Self.post(wire, "verify", #"{"request":{"door":"rest/info"},"times":2}"#)
        #expect(exact?["passed"]?.truth == true && exact?["count"]?.integer == 2)
        let none = try Self.post(wire, "verify", #"{"request":{"method":"POST","path":"/arcgis/rest/info"}}"#)
        #expect(none?["passed"]?.truth == false)
        #expect(none?["near"]?[0]?["differences"]?[0]?.text == "its method is GET, not POST")
        #expect(none?["message"]?.text?.contains("nearest:") == true)
        let never = try Self.post(wire, "verify", #"{"request":{"rule":"token.expired"},"times":{"atMost":0}}"#)
        #expect(never?["passed"]?.truth == true)
        wire.portal.state.withLock { $0.journal = Journal(capacity: 1) }
        for _ in 0..<3 { _ = try wire.get("/arcgis/rest/info?f=json") }
        let answer = try wire.request(
            "POST", "/_mock/verify", body: #"{"request":{"query":{"f":"pjson"}},"times":0}"#, type: "application/json")
        #expect(answer?.status == 409)
        #expect(answer?.json?["error"]?["code"]?.text == "journal-incomplete")
        #expect(
            try Self.post(wire, "verify", #"{"request":{"door":"rest/info"},"times":3}"#)?["passed"]?.truth == true)
    }

    @Test("hygiene: the habits that were seen, and which requests show them")
    func hygiene() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        _ = try wire.get("/arcgis/rest/info?f=json")
        let made = try Self.post(wire, "tokens", #"{"user":"viewer"}"#)
        _ = try wire.get("\(Self.service)&token=\(made?["token"]?.text ?? "")")
        let remarks = try wire.get("/_mock/hygiene")?.json?["remarks"]
        #expect(remarks?.elements?.map { $0["check"]?.text } == ["token-in-url", "plain-http"])
        #expect(remarks?[0]?.members?.map(\.name) == ["check", "message", "advice", "requests"])
        #expect(remarks?[0]?["requests"]?.elements?.map(\.integer) == [3])
        #expect(remarks?[0]?["message"]?.text == "a request has the token in the URL")
        let one = try wire.get("/_mock/hygiene?check=plain-http")?.json?["remarks"]
        #expect(one?.elements?.map { $0["check"]?.text } == ["plain-http"])
    }

    @Test("another scenario takes the old one's place on the same port; a broken one does not")
    func replace() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        _ = try wire.get("/arcgis/rest/info?f=json")
        let login = "username=siteuser&password=siteuser&client=requestip&f=json"
        #expect(try wire.request("POST", "/arcgis/tokens/generateToken", body: login)?.json?["token"] == nil)
        _ = try Self.post(wire, "scenario", "{ portal: { users: 3 } }", "PUT")
        #expect(try wire.get("/_mock/health")?.json?["scenario"]?.text == "start/federated")
        let ready = try Self.post(wire, "scenario", #"{"name":"start/standalone"}"#, "PUT")
        #expect(ready?["https"]?.text == wire.portal.sites.https)
        #expect(try wire.get("/_mock/requests")?.json?["total"]?.integer == 0)
        let token = try wire.request("POST", "/arcgis/tokens/generateToken", body: login, tls: true)?.json?["token"]
        #expect(token?.text?.count == 64)
        #expect(try wire.get("/portal/sharing/rest?f=json")?.status == 404)
    }

    @Test("reset: state, journal, faults and clock are as at the beginning")
    func reset() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        func login() throws -> JSON? {
            let form = "username=viewer&password=viewer&referer=x&f=json"
            return try wire.request("POST", "/portal/sharing/rest/generateToken", body: form)?.json
        }
        _ = try Self.post(wire, "events", #"{"event":"disable-user","user":"viewer"}"#)
        #expect(try login()?["token"] == nil)
        _ = try Self.post(wire, "faults", #"{"then":{"reset":"head"}}"#)
        _ = try Self.post(wire, "clock", #"{"set":"2001-01-01T00:00:00Z"}"#)
        _ = try Self.post(wire, "clock", #"{"skew":{"server":"gis","by":5}}"#)
        #expect(try wire.request("POST", "/_mock/reset")?.status == 204)
        #expect(try wire.get("/_mock/requests")?.json?["total"]?.integer == 0)
        #expect(try wire.get("/_mock/faults")?.json?["faults"]?.elements?.isEmpty == true)
        let clock = try wire.get("/_mock/clock")?.json
        #expect(clock?["iso"]?.text?.hasPrefix("2001") == false)
        #expect(clock?["skew"]?.members?.isEmpty == true)
        #expect(try login()?["token"] != nil)
    }

    @Test("deployments beside it: each on its own port, with its own state, users' certificates and /_mock")
    func deployments() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let first = try Self.post(
            wire, "deployments",
            "{ extends: 'start/federated', portal: { users: [{ username: 'only-in-d1', password: 'x' }] } }")
        let second = try Self.post(
            wire, "deployments",
            "{ extends: 'start/standalone', servers: [{ name: 'gis', users: [{ username: 'only-in-d2', password: 'x' }] }] }"
        )
        #expect(first?["id"]?.text == "d1" && second?["id"]?.text == "d2")
        let ports = try [first, second].map { ready -> UInt16 in
            let url = try #require(WebURL(ready?["http"]?.text ?? ""))
            return url.port
        }
        func ask(_ port: UInt16, _ target: String) throws -> JSON? {
            let client = try Client(host: "127.0.0.1", port: port, trust: nil)
            return SocketFixture.send(Array("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), on: client).0?
                .json
        }
        _ = try ask(ports[0], "/arcgis/rest/info?f=json")
        #expect(try ask(ports[0], "/_mock/requests")?["total"]?.integer == 1)
        #expect(try ask(ports[1], "/_mock/requests")?["total"]?.integer == 0)
        #expect(try wire.get("/_mock/requests")?.json?["total"]?.integer == 0)
        let trusting = try Client(host: "127.0.0.1", port: ports[0], trust: wire.trust)
        trusting.send(Array("GET /_mock/ca.pem HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
        let listed = try wire.get("/_mock/deployments")?.json?["deployments"]?.elements
        #expect(listed?.map { $0["id"]?.text } == ["d1", "d2"])
        #expect(try wire.request("DELETE", "/_mock/deployments/d1")?.status == 204)
        #expect(
            SocketFixture.isGone(ports[0], knowing: "only-in-d1")
                && !SocketFixture.isGone(ports[1], knowing: "only-in-d2"))
        wire.portal.stopAndWait()
        #expect(SocketFixture.isGone(ports[1], knowing: "only-in-d2"))
    }
}
