// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("A portal's generateToken")
struct PortalGenerateTokenTests {
    private static let invalid =
        #"{"error":{"code":400,"message":"Unable to generate token.","details":["Invalid username or password."]}}"#

    @Test(
        "refuses in the portal's words",
        arguments: [
            ("anna", "wrong", "generate-token.wrong-password"), ("nobody", "pw", "generate-token.unknown-user"),
            ("ANNA", "pw", "generate-token.user-case"), ("dirk@CONTOSO", "pw", "generate-token.enterprise-login"),
            ("dirk@CONTOSO", "wrong", "generate-token.enterprise-login"), ("psa", "psa", "generate-token.unknown-user"),
            ("gone", "pw", "generate-token.disabled-user"),
        ])
    func refusals(_ user: String, _ password: String, _ rule: String) throws {
        var fixture = try PortalFixture.federated()
        for path in ["sharing/generateToken", "sharing/rest/generateToken", "sharing/rest/generateToken/"] {
            let heard = fixture.ask(
                "/portal/\(path)",
                form: [("username", user), ("password", password), ("referer", "x"), ("f", "json")])
            #expect(heard.body == Self.invalid)
            #expect(heard.body.utf8.count == 104)
            #expect(heard.status == 200)
            #expect(heard.rule == rule)
            #expect(heard["X-Mock-Portal-Because"] == rule)
        }
    }

    @Test(
        "names what is missing",
        arguments: [
            ([], ["'username' must be specified.", "'password' must be specified.", "'referer' must be specified."]),
            (["username", "password"], ["'referer' must be specified."]),
            (["referer", "username"], ["'password' must be specified."]),
            (["client=requestip"], ["'username' must be specified.", "'password' must be specified."]),
            (["client=ip", "username", "password"], ["'ip' must be specified."]),
            (["client=referer", "username", "password"], ["'referer' must be specified."]),
        ])
    func missing(_ given: [String], _ details: [String]) throws {
        var fixture = try PortalFixture.federated()
        let form = given.map { name in
            let sides = name.split(separator: "=").map(String.init)
            return (sides[0], sides.count == 2 ? sides[1] : "anna")
        }
        let heard = fixture.ask("/portal/sharing/generateToken", form: form + [("f", "json")])
        let list = details.map { "\"\($0)\"" }.joined(separator: ",")
        #expect(
            heard.body == "{\"error\":{\"code\":400,\"message\":\"Unable to generate token.\",\"details\":[\(list)]}}")
        #expect(heard.rule == "generate-token.missing-parameter")
    }

    @Test("hands out 152 letters, a number, and whether the organization is HTTPS only")
    func success() throws {
        var fixture = try PortalFixture.federated()
        let heard = fixture.ask(
            "/portal/sharing/rest/generateToken",
            form: [("username", "anna"), ("password", "pw"), ("referer", "x"), ("expiration", "60"), ("f", "json")])
        let token = heard.token
        #expect(heard.body == "{\"token\":\"\(token)\",\"expires\":1453832940000,\"ssl\":true}")
        #expect(token.wholeMatch(of: /[A-Za-z0-9_-]{150}\.\./) != nil)
        #expect(heard["Content-Type"] == "text/plain;charset=utf-8")
        #expect(heard["Cache-Control"] == "no-cache")
        #expect(heard["Pragma"] == "no-cache")
        #expect(heard["Expires"] == "-1")
        #expect(heard.verdict.isEmpty)
        #expect(heard.user == "anna")
    }

    @Test(
        "lives as long as asked, at most 15 days",
        arguments: [
            (nil, 120), ("60", 60), ("1", 1), ("21600", 21_600), ("999999", 21_600), ("x", 120), ("0", 120),
            ("-5", 120),
        ] as [(String?, Int64)])
    func lifetime(_ asked: String?, _ minutes: Int64) throws {
        var fixture = try PortalFixture.federated()
        let form = [("username", "anna"), ("password", "pw"), ("referer", "x"), ("f", "json")]
        let heard = fixture.ask(
            "/portal/sharing/generateToken", form: form + (asked.map { [("expiration", $0)] } ?? []))
        #expect(heard.json?["expires"]?.double == Double(fixture.now.milliseconds + minutes * 60_000))
    }

    @Test("does not take GET on the rest path, and does on the other")
    func get() throws {
        var fixture = try PortalFixture.federated()
        let refused = fixture.ask("/portal/sharing/rest/generateToken?f=json&username=anna&password=pw&referer=x")
        #expect(
            refused.body
                == #"{"error":{"code":405,"messageCode":"GWM_0005","message":"Method not supported.","details":[]}}"#)
        #expect(refused.rule == "generate-token.method")
        let probe = fixture.ask("/portal/sharing/generateToken?f=json")
        #expect(
            probe.body
                == #"{"error":{"code":400,"message":"Unable to generate token.","details":["'username' must be specified.","'password' must be specified.","'referer' must be specified."]}}"#
        )
        #expect(fixture.ask("/portal/sharing/rest/generateToken").body.contains("<form"))
    }

    @Test("minds credentials in the query from 10.7.1 on")
    func query() throws {
        let target = "/portal/sharing/rest/generateToken?username=anna&password=pw&referer=x&f=json"
        var old = try PortalFixture.federated("10.6.1")
        #expect(!old.ask(target, form: []).token.isEmpty)
        var new = try PortalFixture.federated("10.7.1")
        let refused = new.ask(target, form: [])
        #expect(refused.rule == "generate-token.query-credentials")
        #expect(refused.body.contains("POST request should not contain username and password in the query string"))
    }

    @Test("takes parameters by GET and POST, urlencoded and multipart, in any case, with f in any form")
    func carriers() throws {
        var fixture = try PortalFixture.federated()
        #expect(!fixture.ask("/portal/sharing/generateToken?USERNAME=anna&Password=pw&REFERER=x&F=json").token.isEmpty)
        let parts = ["username": "anna", "password": "pw", "referer": "x", "f": "json"].map { name, value in
            "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let multipart = fixture.ask(
            "/portal/sharing/rest/generateToken", fields: [("Content-Type", "multipart/form-data; boundary=b")],
            body: Array((parts.joined() + "--b--\r\n").utf8))
        #expect(!multipart.token.isEmpty)
        let charset = fixture.ask(
            "/portal/sharing/rest/generateToken",
            fields: [("content-type", "application/x-www-form-urlencoded; charset=UTF-8")],
            body: Array("username=anna&password=pw&referer=x&f=json".utf8))
        #expect(!charset.token.isEmpty)
        let pretty = fixture.ask(
            "/portal/sharing/generateToken",
            form: [("username", "x"), ("password", "x"), ("referer", "x"), ("f", "pjson")])
        #expect(
            pretty.body
                == "{\n \"error\": {\n  \"code\": 400,\n  \"message\": \"Unable to generate token.\",\n  \"details\": [\n   \"Invalid username or password.\"\n  ]\n }\n}"
        )
        let call = fixture.ask(
            "/portal/sharing/generateToken?f=json&callback=dojo.io.cb&username=a&password=b&referer=c")
        #expect(call.body == "dojo.io.cb(\(Self.invalid));")
    }

    @Test("the same seed gives the same tokens, another seed others")
    func deterministic() throws {
        var one = try PortalFixture.federated()
        var two = try PortalFixture.federated()
        #expect(one.token() == two.token())
        #expect(one.token() != one.token())
    }

    @Test("exchanges a portal token for a server token in all five shapes clients send")
    func exchange() throws {
        var fixture = try PortalFixture.federated("10.6.1")
        let token = fixture.token()
        let shapes: [[(String, String)]] = [
            [("token", token), ("serverUrl", "https://h.example/arcgis")],
            [
                ("request", "getToken"), ("token", token),
                ("serverURL", "https://h.example/arcgis/rest/services/Airports/MapServer"),
            ],
            [("token", token), ("serverUrl", "https://h.example")],
            [("token", token), ("serverurl", "http://h.example/arcgis/")],
            [("token", token), ("serverUrl", "https://h.example/arcgis"), ("referer", "https://other.example")],
        ]
        for layout in shapes {
            let heard = fixture.ask("/portal/sharing/rest/generateToken", form: layout + [("f", "json")])
            #expect(heard.json?.members?.map(\.name) == ["token", "expires", "ssl"])
            #expect(heard.token.utf8.count == 64)
            let read = fixture.ask("/arcgis/rest/services/Airports/MapServer?f=json&token=\(heard.token)")
            #expect(read.verdict.isEmpty, "\(layout)")
        }
        let byGet = fixture.ask(
            "/portal/sharing/generateToken?f=json&token=\(token)&serverURL=https://h.example/arcgis")
        #expect(byGet.token.utf8.count == 64)
    }

    @Test("says why an exchange fails")
    func noExchange() throws {
        var fixture = try PortalFixture.federated("10.6.1")
        let token = fixture.token()
        let without = fixture.ask(
            "/portal/sharing/rest/generateToken",
            form: [("username", "anna"), ("password", "pw"), ("serverUrl", "https://h.example/arcgis"), ("f", "json")])
        #expect(
            without.body
                == #"{"error":{"code":400,"message":"Unable to generate token.","details":["Unable to get 'token' from the request or cookie, for server token."]}}"#
        )
        #expect(without.rule == "generate-token.no-token-to-exchange")
        let bad = fixture.ask(
            "/portal/sharing/rest/generateToken",
            form: [("token", "x"), ("serverUrl", "https://h.example/arcgis"), ("f", "json")])
        #expect(bad.body == #"{"error":{"code":498,"message":"Invalid token.","details":[]}}"#)
        let strange = fixture.ask(
            "/portal/sharing/rest/generateToken",
            form: [("token", token), ("serverUrl", "https://other.example/x"), ("f", "json")])
        #expect(strange.rule == "generate-token.not-federated")
        #expect(strange.verdict.first?.wouldPass == "serverUrl=https://h.example/arcgis")
    }
}
