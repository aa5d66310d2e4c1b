// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Recording

@Suite("reading recordings")
struct ReadingTests {
    static func read(_ text: String, by size: Int = 65_536) throws -> RecordedFile {
        try RecordingReader.read(ByteSource(Array(text.utf8), by: size), file: "file")
    }

    static let har = #"""
        {"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[
        {"startedDateTime":"2026-11-29T10:00:01.500Z","time":3,"request":{"method":"POST",
         "url":"https://gis.contoso.com/portal/sharing/rest/generateToken","httpVersion":"h2",
         "headers":[{"name":":authority","value":"gis.contoso.com"},{"name":"Referer","value":"https://app.contoso.com/"}],
         "queryString":[],"cookies":[],"headersSize":-1,"bodySize":9,
         "postData":{"mimeType":"application/x-www-form-urlencoded","text":"username=j.doe&password=p%40ss&f=json"}},
         "response":{"status":200,"statusText":"","httpVersion":"h2","headers":[],"cookies":[],
          "content":{"size":60,"mimeType":"application/json","text":"{\"token\":\"abc\u00e9\ud83d\",\"expires\":1}"},
          "redirectURL":"","headersSize":-1,"bodySize":60},"cache":{},"timings":{"send":0,"wait":1,"receive":0}},
        {"startedDateTime":"2026-11-29T12:00:00.000+02:00","request":{"method":"GET","url":"data:text/plain,x"},"response":{}},
        {"startedDateTime":"2026-11-29T12:00:01.000+02:00","request":{"method":"GET",
         "url":"https://gis.contoso.com/arcgis/rest/info?f=json","headers":[]},
         "response":{"status":200,"headers":[{"name":"Content-Type","value":"application/json"}],
          "content":{"encoding":"base64","text":"eyJjdXJyZW50VmVyc2lvbiI6MTAuOTF9"}}}
        ]}}
        """#

    @Test("an archive, in pieces of any size", arguments: [1, 2, 3, 7, 64, 65_536])
    func archives(_ size: Int) throws {
        let file = try ReadingTests.read(ReadingTests.har, by: size)
        #expect(file.format == .har)
        // In the order of time.
        #expect(file.exchanges.map(\.number) == [3, 1])
        let token = try #require(file.exchanges.last)
        #expect(token.parameter("password") == "p@ss")
        #expect(token.fields.map(\.name) == ["Referer", "Content-Type"])
        #expect(token.answer?.json?["token"]?.text == "abcé\u{FFFD}")
        #expect(file.exchanges.first?.answer?.json?["currentVersion"]?.double == 10.91)
        #expect(file.exchanges.first?.time == ISO8601.instant("2026-11-29T10:00:01Z"))
    }

    @Test("an archive that was cut off is read up to there")
    func cut() throws {
        let end = try #require(ReadingTests.har.firstRange(of: "{\"startedDateTime\":\"2026-11-29T12:00:01"))
        let file = try ReadingTests.read(String(ReadingTests.har[..<end.lowerBound]) + "{\"request\":{\"url\":\"htt")
        #expect(file.exchanges.map(\.number) == [1])
        #expect(
            file.findings.map(\.description) == [
                "file:11:19: warning: this string is never closed; what comes after entry 1 is left out"
            ])
    }

    @Test("what cannot be read is told with its place, and quotes nothing")
    func findings() throws {
        let broken: [String: String] = [
            "empty": " \n", "no entries": #"{"log":{"version":"1.2"}}"#, "no object": "[1]",
            "a number": #"{"log":{"entries":[12x]}}"#,
            "no comma": "{\"log\":{\"entries\":[\n{\"a\":1 \"hunter2\":2}]}}",
            "cassette": "interactions:\n  - request: {uri: [\n", "no request": "interactions:\n- response: {}\n",
            "collection": #"{"info":{"schema":"https://schema.getpostman.com/x"}}"#, "prose": "It says Invalid Token.",
            "deep": "{\"log\":{\"entries\":" + String(repeating: "[", count: 80),
            "two": "{\"currentVersion\": 10.91} {\"a\": {}}",
        ]
        for (name, text) in broken.sorted(by: { $0.key < $1.key }) {
            let said: String
            do {
                let file = try ReadingTests.read(text)
                said = "read as \(file.format.about): " + file.findings.map(\.description).joined(separator: "; ")
            } catch let error as UnreadableRecording {
                said = error.finding.description
            }
            #expect(!said.contains("hunter2"))
            try Golden.expect("import-findings.txt", entry: name, said)
        }
    }

    @Test("curl as browsers copy it and as people type it")
    func curl() throws {
        let file = try ReadingTests.read(
            #"""
            $ curl -sk 'https://h/arcgis/tokens/generateToken' -d username=a --data-urlencode 'password=b c' -d f=json
            {"token":"t","expires":1}
            curl 'https://h/portal/sharing/rest/portals/self?f=json' \
              -H 'accept: */*' -H $'x-esri-authorization: Bearer a\'b' --compressed -X GET
            HTTP/1.1 498 Invalid
            Content-Type: application/json

            {"error":{"code":498,"message":"Invalid Token","details":[]}}
            curl ^"https://h/arcgis/rest/info?f=json^&x=1^" -G -d token=t
            """#)
        #expect(file.format == .curl)
        #expect(file.exchanges.map(\.method) == ["POST", "GET", "GET"])
        #expect(file.exchanges[0].parameter("password") == "b c")
        #expect(file.exchanges[0].answer?.json?["token"]?.text == "t")
        #expect(file.exchanges[1].field("X-Esri-Authorization") == "Bearer a'b")
        #expect(file.exchanges[1].answer?.status == 498)
        #expect(file.exchanges[2].url.target == "/arcgis/rest/info?f=json&x=1&token=t")
    }

    @Test("cassettes of Ruby and Python, with anchors and bytes")
    func cassettes() throws {
        let ruby = try ReadingTests.read(
            """
            ---
            http_interactions:
            - request:
                method: post
                uri: https://h/portal/sharing/rest/generateToken
                body: {encoding: UTF-8, string: "username=a&password=b&f=json"}
                headers: {Content-Type: [application/x-www-form-urlencoded]}
              response:
                status: {code: 200, message: OK}
                headers: {Content-Type: ["application/json;charset=UTF-8"]}
                body: {encoding: UTF-8, string: '{"token":"t"}'}
              recorded_at: Sun, 29 Nov 2026 10:00:00 GMT
            recorded_with: VCR 6.0.0
            """)
        #expect(ruby.format == .cassette)
        #expect(ruby.exchanges.first?.parameter("username") == "a")
        #expect(ruby.exchanges.first?.answer?.json?["token"]?.text == "t")
        let python = try ReadingTests.read(
            """
            interactions:
            - request:
                body: null
                headers: &id001
                  Accept: ['*/*']
                method: GET
                uri: https://h/arcgis/rest/info?f=json
              response:
                body: {string: !!binary eyJjdXJyZW50VmVyc2lvbiI6MTAuOTF9}
                headers: *id001
                status: {code: 200, message: OK}
            version: 1
            """)
        #expect(python.exchanges.first?.answer?.json?["currentVersion"]?.double == 10.91)
        #expect(python.exchanges.first?.answer?.field("accept") == "*/*")
        let bomb = (0..<30).map { "a\($0): &a\($0) [\($0 == 0 ? "x" : "*a\($0 - 1), *a\($0 - 1)")]" }.joined(
            separator: "\n")
        #expect(throws: UnreadableRecording.self) { try ReadingTests.read("interactions:\n\(bomb)") }
    }

    @Test("a collection of Postman, with variables, folders and saved answers")
    func postman() throws {
        let file = try ReadingTests.read(
            #"""
            {"info":{"name":"x","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
             "variable":[{"key":"base","value":"https://h"}],
             "item":[{"name":"f","item":[{"name":"t","request":{"method":"POST","header":[],
               "url":{"raw":"{{base}}/portal/sharing/rest/generateToken"},
               "body":{"mode":"urlencoded","urlencoded":[{"key":"username","value":"a"},{"key":"x","value":"y","disabled":true}]}},
               "response":[{"name":"ok","code":200,"header":[{"key":"Content-Type","value":"application/json"}],"body":"{\"token\":\"t\"}"}]}]},
              {"name":"i","request":"{{base}}/arcgis/rest/info?f=json"}]}
            """#)
        #expect(file.format == .postman)
        #expect(file.exchanges.map(\.url.origin) == ["https://h", "https://h"])
        #expect(file.exchanges[0].form?.map(\.name) == ["username"])
        #expect(file.exchanges[0].answer?.json?["token"]?.text == "t")
        #expect(file.exchanges[1].answer == nil)
    }

    @Test("consoles, logs and stack traces")
    func logs() throws {
        let console = try ReadingTests.read(
            """
            app.js:12 GET https://gis.contoso.com/arcgis/rest/services/Roads/MapServer?f=json&token=abc 403 (Forbidden)
            Uncaught Error: see https://example.com/help for more
            {"error":{"code":499,"message":"Token Required","details":[]}}
            """)
        #expect(console.exchanges.map(\.url.path) == ["/arcgis/rest/services/Roads/MapServer"])
        #expect(console.exchanges.first?.answer?.status == 403)
        let python = try ReadingTests.read(
            """
            Traceback (most recent call last):
              File "x.py", line 3
            requests.exceptions.HTTPError: 401 Client Error: for url: https://h/portal/sharing/rest/portals/self?f=json
            Exception: Invalid token.
            (Error Code: 498)
            """)
        #expect(python.exchanges.first?.answer?.errorCode == 498)
        let access = try ReadingTests.read(
            #"10.0.0.1 - - [29/Nov/2026:10:00:00 +0000] "GET /arcgis/rest/services?f=json HTTP/1.1" 200 512"#)
        #expect(access.exchanges.first?.url.path == "/arcgis/rest/services")
        #expect(access.exchanges.first?.answer?.status == 200)
        let alone = try ReadingTests.read(
            #"it says {"error":{"code":498,"message":"Invalid Token","details":[]}} since today"#)
        #expect(alone.exchanges.first?.answer?.errorCode == 498)
        let described = try ReadingTests.read(
            #"{"currentVersion":10.91,"mapName":"Layers","layers":[{"id":0,"name":"Roads"}]}"#)
        #expect(described.format == .description)
        #expect(described.exchanges.first?.url.path == "/arcgis/rest/services/Pasted/MapServer")
    }

    @Test("an archive of 200 MB is read in bounded memory")
    func large() throws {
        let body = String(repeating: "0123456789abcdef", count: 100_000)
        let entry = Array(
            (#"{"startedDateTime":"2026-11-29T10:00:00Z","request":{"method":"GET","url":"https://h/arcgis/rest/info?f=json","headers":[]},"#
                + #""response":{"status":200,"headers":[],"content":{"mimeType":"text/plain","text":""# + body
                + #""}}}"#).utf8)
        var count = 0
        let most = 200_000_000 / entry.count + 1
        let source = ByteSource {
            defer { count += 1 }
            if count == 0 { return Array(#"{"log":{"entries":["#.utf8) + entry }
            if count < most { return [UInt8(ascii: ",")] + entry }
            return count == most ? Array("]}}".utf8) : []
        }
        let file = try RecordingReader.read(source, file: "large.har")
        #expect(file.exchanges.count == most)
        let kept = file.exchanges.map { $0.answer?.body.count ?? 0 }.reduce(0, +)
        #expect(kept <= RecordedFile.room)
        #expect(file.exchanges.allSatisfy { $0.answer?.isCut == true })
    }

    @Test("spoilt files are told, and end nothing", arguments: UInt64(0)..<40)
    func spoilt(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let texts = [
            ReadingTests.har,
            "interactions:\n- request: {method: GET, uri: 'https://h/arcgis/rest/info', body: !!binary AA==}\n",
            "curl 'https://h/arcgis/rest/info' -H $'a: \\u00e9' --data-raw ^\"x^\"\nHTTP/1.1 200 OK\n\n{\"a\":1}",
            #"{"item":[{"request":{"url":{"raw":"h"}}}],"info":{"schema":"https://schema.getpostman.com/"}}"#,
        ]
        for text in texts {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...12, using: &chance) {
                let at = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(contentsOf: bytes[at..<min(at + 20, bytes.count)], at: at)
                default: bytes.removeSubrange(at..<min(at + 30, bytes.count))
                }
                if bytes.isEmpty { bytes = [123] }
            }
            for format in RecordingFormat.allCases {
                _ = try? RecordingReader.read(ByteSource(bytes, by: 13), file: "f", as: format)
            }
        }
    }
}
