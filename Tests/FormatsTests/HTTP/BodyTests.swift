// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("Forms, parts, cookies, targets")
struct BodyTests {
    @Test(
        "forms are read in their order",
        arguments: [
            ("a=1&b=2", ["a=1", "b=2"]), ("a=1&a=2", ["a=1", "a=2"]), ("a", ["a="]), ("a=", ["a="]), ("=1", ["=1"]),
            ("", []), ("&&a=1&", ["a=1"]), ("a=b+c%20d", ["a=b c d"]), ("a=%C3%A9", ["a=é"]), ("a=%", ["a=%"]),
            ("a=%4", ["a=%4"]), ("a=%zz", ["a=%zz"]), ("a=b=c", ["a=b=c"]), ("where=1%3D1", ["where=1=1"]),
        ])
    func form(_ text: String, _ pairs: [String]) {
        #expect(Form.parse(text).map { "\($0.name)=\($0.value)" } == pairs)
    }

    @Test("what a form says comes back")
    func roundTrip() {
        let list = [("a b", "c&d=e"), ("é", "%+"), ("", "x")]
        #expect(Form.parse(Form.encode(list)).map { [$0.name, $0.value] } == list.map { [$0.0, $0.1] })
    }

    @Test("parts of a multipart body")
    func multipart() throws {
        let text =
            "pre\r\n--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\njson\r\n--b\r\n"
            + "content-disposition: form-data; name=file; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
            + "one\r\n--two\r\n--b--\r\nafter"
        let parts = try Multipart.parse(Array(text.utf8), boundary: "b")
        #expect(parts.map(\.name) == ["f", "file"])
        #expect(String(decoding: parts[0].body, as: UTF8.self) == "json")
        #expect(parts[1].fileName == "a.txt")
        #expect(parts[1].mediaType == "text/plain")
        #expect(String(decoding: parts[1].body, as: UTF8.self) == "one\r\n--two")
    }

    @Test(
        "what is no multipart body is told",
        arguments: [
            ("", "the boundary never comes"), ("--b", "no line end after the boundary"),
            ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx", "the last boundary never comes"),
            ("--b\r\nX: y\r\n\r\nx\r\n--b--", "a part has no Content-Disposition"),
            ("--b\r\nX: y\r\n--b--", "a part has no empty line after its fields"),
            ("--b\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--", "a part is no form-data with a name"),
        ])
    func noMultipart(_ text: String, _ reason: String) {
        let failure = #expect(throws: Multipart.Failure.self) { try Multipart.parse(Array(text.utf8), boundary: "b") }
        #expect(failure?.reason == reason)
    }

    @Test("cookies")
    func cookies() {
        let cookies = Cookie.parse("agstoken=abc==; esri_auth=\"%7B%7D\"; lonely; a=b")
        #expect(cookies.map { "\($0.name)|\($0.value)" } == ["agstoken|abc==", "esri_auth|%7B%7D", "a|b"])
    }

    @Test("media types")
    func mediaType() {
        #expect(MediaType("Text/Plain; Charset=\"utf-8\"")?["charset"] == "utf-8")
        #expect(MediaType("multipart/form-data; boundary=\"a;b\"")?["boundary"] == "a;b")
        #expect(MediaType("nonsense") == nil)
    }

    @Test(
        "targets",
        arguments: [
            ("/a/b%20c/?x=1", "/a/b%20c/", "x=1", ["a", "b c"]), ("/", "/", nil, []),
            ("//a//b", "//a//b", nil, ["a", "b"]),
            ("http://h:1/p?q=/?", "/p", "q=/?", ["p"]), ("/a?", "/a", "", ["a"]),
        ])
    func target(_ raw: String, _ path: String, _ query: String?, _ segments: [String]) {
        let target = Target(raw)
        #expect(target.path == path)
        #expect(target.query == query)
        #expect(target.segments == segments)
    }

    @Test(
        "locations are resolved",
        arguments: [
            ("https://x.example/y", "https://x.example/y"), ("/c?d", "http://h:1/c?d"), ("?z", "http://h:1/a/b?z"),
            ("c", "http://h:1/a/c"), ("//g/x", "http://g/x"), ("/c#frag", "http://h:1/c"),
        ])
    func resolve(_ location: String, _ found: String) throws {
        let base = try #require(WebURL("http://h:1/a/b?c=d"))
        let url = base.resolve(location)
        #expect(url.map { $0.origin + $0.target } == found)
    }

    @Test(
        "URLs that are none",
        arguments: ["", "h:1/a", "ftp://h/", "http://", "http://h:99999/", "http://u@h/", "http://[::1"])
    func noURL(_ text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test("URLs with an IPv6 address")
    func ipv6() throws {
        let url = try #require(WebURL("https://[::1]:8443/x"))
        #expect(url.host == "::1")
        #expect(url.port == 8443)
        #expect(url.authority == "[::1]:8443")
    }
}
