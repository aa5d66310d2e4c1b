// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Testing

@testable import MockPortal

@Suite("Which requests are meant")
struct RequestPatternTests {
    private static let asked = ExchangeFixture.exchange(
        "POST", "/portal/sharing/generate%54oken?f=json&x=", form: "username=viewer&password=pw&referer=https://a/b",
        fields: [("X-Client", "mine")], door: .sharingGenerateToken, user: "viewer",
        verdict: [Verdict(ExchangeFixture.rule, wouldPass: "another")])

    @Test(
        "all that is named must hold",
        arguments: [
            (.any, true), (.post("/portal/sharing/generateToken"), true),
            (.get("/portal/sharing/generateToken"), false),
            (.path("/portal/*/generateToken"), true), (.path("/portal/*"), false), (.path("/portal/**"), true),
            (.path("portal/sharing/generateToken/"), true),
            (.path("https://127.0.0.1:7443/portal/sharing/generateToken"), true),
            (.path("/portal/sharing/generatetoken"), false), (.door(.sharingGenerateToken), true),
            (.door(.oauth2), false),
            (.user("viewer"), true), (.user("publisher"), false), (.rule("token.example"), true),
            (.rule("token.expired"), false), (RequestPattern.any.query(["F": "json"]), true),
            (RequestPattern.any.query(["x": ""]), true), (RequestPattern.any.query(["f": "html"]), false),
            (RequestPattern.any.query(["token": .absent]), true), (RequestPattern.any.query(["f": .absent]), false),
            (RequestPattern.any.form(["referer": "https://*"]), true),
            (RequestPattern.any.form(["username": "view*"]), true),
            (RequestPattern.any.form(["f": "json"]), false), (RequestPattern.any.headers(["x-client": "*"]), true),
            (.any.parameters(["username": "viewer"]), true), (.any.parameters(["F": "json", "x": ""]), true),
            (.any.parameters(["token": .absent]), true), (.any.parameters(["username": .absent]), false),
            (.any.longerThan(30), true), (.any.longerThan(300), false),
            (RequestPattern.any.headers(["Referer": .absent]), true),
            (RequestPattern.any.headers(["Referer": "*"]), false),
        ] as [(RequestPattern, Bool)])
    func matches(_ pattern: RequestPattern, _ isMatch: Bool) {
        #expect(RequestMatcher(pattern).matches(Self.asked) == isMatch)
        #expect(RequestMatcher(pattern).differences(Self.asked)?.isEmpty == isMatch)
    }

    @Test(
        "a path is its decoded segments, whichever way it is written",
        arguments: [
            ("/a/b", "/a/b"), ("/", "/"), ("", "/"), ("a/b", "/a/b"), ("/a/b/", "/a/b"), ("//a//b", "/a/b"),
            ("/a%20b/%C3%A9", "/a b/é"), ("/a?x=1", "/a"), ("https://h:1/a/b?x", "/a/b"), ("/a/./b", "/a/./b"),
            ("/a:b/c://d", "/a:b/c:/d"), ("/é", "/é"),
        ])
    func paths(_ sent: String, _ path: String) {
        #expect(RequestMatcher.path(of: sent) == path)
        #expect(RequestMatcher.path(of: sent) == "/" + Target(sent).segments.joined(separator: "/"))
    }

    @Test("parameters of a multipart body")
    func multipart() {
        let body = "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\njson\r\n--b--\r\n"
        let exchange = ExchangeFixture.exchange(
            "POST", "/x", form: body, fields: [("Content-Type", "multipart/form-data; boundary=b")])
        #expect(RequestMatcher(RequestPattern.any.form(["f": "json"])).matches(exchange))
        #expect(exchange.parameter("F") == "json")
    }

    @Test("what was no request is meant by nothing but a rule, and by everything's count not at all")
    func unreadable() {
        var exchange = ExchangeFixture.exchange(
            "GET", "/x", verdict: [Verdict(ExchangeFixture.rule, wouldPass: "another")])
        exchange.received = .handshake("a reset")
        #expect(RequestMatcher(.rule("token.example")).matches(exchange))
        #expect(!RequestMatcher(.any).matches(exchange))
        #expect(!RequestMatcher(RequestPattern.rule("token.example").method("GET")).matches(exchange))
        #expect(RequestMatcher(.any).differences(exchange) == nil)
    }

    @Test("read from JSON")
    func json() throws {
        let text = #"""
            {"method":"post","path":"/a","door":"oauth2","user":"u","rule":"r",
             "query":{"f":"json","n":1,"b":true,"token":null},"form":{},"headers":{"Referer":"*"},
             "parameters":{"x":"*"},"longerThan":9}
            """#
        let pattern = try RequestPattern(JSONReader.read(Array(text.utf8)))
        #expect(
            pattern
                == .post("/a").door(.oauth2).user("u").rule("r").headers(["Referer": "*"]).longerThan(9)
                .query(["f": "json", "n": "1", "b": "true", "token": .absent]).parameters(["x": "*"]))
    }

    @Test(
        "what is no pattern is told",
        arguments: [
            ("[]", "expected an object, found an array"),
            (#"{"methud":"GET"}"#, #"there is no "methud" of a request; did you mean "method"?"#),
            (#"{"path":1}"#, #""path": expected a string, found a number"#),
            (#"{"door":"oauth"}"#, #"there is no door "oauth"; did you mean "oauth2"?"#),
            (#"{"longerThan":"9"}"#, #""longerThan": expected an integer, found a string"#),
            (#"{"query":[]}"#, #""query": expected an object, found an array"#),
            (#"{"form":{"a":[]}}"#, #""form"."a": expected a string or null, found an array"#),
        ])
    func wrong(_ text: String, _ message: String) throws {
        let json = try JSONReader.read(Array(text.utf8))
        #expect { try RequestPattern(json) } throws: { ($0 as? RequestPattern.Unreadable)?.message == message }
    }

    @Test(
        "in words",
        arguments: [
            (.any, "requests"), (.get("/a"), "GET /a"),
            (
                .post("/a").query(["f": "json"]).form(["password": "hush", "x": .absent]),
                "POST /a with query f=json; form password=‹password›, no x"
            ),
            (RequestPattern.door(.oauth2).user("u").rule("r"), "requests at oauth2 by u judged by r"),
            (.path("/a").parameters(["f": "json"]).longerThan(9), "/a with parameters f=json longer than 9 bytes"),
        ] as [(RequestPattern, String)])
    func words(_ pattern: RequestPattern, _ text: String) { #expect(pattern.description == text) }

    @Test(
        "how often, in words",
        arguments: [
            (.never, "never"), (.once, "once"), (2, "2 times"), (.atLeast(1), "at least once"),
            (.atMost(3), "at most 3 times"), (.between(2...4), "2 to 4 times"),
        ] as [(RequestPattern.Times, String)])
    func times(_ times: RequestPattern.Times, _ text: String) { #expect(times.description == text) }
}
