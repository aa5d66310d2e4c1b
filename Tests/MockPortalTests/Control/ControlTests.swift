// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Testing
import Trust

@testable import MockPortal

@Suite("/_mock")
struct ControlTests {
    @Test("health, ready and the authority")
    func reads() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let health = try wire.get("/_mock/health")?.json
        #expect(health?.members?.map(\.name) == ["status", "version", "scenario", "now"])
        #expect(health?["scenario"]?.text == "start/federated")
        let ready = try wire.get("/_mock/ready", tls: true)?.json
        #expect(
            ready?.members?.map(\.name) == [
                "version", "scenario", "pid", "http", "https", "ca", "control", "portal", "portals", "servers", "idp",
                "users", "apps", "siteAdmins", "warnings",
            ])
        #expect(ready?["apps"]?[0]?["redirectUris"]?[3]?.text == wire.portal.sites.https)
        #expect(ready?["siteAdmins"]?["gis"]?["username"]?.text == "siteadmin")
        #expect(try wire.get("/_mock/ca.pem")?.text == wire.portal.certificateAuthority.pem)
    }

    @Test("the journal: what came, what went, and why; secrets hidden unless asked for")
    func journal() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        #expect(try wire.get("/_mock/requests/last")?.status == 404)
        let body = "username=dirk@CONTOSO&password=hush-hush&referer=x&f=json"
        _ = try wire.request("POST", "/portal/sharing/generateToken", body: body, tls: true)
        _ = try wire.get("/arcgis/rest/services/Airports/MapServer?f=json&token=abcdefghijklmn")
        let all = try wire.get("/_mock/requests")?.json
        #expect(all?["total"]?.integer == 2)
        #expect(all?["dropped"]?.integer == 0)
        let first = all?["requests"]?[0]
        #expect(first?["id"]?.integer == 1)
        #expect(first?["tls"]?.text == "TLSv1.3")
        #expect(first?["body"]?.text == "username=dirk@CONTOSO&password=‹password›&referer=x&f=json")
        #expect(first?["because"]?["rule"]?.text == "generate-token.enterprise-login")
        #expect(first?["because"]?["evidence"]?["confidence"]?.text == "captured")
        #expect(first?["door"]?.text != nil)
        #expect(all?["requests"]?[1]?["target"]?.text?.contains("token=‹token:abcdefgh›") == true)
        let open = try wire.get("/_mock/requests?secrets=true")?.json
        #expect(open?["requests"]?[0]?["body"]?.text == body)
        #expect(try wire.get("/_mock/requests?rule=token.undecipherable")?.json?["requests"]?.elements?.count == 1)
        #expect(try wire.get("/_mock/requests?user=dirk@CONTOSO")?.json?["requests"]?.elements?.count == 1)
        #expect(try wire.get("/_mock/requests?after=1&limit=1")?.json?["requests"]?[0]?["id"]?.integer == 2)
        #expect(try wire.get("/_mock/requests?limit=0")?.status == 400)
        #expect(try wire.request("DELETE", "/_mock/requests")?.status == 204)
        #expect(try wire.get("/_mock/requests")?.json?["total"]?.integer == 0)
        _ = try wire.get("/arcgis/rest/info?f=json")
        #expect(try wire.get("/_mock/requests/last")?.json?["id"]?.integer == 3, "numbers are never given twice")
    }

    @Test("the clock is moved, and tokens end")
    func clock() throws {
        let wire = try SocketFixture("seed-thread/working-script")
        defer { wire.portal.stopAndWait() }
        func post(_ body: String) throws -> ResponseReader.Received? {
            try wire.request("POST", "/_mock/clock", body: body, type: "application/json")
        }
        let before = try wire.get("/_mock/clock")?.json
        #expect(before?["iso"]?.text?.hasPrefix("2016-01-26T17:29:") == true)
        let body = "username=portadmin&password=portadmin&referer=x&f=json"
        let token = try wire.request("POST", "/portal/sharing/generateToken", body: body)?.json?["token"]?.text ?? ""
        let target = "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)"
        #expect(try wire.get(target)?["x-mock-portal-because"] == nil)
        #expect(try post(#"{"advance":"PT121M"}"#)?.status == 200)
        #expect(try wire.get(target)?["x-mock-portal-because"] == "token.expired")
        #expect(try wire.get(target)?["date"]?.hasPrefix("Tue, 26 Jan 2016 19:3") == true)
        #expect(try post(#"{"freeze":true}"#)?.json?["frozen"]?.truth == true)
        #expect(try post(#"{"set":"2020-01-01T00:00:00Z"}"#)?.json?["now"]?.integer == 1_577_836_800_000)
        for bad in ["", "{}", "[]", #"{"advance":"soon"}"#, #"{"set":"never"}"#, #"{"advance":"PT1S","freeze":true}"#] {
            let status = try post(bad)?.status
            #expect(status == 400 || status == 422, "\(bad)")
        }
    }

    @Test("is for this machine's own programs, not for pages from elsewhere")
    func foreign() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let client = try wire.client()
        let (host, _) = SocketFixture.send(
            Array("GET /_mock/ready HTTP/1.1\r\nHost: evil.example\r\n\r\n".utf8), on: client)
        #expect(host?.status == 403)
        #expect(try wire.get("/_mock/ready", fields: "Origin: https://evil.example\r\n")?.status == 403)
        #expect(try wire.get("/_mock/ready", fields: "Origin: http://localhost:8400\r\n")?.status == 200)
        #expect(try wire.get("/_mock/ready", fields: "Origin: null\r\n")?.status == 403)
        #expect(try wire.get("/_mock/ready")?["access-control-allow-origin"] == nil)
        #expect(try wire.request("POST", "/_mock/clock", body: #"{"freeze":true}"#, type: "text/plain")?.status == 400)
        #expect(try wire.get("/_mock/nope")?.status == 404)
        #expect(try wire.request("PUT", "/_mock/health")?.status == 405)
    }
}
