// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import TestSupport
import Testing
import Trust

@testable import MockPortal

@Suite("The inspector's own answers")
struct InspectorTests {
    @Test("files with their types, no script but its own, and no second download")
    func files() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let page = try #require(try wire.get("/_mock/"))
        #expect(page["content-type"] == "text/html;charset=utf-8")
        #expect(page["content-security-policy"] == InspectorFiles.policy)
        #expect(!InspectorFiles.policy.contains("unsafe") && InspectorFiles.policy.contains("default-src 'none'"))
        #expect(page["x-content-type-options"] == "nosniff")
        #expect(page.text.firstMatch(of: /<script(?! type="module" src=)|<style| style=| on[a-z]+=/) == nil)
        for name in EmbeddedPages.names where name != "index.html" && name != "favicon.ico" {
            let file = try #require(try wire.get("/_mock/inspector/\(name)"))
            #expect(file.status == 200 && file.body == EmbeddedPages.read(name), "\(name)")
            let tag = try #require(file["etag"])
            let again = try wire.get("/_mock/inspector/\(name)", fields: "If-None-Match: \(tag)\r\n")
            #expect(again?.status == 304 && again?.body.isEmpty == true, "\(name)")
            #expect(file["content-type"]?.hasPrefix("application/octet-stream") == false, "\(name)")
            // What leads elsewhere would be refused by the policy, and is not there.
            #expect(!file.text.contains("innerHTML") && !file.text.contains("eval("), "\(name)")
        }
        #expect(try wire.get("/_mock/inspector/nothing.js")?.status == 404)
        #expect(try wire.get("/_mock/inspector/index.html")?.status == 404)
        #expect(try wire.get("/favicon.ico")?["content-type"] == "image/x-icon")
        #expect(try wire.get("/_mock")?["location"] == "/_mock/")
        #expect(try wire.get("/_mock/requests")?.json?["total"]?.integer == 0, "none of it is in the journal")
    }

    @Test("/ leads there whoever reads pages; to others nothing is at /")
    func root() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let browser = try wire.get("/", fields: "Accept: text/html,*/*;q=0.8\r\n")
        #expect(browser?.status == 302 && browser?["location"] == "/_mock/")
        let client = try wire.get("/")
        #expect(client?.status == 404 && client?["x-mock-portal-because"] == "http.not-found")
    }

    @Test("without an inspector nothing of it is there, and nothing is read without the token")
    func off() throws {
        let wire = try SocketFixture {
            $0.servesInspector = false
            $0.controlToken = "t0ken"
        }
        defer { wire.portal.stopAndWait() }
        let html = "Accept: text/html\r\n"
        #expect(try wire.get("/", fields: html)?.status == 404)
        #expect(try wire.get("/favicon.ico", fields: html)?.status == 404)
        for path in ["/_mock/", "/_mock/inspector/app.js", "/_mock/deployment", "/_mock/live", "/_mock/rules"] {
            #expect(try wire.get(path, fields: html)?.status == 401, "\(path)")
        }
    }

    @Test("without the token: what happens, masked, and nothing that changes anything")
    func reading() throws {
        let wire = try SocketFixture { $0.controlToken = "t0ken" }
        defer { wire.portal.stopAndWait() }
        let full = "Authorization: Bearer t0ken\r\n"
        let body = "username=viewer&password=viewer&referer=x&f=json"
        let token =
            try wire.request("POST", "/portal/sharing/rest/generateToken", body: body)?.json?["token"]?.text ?? ""
        #expect(!token.isEmpty)
        #expect(try wire.get("/_mock/")?.status == 200, "the page itself is for everybody: it asks for the token")
        let read = try #require(try wire.get("/_mock/exchanges/1?secrets=true"))
        #expect(read.status == 200 && !read.text.contains(token) && !read.text.contains("password=viewer"))
        #expect(read.json?["steps"]?.elements?.isEmpty == true)
        #expect(try wire.get("/_mock/exchanges/1", fields: full)?.json?["steps"]?.elements?.isEmpty == true)
        #expect(read.json?["tokens"]?[0]?["user"]?.text == "viewer")
        #expect(try wire.get("/_mock/exchanges/1?secrets=true", fields: full)?.text.contains(token) == true)
        let seen = try #require(try wire.get("/_mock/deployment"))
        #expect(seen.json?["access"]?.text == "read")
        for secret in [
            "portadmin\",\"isDisabled\":false,\"isLocked\":false,\"hasSecondFactor\":false,\"password\":\"p",
            "mocksecret", "known-only-to-the-idp",
        ] {
            #expect(!seen.text.contains(secret), "\(secret)")
        }
        #expect(try wire.get("/_mock/deployment?secrets=true", fields: full)?.text.contains("mocksecret") == true)
        #expect(
            try wire.get("/_mock/deployment", fields: full)?.text.contains("mocksecret") == false, "unless asked for")
        #expect(try wire.get("/_mock/deployment?secrets=true")?.text.contains("mocksecret") == false)
        for path in ["scenario", "requests", "clock", "faults", "ready", "openapi.json"] {
            #expect(try wire.get("/_mock/\(path)")?.status == 401, "\(path)")
        }
        for path in ["sign-in", "tokens", "tokens/decode", "check", "clock", "events"] {
            #expect(
                try wire.request("POST", "/_mock/\(path)", body: "{}", type: "application/json")?.status == 401,
                "\(path)")
        }
        #expect(try wire.get("/_mock/deployment", fields: "Origin: https://evil.example\r\n")?.status == 403)
        let text = "GET /_mock/deployment HTTP/1.1\r\nHost: evil.example\r\n\r\n"
        #expect(SocketFixture.send(Array(text.utf8), on: try wire.client()).0?.status == 403)
    }

    @Test("a token is decoded: who, by which door, bound to what, until when, and what became of it")
    func decoding() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        func post(_ path: String, _ body: String) throws -> JSON? {
            try wire.request("POST", "/_mock/\(path)", body: body, type: "application/json")?.json
        }
        let form = "username=viewer&password=viewer&client=referer&referer=https://app.example&expiration=5&f=json"
        let token =
            try wire.request("POST", "/portal/sharing/rest/generateToken", body: form)?.json?["token"]?.text ?? ""
        let decode = { try post("tokens/decode", "{\"token\":\"\(token)\"}") }
        let good = try decode()
        #expect(good?["state"]?.text == "good" && good?["user"]?.text == "viewer")
        #expect(good?["door"]?.text == "sharing/rest/generateToken" && good?["exchange"]?.integer == 1)
        #expect(good?["binding"]?.text == "referer" && good?["boundTo"]?.text == "https://app.example")
        #expect(good?["issuer"]?["kind"]?.text == "portal" && good?["kind"]?.text == "member")
        #expect(good?["told"]?.text?.hasPrefix("This token of viewer is good for another ") == true)
        _ = try wire.get(
            "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)", fields: "Referer: https://app.example\r\n"
        )
        _ = try post("clock", #"{"advance":"PT8M"}"#)
        let over = try decode()
        #expect(
            over?["state"]?.text == "expired" && over?["told"]?.text == "This token of viewer expired 3 minutes ago.")
        let seen = try wire.get("/_mock/exchanges/2")?.json
        #expect(
            seen?["tokens"]?[0]?["told"]?.text == over?["told"]?.text && seen?["tokens"]?[0]?["place"]?.text == "query")
        _ = try post("events", #"{"event":"change-password","user":"viewer","password":"another"}"#)
        #expect(try decode()?["state"]?.text == "ended")
        #expect(try post("tokens/decode", #"{"token":"nobody-issued-this-token"}"#)?["state"]?.text == "unknown")
        #expect(
            try post("tokens", #"{"user":"viewer","foreign":true}"#).flatMap {
                try post("tokens/decode", "{\"token\":\"\($0["token"]?.text ?? "")\"}")?["state"]?.text
            } == "unknown")
    }

    @Test("steps made of an exchange pass, with what the request needs before it")
    func steps() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let form = "username=viewer&password=viewer&client=referer&referer=https://app.example&expiration=5&f=json"
        let token =
            try wire.request("POST", "/portal/sharing/rest/generateToken", body: form, tls: true)?.json?["token"]?.text
            ?? ""
        _ = try wire.request("POST", "/_mock/clock", body: #"{"advance":"PT8M"}"#, type: "application/json")
        let refused = try wire.get(
            "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)&where={abc}{{x",
            fields: "Referer: https://app.example/map\r\n", tls: true)
        #expect(refused?["x-mock-portal-because"] == "token.expired")
        let number = try wire.get("/_mock/requests/last")?.json?["id"]?.integer ?? 0
        let steps = try #require(try wire.get("/_mock/exchanges/\(number)?secrets=true")?.json?["steps"])
        #expect(steps.elements?.count == 3 && steps[1]?["advance"] != nil)
        #expect(
            !String(decoding: JSONWriter.json(steps), as: UTF8.self).contains(token), "the token is saved, not written")
        let scenario = JSON.object([
            .init("extends", .string("start/federated")), .init("title", .string("Seen")), .init("steps", steps),
        ])
        let text = String(decoding: JSONWriter.json(scenario), as: UTF8.self)
        let report = try wire.request("POST", "/_mock/check", body: text, type: "application/json")
        #expect(report?.json?["passed"]?.truth == true, "\(report?.text ?? "")")
        #expect(report?.json?["steps"]?.elements?.count == 3)
        let first = try wire.request("POST", "/_mock/check?until=1&here=true", body: text, type: "application/json")
        #expect(first?.json?["passed"]?.truth == true && first?.json?["steps"]?.elements?.count == 1)
        #expect(try wire.get("/_mock/requests/last")?.json?["target"]?.text == "/portal/sharing/rest/generateToken")
    }

    @Test("a browser is signed in by the cookies of the sites")
    func signIn() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let done = try #require(
            try wire.request("POST", "/_mock/sign-in", body: #"{"user":"viewer"}"#, type: "application/json", tls: true)
        )
        #expect(done.status == 200)
        let cookies = done.fields.filter { $0.name.lowercased() == "set-cookie" }.map {
            String($0.value.prefix { $0 != ";" })
        }
        #expect(cookies.count == 2 && cookies[0].hasPrefix("esri_auth=") && cookies[1].hasPrefix("agstoken="))
        let home = try wire.get("/portal/home/", fields: "Cookie: \(cookies[0])\r\n", tls: true)
        #expect(home?.text.contains("viewer is signed in.") == true)
        let service = try wire.get(
            "/arcgis/rest/services/Airports/MapServer?f=json", fields: "Cookie: \(cookies[1])\r\n", tls: true)
        #expect(service?["x-mock-portal-because"] == nil && service?.json?["mapName"] != nil)
        let unknown = try wire.request("POST", "/_mock/sign-in", body: #"{"user":"viever"}"#, type: "application/json")
        #expect(unknown?.status == 422 && unknown?.text.contains("viewer") == true)
    }

    @Test("rules, scenarios and the file that is served")
    func library() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        #expect(try wire.get("/_mock/rules")?.json?["rules"]?.elements?.count == Explanation.rules.count)
        let scenarios = try wire.get("/_mock/scenarios")?.json?["scenarios"]?.elements
        #expect(scenarios?.compactMap { $0["name"]?.text } == BuiltInScenarios.names)
        #expect(
            try wire.get("/_mock/scenarios/start/federated")?.json?["text"]?.text
                == BuiltInScenarios.text("start/federated"))
        #expect(try wire.get("/_mock/scenarios/start/federatd")?.text.contains("did you mean start/federated?") == true)
        #expect(try wire.get("/_mock/scenario")?.json?["name"]?.text == "start/federated")
        let sent = "{ portal: { version: \"11.4\" }, // mine\n steps: [{ say: \"Time\", advance: \"PT1M\" }] }"
        #expect(try wire.request("PUT", "/_mock/scenario", body: sent, type: "application/json5")?.status == 200)
        let served = try wire.get("/_mock/scenario")?.json
        #expect(served?["text"]?.text == sent && served?["steps"]?[0]?["say"]?.text == "Time")
        #expect(served?["steps"]?[0]?["kind"]?.text == "advance" && served?["steps"]?[0]?["line"]?.integer == 2)
    }
}
