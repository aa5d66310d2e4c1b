// SPDX-License-Identifier: Apache-2.0

import Engine
import Formats
import Foundation
import TestSupport
import Testing
import Trust

@testable import MockPortal
@testable import Recording

@Suite("import")
struct ImportTests {
    /// Writes a file, calls a function with its path, and removes it.
    static func with<Made>(_ text: String, _ ending: String, _ body: (String) throws -> Made) throws -> Made {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(ending)")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path)
    }

    static func check(_ scenario: String) throws -> (passes: Bool, text: String) {
        try with(scenario, "json5") { path in
            var run = CheckRun()
            let text = run.check(path, against: nil, certificateAuthority: nil)
            return (!run.hasFailed && !run.isBroken, text)
        }
    }

    /// A session of a client with a built-in scenario, over sockets, as an archive.
    static func session(_ name: String) throws -> String {
        let (loaded, _) = MockEnterprise.load(name)
        var options = MockEnterprise.Options()
        options.seed = 7
        let portal = try MockEnterprise(try #require(loaded), options: options)
        defer { portal.stopAndWait() }
        let report = Checking.run(try #require(loaded), on: try CheckTarget(portal))
        #expect(!report.hasFailed)
        return portal.state.withLock { Array($0.journal.exchanges).har(secrets: true) }
    }

    @Test(
        "a session with the double itself, recorded and imported, passes",
        arguments: [
            "start/federated", "clients/arcgis-python", "clients/arcgis-rest-js", "clients/qgis", "clients/gdal",
            "clients/esri-leaflet",
            "clients/arcgis-maps-sdk-js", "seed-thread/adfs-refused", "content/who-finds-what", "admin/the-whole-way",
            "saml/adfs-sign-in",
        ])
    func sessions(_ name: String) throws {
        let har = try Self.session(name)
        let run = try Self.with(har, "har") { try ImportRun($0) }
        let (passes, text) = try Self.check(run.scenario)
        #expect(passes, "\(text)\n\(run.report.text)")
        #expect(run.report.counts[.neither] ?? 0 == 0, "\(run.report.text)")
    }

    @Test("a spoilt recording is imported or told, from end to end", arguments: UInt64(0)..<12)
    func spoilt(_ seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let har = Array(try Self.session("start/standalone").utf8)
        let cassette = Array(
            """
            interactions:
            - request: {method: GET, uri: 'https://gis.contoso.com/arcgis/rest/info?f=json', headers: &h {Accept: ['*/*']}}
              response: {status: {code: 200}, headers: *h, body: {string: '{"currentVersion":11.1}'}}
            """.utf8)
        for (ending, text) in [("har", har), ("yml", cassette)] {
            for _ in 0..<4 {
                var bytes = text
                for _ in 0..<Int.random(in: 1...8, using: &chance) {
                    let at = Int.random(in: 0..<bytes.count, using: &chance)
                    switch Int.random(in: 0..<4, using: &chance) {
                    case 0: bytes[at] = UInt8.random(in: 32...126, using: &chance)
                    case 1: bytes.insert(contentsOf: bytes[at..<min(at + 60, bytes.count)], at: at)
                    case 2: bytes.insert(contentsOf: Array(#"\ud800"{[&a *a"#.utf8), at: at)
                    default: bytes.removeSubrange(at..<min(at + 30, bytes.count - 1))
                    }
                }
                try Self.with(String(decoding: bytes, as: UTF8.self), ending) { path in
                    do throws(ImportRun.Failure) {
                        let run = try ImportRun(path)
                        #expect(!run.scenario.isEmpty)
                    } catch {
                        #expect(!error.description.isEmpty)
                    }
                }
            }
        }
    }

    @Test("tokens that an answer gave are saved, and those from before get a sign-in")
    func tokens() throws {
        let text = """
            curl https://gis.contoso.com/portal/sharing/rest/generateToken -d username=jdoe -d password=hunter2 -d f=json -d client=requestip
            {"token":"aBcDeFgH1jKlMnOpQrStUvWx","expires":1795950000000,"ssl":true}
            curl 'https://gis.contoso.com/portal/sharing/rest/community/self?f=json&token=aBcDeFgH1jKlMnOpQrStUvWx'
            {"username":"jdoe","fullName":"Jane Doe","role":"org_publisher"}
            curl 'https://gis.contoso.com/portal/sharing/rest/portals/self?f=json&token=Zyxwvutsr9876543210Zyxwvu'
            {"currentVersion":"2024.1","user":{"username":"jdoe","role":"org_publisher"}}
            """
        let run = try Self.with(text, "txt") { try ImportRun($0) }
        #expect(run.scenario.contains("token: \"{token}\""))
        #expect(run.scenario.contains("token: \"{signedIn_portal}\""))
        #expect(run.scenario.contains("version: \"11.3\""))
        #expect(run.scenario.contains("role: \"org_publisher\""))
        for word in ["jdoe", "hunter2", "Jane", "contoso", "aBcDeFgH1j", "Zyxwvutsr"] {
            #expect(!run.scenario.contains(word) && !run.report.text.contains(word))
        }
        let (passes, printed) = try Self.check(run.scenario)
        #expect(passes, "\(printed)")
    }

    @Test("the archives of three tools of one session give one scenario")
    func tools() throws {
        let har = try Self.session("start/federated")
        let json = try JSONReader.read(Array(har.utf8))
        let entries = try #require(json["log"]?["entries"]?.elements)
        func archive(_ change: (JSON, Int) -> [JSON]) -> String {
            let list = entries.enumerated().flatMap { change($0.element, $0.offset) }
            return String(
                decoding: JSONWriter.json(.object([.init("log", .object([.init("entries", .array(list))]))])),
                as: UTF8.self)
        }
        // Chromium: times with milliseconds, pseudo-header fields, what it asks for by itself, bodies as text.
        let chromium = archive { entry, index in
            let favicon = Self.setting(
                Self.setting(entry, ["request", "url"], .string("https://127.0.0.1:1/favicon.ico")),
                ["request", "method"], .string("GET"))
            let headers =
                (entry["request"]?["headers"]?.elements ?? []) + [
                    Self.pair(":path", "/x"), Self.pair("sec-ch-ua", "Chromium"),
                    Self.pair("user-agent", "Mozilla/5.0"),
                ]
            return (index == 3 ? [favicon] : []) + [Self.setting(entry, ["request", "headers"], .array(headers))]
        }
        // mitmproxy: bodies of answers in base64, both params and text of forms.
        let mitmproxy = archive { entry, _ in
            let text = entry["response"]?["content"]?["text"]?.text ?? ""
            var changed = Self.setting(
                entry, ["response", "content", "text"], .string(Base64.encode(Array(text.utf8))))
            changed = Self.setting(changed, ["response", "content", "encoding"], .string("base64"))
            return [changed]
        }
        // Firefox: names of header fields in lowercase, the time with an offset, forms as text.
        let firefox = archive { entry, _ in
            let fields = (entry["request"]?["headers"]?.elements ?? []).map { field in
                Self.pair((field["name"]?.text ?? "").lowercased(), field["value"]?.text ?? "")
            }
            var changed = Self.setting(entry, ["request", "headers"], .array(fields))
            if let params = entry["request"]?["postData"]?["params"]?.elements {
                let text = Form.encode(params.map { ($0["name"]?.text ?? "", $0["value"]?.text ?? "") })
                changed = Self.setting(changed, ["request", "postData", "text"], .string(text))
            }
            let time = (entry["startedDateTime"]?.text ?? "").replacing("Z", with: "+00:00")
            return [Self.setting(changed, ["startedDateTime"], .string(time))]
        }
        let written = try [har, chromium, mitmproxy, firefox].map { text in
            try Self.with(text, "har") { try ImportRun($0) }.scenario
        }
        #expect(written[0].contains("steps:"))
        for (index, text) in written.enumerated() { #expect(text == written[0], "archive \(index)") }
    }

    private static func pair(_ name: String, _ value: String) -> JSON {
        .object([.init("name", .string(name)), .init("value", .string(value))])
    }

    private static func setting(_ json: JSON, _ path: [String], _ value: JSON) -> JSON {
        guard let name = path.first, var members = json.members else { return value }
        let inner = setting(json[name] ?? .object([]), Array(path.dropFirst()), value)
        members.removeAll { $0.name == name }
        members.append(.init(name, inner))
        return .object(members)
    }

    @Test("what is no recording of a portal is told")
    func nothing() throws {
        let failure = try #require(throws: ImportRun.Failure.self) {
            try Self.with("curl https://example.com/index.html", "txt") { try ImportRun($0) }
        }
        #expect(failure.description.hasSuffix("none has sharing, rest, admin or tokens in its path"))
        let missing = try #require(throws: ImportRun.Failure.self) { try ImportRun("/nowhere/x.har") }
        #expect(missing.description == "/nowhere/x.har:1:1: error: this file cannot be read")
    }
}
