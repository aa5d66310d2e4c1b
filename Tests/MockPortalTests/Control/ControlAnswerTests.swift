// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Testing

@testable import MockPortal

/// What each control endpoint takes and says, one call a row.
@Suite("/_mock, call by call")
struct ControlAnswerTests {
    struct Call: Sendable, CustomTestStringConvertible {
        var method: String
        var path: String
        var body: String
        var status: Int
        /// A JSON pointer into the answer, and what stands there.
        var at: (pointer: String, value: String)?
        var testDescription: String { "\(method) \(path) \(body)" }

        init(_ method: String, _ path: String, _ body: String = "", _ status: Int, _ at: (String, String)? = nil) {
            (self.method, self.path, self.body, self.status, self.at) = (method, path, body, status, at)
        }
    }

    private static let code = "/error/code"

    static let calls = [
        Call("GET", "openapi.json", "", 200, ("/openapi", "3.1.0")),
        Call("POST", "health", "", 405, (code, "method-not-allowed")),
        Call("OPTIONS", "clock", "", 405), Call("POST", "", "", 404, (code, "not-found")),
        Call("GET", "clock/now", "", 404), Call("GET", "requests?dor=x", "", 400, (code, "bad-parameter")),
        Call("GET", "requests?door=nope", "", 400), Call("GET", "requests?after=-1", "", 400),
        Call("GET", "requests?limit=1001", "", 400), Call("GET", "requests?secrets=yes", "", 400),
        Call("GET", "health?f=json", "", 400),
        Call("GET", "hygiene", "", 200, ("/remarks", "[]")), Call("GET", "hygiene?check=plain-http", "", 200),
        Call("GET", "hygiene?check=plain", "", 400, (code, "bad-parameter")),
        Call("POST", "verify", "{ request: {}, times: 0 }", 200, ("/passed", "true")),
        Call("POST", "verify", "{ request: { method: 'GET' } }", 200, ("/passed", "false")),
        Call("POST", "verify", "{ request: { door: 'nope' } }", 422, (code, "bad-body")),
        Call("POST", "verify", "{ request: {}, times: { atLeast: 2, atMost: 1 } }", 422),
        Call("POST", "verify", "{ times: 1 }", 422), Call("POST", "verify", "{", 422, ("/findings/0/line", "1")),
        Call("POST", "clock", "{ advance: 'PT1M', freeze: true }", 422),
        Call("POST", "clock", "{ advance: '-PT1M' }", 422, (code, "bad-duration")),
        Call("POST", "clock", "{ advance: 'P999999999W' }", 422, (code, "bad-instant")),
        Call("POST", "clock", "{ set: '1969-12-31T23:59:59Z' }", 422, (code, "bad-instant")),
        Call("POST", "clock", "{ set: '9999-12-31T22:00:00Z' }", 200, ("/iso", "9999-12-31T22:0")),
        Call("POST", "clock", "{ skew: { server: 'gis', by: '-PT5M' } }", 200, ("/skew/gis", "-300000")),
        Call("POST", "clock", "{ skew: { server: 'gis', by: 250 } }", 200, ("/skew/gis", "250")),
        Call("POST", "clock", "{ skew: { server: 'gsi', by: 250 } }", 422, (code, "no-such-server")),
        Call("POST", "faults", "{ then: { reset: 'head' } }", 201, ("/ids/0", "f1")),
        Call("POST", "faults", "[{ then: { delay: 'PT2S' } }, { then: { reset: 'end' } }]", 201, ("/ids/1", "f2")),
        Call("POST", "faults", "{ then: { reset: 'haed' } }", 422, ("/findings/0/suggestion", "head")),
        Call(
            "POST", "faults", "{ then: { event: { event: 'stop-service', service: 'No' } } }", 422,
            (code, "impossible-event")),
        Call("POST", "faults", "{ then: { event: { event: 'stop-service', service: 'Airports' } } }", 201),
        Call("POST", "faults", "{ then: { answer: { bodyFile: '/etc/hostname' } } }", 422),
        Call("POST", "faults", "{ when: { user: 'viewr' }, then: { reset: 'head' } }", 422, (code, "bad-pattern")),
        Call("POST", "faults", "{ when: { user: 'viewer' }, then: { reset: 'head' } }", 201),
        Call(
            "POST", "faults", "{ when: { method: 'PSOT' }, then: { reset: 'head' } }", 422,
            ("/findings/0/suggestion", "POST")),
        Call("POST", "faults", "{ then: { delay: 2 } }", 422, ("/findings/0/suggestion", "PT2S")),
        Call("POST", "clock", "{ advance: 61 }", 422, ("/findings/0/suggestion", "PT61S")),
        Call("GET", "faults", "", 200, ("/faults", "[]")),
        Call("DELETE", "faults", "", 204), Call("DELETE", "faults/f1", "", 404, (code, "no-such-fault")),
        Call("PUT", "scenario", "{ name: 'start/standalone' }", 200, ("/scenario", "start/standalone")),
        Call("PUT", "scenario", "{ name: 'standalon' }", 422, ("/findings/0/suggestion", "start/standalone")),
        Call("PUT", "scenario", "{ extends: 'start/federated', servers: null }", 200, ("/servers", "{}")),
        Call("PUT", "scenario", "{ portal: { users: [{ usernmae: 'a' }] } }", 422, ("/findings/0/column", "23")),
        Call("PUT", "scenario", "{ portal: {", 422, ("/findings/0/file", "(request)")),
        Call("PUT", "scenario", "{ portal: { httpPort: 4711 } }", 422, (code, "bad-scenario")),
        Call(
            "PUT", "scenario",
            "{ servers: [{ services: [{ name: 'A', type: 'MapServer', layers: [{ id: 0, source: '/etc/hostname' }] }] }] }",
            422), Call("PUT", "scenario", "{ portal: { hosts: ['a,b'] } }", 422),
        Call("PUT", "scenario", "{ portal: { hosts: ['other.example'] } }", 200), Call("POST", "reset", "", 204),
        Call("POST", "events", "{ event: 'disable-user', user: 'viewer' }", 200, ("/event", "disable-user")),
        Call("POST", "events", "{ event: 'disable-user', user: 'viewr' }", 422, (code, "impossible-event")),
        Call("POST", "events", "{ event: 'rollover-idp-certificate' }", 200),
        Call("POST", "tokens", "{}", 422, (code, "bad-body")),
        Call("POST", "tokens", "{ user: 'viewer', app: 'mockapp' }", 422),
        Call("POST", "tokens", "{ user: 'viewr' }", 422, (code, "impossible-token")),
        Call("POST", "tokens", "{ user: 'viewer', client: 'referer' }", 422, (code, "impossible-token")),
        Call("POST", "tokens", "{ siteAdmin: true, at: 'portal' }", 422, (code, "impossible-token")),
        Call("POST", "deployments", "{ name: 'nope' }", 422),
        Call("GET", "deployments", "", 200, ("/deployments", "[]")),
        Call("DELETE", "deployments/d1", "", 404, (code, "no-such-deployment")),
    ]

    @Test("says", arguments: calls)
    func call(_ call: Call) throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let answer = try #require(
            try wire.request(call.method, "/_mock/\(call.path)", body: call.body, type: "application/json"))
        #expect(answer.status == call.status, "\(answer.text)")
        if answer.status >= 400, call.method != "HEAD" {
            #expect(answer.json?["error"]?["message"]?.text?.isEmpty == false)
            #expect(answer.json?["error"]?["code"]?.text?.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
        }
        #expect(answer.status != 405 || answer["allow"] != nil)
        guard let (pointer, value) = call.at else { return }
        let found = answer.json?.at(pointer: pointer)
        let text = found?.text ?? found.map { String(decoding: JSONWriter.json($0), as: UTF8.self) }
        #expect(text?.hasPrefix(value) == true, "\(answer.text)")
    }

    @Test("a body over the limit is refused in the envelope")
    func limit() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let body = String(repeating: " ", count: ControlCall.limit + 1)
        let answer = try wire.request("POST", "/_mock/verify", body: body, type: "application/json")
        #expect(answer?.status == 413)
        #expect(answer?.json?["error"]?["code"]?.text == "too-large")
    }
}
