// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import MockPortal

@Suite("Who may use /_mock")
struct AdmissionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var fields: [(String, String)] = []
        var peer = "127.0.0.1"
        var token: String?
        /// What is said instead; `nil`: it is admitted.
        var code: String?
        var testDescription: String { "\(fields) \(peer) \(token ?? "")" }
    }

    static let cases = [
        Case(fields: [("Host", "localhost:7443")]), Case(fields: [("Host", "LOCALHOST")]),
        Case(fields: [("Host", "127.0.0.1:1")]), Case(fields: [("Host", "127.1.2.3")]),
        Case(fields: [("Host", "[::1]:7443")], peer: "::1"), Case(fields: [("Host", "gis.contoso.example:7443")]),
        Case(fields: [("Host", "evil.example")], code: "foreign-host"),
        Case(fields: [("Host", "127.0.0.1.evil.example")], code: "foreign-host"),
        Case(fields: [("Host", "localhost.evil.example")], code: "foreign-host"),
        Case(fields: [("Host", "")], code: "foreign-host"), Case(fields: [("Host", "[::2]")], code: "foreign-host"),
        Case(fields: [("Origin", "https://evil.example")], code: "foreign-origin"),
        Case(fields: [("Origin", "null")], code: "foreign-origin"),
        Case(fields: [("Origin", "http://localhost:8400")]),
        Case(fields: [("Sec-Fetch-Site", "cross-site")], code: "foreign-origin"),
        Case(fields: [("Sec-Fetch-Site", "same-origin")]), Case(peer: "10.0.0.1", code: "not-local"),
        Case(peer: "::ffff:127.0.0.1"), Case(token: "t0ken", code: "unauthorized"),
        Case(fields: [("Authorization", "Bearer t0ken")], token: "t0ken"),
        Case(fields: [("Authorization", "bearer t0ken")], peer: "10.0.0.1", token: "t0ken"),
        Case(fields: [("Authorization", "Bearer t0kem")], token: "t0ken", code: "unauthorized"),
        Case(fields: [("Authorization", "Bearer t0ken2")], token: "t0ken", code: "unauthorized"),
        Case(fields: [("Authorization", "Basic t0ken")], token: "t0ken", code: "unauthorized"),
        Case(
            fields: [("Authorization", "Bearer t0ken"), ("Host", "evil.example")], token: "t0ken",
            code: "foreign-host"),
    ]

    @Test("this machine or whoever has the token; no foreign host, no foreign page", arguments: cases)
    func admit(_ given: Case) {
        let request = Request(
            method: "GET", target: Target("/_mock/ready"),
            fields: Fields(given.fields.map { Response.Field($0.0, $0.1) }))
        let admission = ControlAccess(token: given.token, hosts: ["gis.contoso.example"])
        var code: String?
        do throws(ControlFailure) {
            try admission.admit(request, from: given.peer)
        } catch {
            code = error.code
        }
        #expect(code == given.code)
    }

    @Test("with a token every call needs it")
    func token() throws {
        let wire = try SocketFixture { $0.controlToken = "t0ken" }
        defer { wire.portal.stopAndWait() }
        let refused = try wire.get("/_mock/ready")
        #expect(refused?.status == 401)
        #expect(refused?["www-authenticate"] == "Bearer realm=\"mock-portal\"")
        #expect(refused?.json?["error"]?["code"]?.text == "unauthorized")
        #expect(try wire.get("/_mock/ready", fields: "Authorization: Bearer t0ken\r\n")?.status == 200)
        #expect(try wire.get("/arcgis/rest/info?f=json")?.status == 200, "the deployment itself needs none")
        // What waits until a container is well has no token, and no name that is known here.
        for open in ["/_mock/health", "/_mock/ca.pem"] {
            let text = "GET \(open) HTTP/1.1\r\nHost: portal.test\r\n\r\n"
            #expect(SocketFixture.send(Array(text.utf8), on: try wire.client()).0?.status == 200)
        }
    }
}
