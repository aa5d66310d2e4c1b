// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Foundation
import TestSupport
import Testing
import Trust

@testable import MockPortal

@Suite("check")
struct CheckingTests {
    private func check(_ steps: String, _ more: String = "") throws -> (CheckRun, String) {
        try check(
            file: """
                { extends: "start/federated", clock: "2020-01-01T00:00:00Z", seed: 1,
                  \(more) steps: [\(steps)] }
                """)
    }

    private func check(file text: String) throws -> (CheckRun, String) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json5")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        var run = CheckRun()
        let printed = run.check(file.path, against: nil, certificateAuthority: nil)
        let plain = printed.replacing(file.path, with: "FILE").replacing(/:[0-9]{4,5}/, with: ":PORT")
        return (run, plain.replacing(/port [0-9]{4,5}/, with: "port PORT"))
    }

    @Test("every built-in scenario proves itself", arguments: BuiltInScenarios.names)
    func builtIns(_ name: String) {
        var run = CheckRun()
        let printed = run.check(name, against: nil, certificateAuthority: nil)
        #expect(!run.hasFailed && !run.isBroken, "\(printed)")
    }

    @Test(
        "a step that fails says what was expected, what came, and why",
        arguments: [
            "status": "{ say: 'S', request: { url: '{server}/rest/info?f=json' }, response: { status: 500 } }",
            "body":
                "{ say: 'S', request: { url: '{server}/rest/services/Airports/MapServer', query: { f: 'json' } }, response: { body: 'x' } }",
            "bytes":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { bytes: 1 } }",
            "json":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { json: { currentVersion: 1 } } }",
            "pbf":
                "{ say: 'S', request: { url: '{server}/rest/services/PublicAirports/MapServer/0/query', query: { where: '1=1', returnCountOnly: true, f: 'pbf' } }, response: { pbf: { queryResult: { countResult: { count: 1 } } } } }",
            "pbf that is JSON":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { pbf: {} } }",
            "operators":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { json: { currentVersion: { $length: 2 }, other: { $anything: true }, enterpriseVersion: { $keys: 1 } } } }",
            "keys":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { keys: { '': ['a'] } } }",
            "header":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { headers: { 'Vary': 'x', 'X-None': '/y/', 'Date': null } } }",
            "matches":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { matches: ['current', 'nope'] } }",
            "because":
                "{ say: 'S', request: { url: '{server}/rest/services/Airports/MapServer', query: { f: 'json' } }, because: 'token.expired' }",
            "no because":
                "{ say: 'S', request: { url: '{server}/rest/services/Airports/MapServer', query: { f: 'json' } }, because: null }",
            "save":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, save: { t: '/token' } }",
            "closed":
                "{ say: 'S', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { closed: 'reset' } }",
            "closed otherwise":
                "{ say: 'S', request: { url: '{server}/rest/info?f=json' }, response: { closed: 'reset' } }",
            "closed early":
                "{ say: 'S', request: { url: '{server}/rest/info?f=json' } }",
            "what came before the end":
                "{ say: 'S', request: { url: '{server}/rest/info?f=json' }, response: { status: 404, bytes: 8, closed: 'fin' }, because: null }",
            "closed before a head":
                "{ say: 'S', request: { url: '{server}/rest/services?f=json' }, response: { status: 200, closed: 'timeout' } }",
            "handshake":
                "{ say: 'S', request: { url: '{server}/rest/info?f=json' }, response: { closed: 'handshake' } }",
            "url": "{ say: 'S', request: { url: 'nowhere' } }",
            "connection": "{ say: 'S', request: { url: 'http://127.0.0.1:1/' } }",
        ].sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    func failing(_ pair: [String]) throws {
        let faults = pair[0].contains("losed") || pair[0].contains("came") ? "faults: [\(Self.ending)]," : ""
        let (run, printed) = try check(pair[1] + ", { say: 'never reached', request: { url: '{portal}' } }", faults)
        #expect(run.hasFailed)
        let date = printed.replacing(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [0-9:]{8} GMT/, with: "DATE")
        try Golden.expect("check-failures.txt", entry: pair[0], date.replacing("\n", with: "⏎"))
    }

    private static let ending = """
        { when: { path: '/arcgis/rest/info' }, then: { truncate: { afterBytes: 9 } } },
        { when: { path: '/arcgis/rest/services' }, then: { stall: 'head' } }
        """

    @Test("jars keep cookies and connections apart; redirects are followed; values are saved and decoded")
    func features() throws {
        let (run, printed) = try check(
            """
            { request: { method: 'POST', url: '{portal}/sharing/rest/generateToken',
                multipart: { username: 'viewer', password: 'viewer', referer: 'x', f: 'json' } },
              save: { token: '/token', start: { body: '"token":"(.{4})' }, length: { header: 'Content-Length', matches: '(.+)' } } },
            { request: { url: '{server}/rest/services/Airports/MapServer', query: { f: 'json' },
                headers: { Cookie: 'agstoken={token}' } }, response: { json: { mapName: 'Layers' } } },
            { request: { url: '{server}/rest/services/Airports/MapServer' }, response: { status: 302, headers: { Location: '/^{https}.arcgis.rest.login/' } } },
            { request: { url: '{server}/rest/services/Airports/MapServer', follow: 3 }, response: { status: 200, matches: 'name="password"' } },
            { request: { raw: 'GET /portal/sharing/rest?f=json HTTP/1.1\\r\\nHost: {host}\\r\\n\\r\\n', over: 'http', url: '{http}' }, response: { status: 200 } },
            { request: { raw: 'rubbish\\r\\n\\r\\n', url: '{http}' }, response: { status: 400 } },
            { request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, repeat: 20, response: { status: 200 } },
            { request: { url: '{portal}/sharing/rest/generateToken', body: 'f=json&username={{x}', headers: { 'Content-Type': ['application/x-www-form-urlencoded'] } },
              response: { json: { error: { code: 400 } } } },
            { request: { url: '{server}/rest/services/Airports/MapServer', query: { f: 'json', token: '{token}' }, jar: 'other' }, response: { json: { mapName: { $matches: '^L' } } } },
            { advance: 'PT3H' },
            { request: { url: '{server}/rest/services/Airports/MapServer', query: { f: 'json', token: '{token}' } }, because: 'token.expired' }
            """)
        #expect(!run.hasFailed && !run.isBroken, "\(printed)")
        #expect(run.reports.first?.steps.count == 11)
    }

    @Test(
        "a file that names no deployment is no ready file",
        arguments: [
            ("{}", false), ("[]", false), ("portal", false), (#"{"servers":{}}"#, false),
            (#"{"http":"http://h"}"#, false),
            (#"{"portal":"https://h/portal"}"#, true), (#"{"servers":{"gis":"https://h/arcgis"}}"#, true),
        ])
    func readyFiles(_ text: String, _ isReady: Bool) { #expect((CheckRun.flaw(ofReady: text) == nil) == isReady) }

    @Test("where a step fails, the others are run if asked for; those that need what it gave are not")
    func keepingOn() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json5")
        try """
        { extends: "start/federated", steps: [
          { say: 'A', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { status: 500 }, save: { token: '/token' } },
          { say: 'B', request: { url: '{portal}/sharing/rest', query: { f: 'json', token: '{token}' } } },
          { say: 'C', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { status: 200 } } ] }
        """.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        var run = CheckRun(keepsGoing: true)
        let printed = run.check(file.path, against: nil, certificateAuthority: nil)
        #expect(run.reports.first?.steps.map(\.outcome) == [.failed, .cannotRun, .passed] && run.hasFailed)
        #expect(printed.contains("  1 step depends on one that failed\n"), "\(printed)")
        #expect(run.summary == "1 scenario: 1 steps passed, 1 failed, 1 cannot be run here\n")
    }

    @Test("a file without steps checks nothing, and that is told; alone it fails")
    func noSteps() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
        try #"{ "$schema": "schema.json", "extends": "start/standalone" }"#.write(
            to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        var run = CheckRun()
        #expect(run.check(file.path, against: nil, certificateAuthority: nil).hasPrefix("none  "))
        #expect(run.hasFailed && run.summary == "1 scenario: 0 steps passed, 0 failed: nothing was checked\n")
        _ = run.check("start/standalone", against: nil, certificateAuthority: nil)
        #expect(!run.hasFailed)
    }

    @Test("a clock that stands moves when a step moves it, and a fault's answer knows the addresses")
    func clockAndFault() throws {
        let (run, printed) = try check(
            file: """
                { extends: "start/federated", clock: { set: '2020-01-01T00:00:00Z', freeze: true },
                  faults: [{ when: { path: '/portal/moved' }, then: { answer: { status: 302,
                    headers: { Location: '{portal}/home', 'X-Now': '{now}' }, body: '{server.gis} {host} {https} {x} {{now}' } } }],
                  steps: [
                    { request: { url: '{portal}/moved' },
                      response: { status: 302, headers: { Location: '{portal}/home', 'X-Now': '1577836800000' },
                        body: '{server.gis} {host} {https} {{x} {{now}' } },
                    { advance: 'PT1S' },
                    { request: { url: '{portal}/moved' }, response: { headers: { 'X-Now': '1577836801000' } } }] }
                """)
        #expect(!run.hasFailed && !run.isBroken, "\(printed)")
    }

    @Test("a folder stands for the scenarios in it and below it")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("b/c"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["z.json5", "b/c/a.json5", "b/data.json"] {
            try "{}".write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        let files = ScenarioFolder.files(in: folder.path)
        #expect(files == ["b/c/a.json5", "z.json5"].map { "\(folder.path)/\($0)" })
        #expect(ScenarioFolder.files(in: "\(folder.path)/b/") == ["\(folder.path)/b/c/a.json5"])
        #expect(
            ScenarioFolder.files(in: "\(folder.path)/z.json5") == nil && ScenarioFolder.files(in: "/no/such") == nil)
    }

    @Test("where no step can be compared, nothing was checked, and that fails")
    func nothing() throws {
        let wire = try SocketFixture("start/standalone")
        defer { wire.portal.stopAndWait() }
        let ready = String(decoding: JSONWriter.json(wire.portal.ready), as: UTF8.self)
        // The clock of another deployment cannot be moved.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json5")
        try "{ extends: 'start/standalone', steps: [{ advance: 'PT1M' }] }"
            .write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        var run = CheckRun()
        run.check(
            [file.path], against: ready, certificateAuthority: wire.portal.certificateAuthority.pem, told: { _ in })
        #expect(run.reports.first?.steps.map(\.outcome) == [.cannotRun] && run.hasFailed)
        #expect(run.summary == "1 scenario: 0 steps agree, 0 differ, 1 cannot be run here: nothing was checked\n")
        #expect(run.json.contains("\"passed\":false"))
    }

    @Test("against another deployment what needs the double's clock cannot be run and does not count")
    func against() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let ready = String(decoding: JSONWriter.json(wire.portal.ready), as: UTF8.self)
        var run = CheckRun()
        let printed = run.check(
            "start/federated", against: ready, certificateAuthority: wire.portal.certificateAuthority.pem)
        #expect(!run.hasFailed, "\(printed)")
        #expect(printed.contains("cannot be run"))
        #expect(run.summary == "1 scenario: 13 steps passed, 0 failed, 2 cannot be run here\n")
    }

    @Test("JUnit and JSON say the same")
    func reports() throws {
        let (run, _) = try check(
            "{ say: 'a<b', request: { url: '{portal}/sharing/rest', query: { f: 'json' } }, response: { status: 500 } }, { say: 'later', request: { url: '{portal}' } }"
        )
        #expect(run.junit.contains("name=\"a&lt;b\""))
        #expect(run.junit.contains("tests=\"2\" failures=\"1\" skipped=\"1\""))
        let json = try JSONReader.read(Array(run.json.utf8))
        #expect(json["passed"]?.truth == false)
        #expect(json["scenarios"]?[0]?["steps"]?[0]?["outcome"]?.text == "failed")
    }

    @Test("a file with findings is no scenario")
    func broken() throws {
        let (run, printed) = try check("{ request: { url: '{protal}' } }")
        #expect(run.isBroken)
        #expect(printed.contains("did you mean \"{portal}\"?"))
    }
}
