// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Foundation
import TestSupport
import Testing
import Trust

@testable import MockPortal

@Suite("attest")
struct AttestTests {
    /// Fourteen requests that read, without tokens and with a wrong one.
    private static let paths = sharing + catalog + layers.map { "{server}/rest/services/PublicAirports/\($0)" }
    private static let sharing = [
        "{portal}/sharing/rest?f=json", "{portal}/sharing/rest/info?f=json",
        "{portal}/sharing/rest/community/self?f=json&token=wrong", "{portal}/sharing/rest/search?f=json&q=airports",
    ]
    private static let catalog = [
        "{server}/rest/info?f=json", "{server}/rest/services?f=json",
        "{server}/rest/services/Airports/MapServer?f=json",
        "{server}/rest/services/Airports/MapServer?f=json&token=wrong",
        "{server}/rest/services/NoSuch/MapServer?f=json",
    ]
    private static let layers = [
        "MapServer/0/query?f=json&where=OBJECTID%3C0&returnIdsOnly=true",
        "MapServer/0/query?f=json&where=OBJECTID%3C0", "MapServer/0/query?f=json&where=no%20clause%20at",
        "FeatureServer/0/query?f=json&where=OBJECTID%3C4&outFields=OBJECTID",
        "FeatureServer/0/query?f=geojson&where=1%3D1&resultRecordCount=1",
    ]

    /// A scenario whose steps expect all that the double answers, and its file.
    private static func exact() throws -> String {
        let requests = paths.map { "{ say: 'asked for \($0)', request: { url: '\($0)' } }" }
        let plain = "{ extends: \"start/federated\", steps: [\(requests.joined(separator: ","))] }"
        let scenario = try ImportTests.with(plain, "json5") { try #require(MockEnterprise.load($0).0) }
        var replay = Replay(scenario)
        let steps = try zip(requests, scenario.steps).map { request, step in
            let answer = try #require(replay.ask(step).answer)
            let body = String(decoding: answer.body, as: UTF8.self)
                .replacing("https://127.0.0.1:7443/portal", with: "{portal}")
                .replacing("https://127.0.0.1:7443/arcgis", with: "{server}")
            let type = String(decoding: JSONWriter.json(.string(answer["content-type"] ?? "")), as: UTF8.self)
            return request.dropLast(2)
                + ", response: { status: \(answer.status), headers: { 'Content-Type': \(type) }, json: \(body) } }"
        }
        return "{ extends: \"start/federated\", steps: [\(steps.joined(separator: ",\n"))] }"
    }

    /// A double as the site that is asked, and what a run says of it.
    private static func attested(
        _ site: String, _ scenarios: [String], rate: Int = 60_000, ready change: (String) -> String = { $0 }
    ) throws -> (run: CheckRun, exchanges: [Exchange]) {
        try ImportTests.with(site, "json5") { path in
            let site = try MockEnterprise.startAndWait(named: path, options: MockEnterprise.Options())
            defer { site.stopAndWait() }
            let ready = change(String(decoding: JSONWriter.json(site.ready), as: UTF8.self))
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            var names: [String] = []
            for (index, scenario) in scenarios.enumerated() {
                let file = folder.appendingPathComponent("scenario\(index).json5")
                try scenario.write(to: file, atomically: true, encoding: .utf8)
                names.append(file.path)
            }
            var run = CheckRun(rate: rate)
            run.check(names, against: ready, certificateAuthority: site.certificateAuthority.pem) { _ in }
            return (run, site.state.withLock { Array($0.journal.exchanges) })
        }
    }

    private static let changed: [Behavior: Choice] = [
        .serviceNotFoundCode: .code500, .serviceTokenRequired: .hosted, .sharingInvalidToken: .code400,
        .queryNoIDs: .list, .queryBadWhere: .hresult,
    ]

    /// The five set to what the release does not do.
    private static func five() -> [(name: String, choice: String)] {
        changed.map { behavior, choice in
            let own = Profile(.newest)[behavior].choice
            let other = own == choice ? behavior.choices.first { $0 != own } ?? choice : choice
            return (behavior.rawValue, other.rawValue)
        }.sorted { $0.name < $1.name }
    }

    @Test("of a double with five quirks exactly these five facts differ, and each says its quirk")
    func five() throws {
        let five = Self.five()
        let quirks = five.map { "'\($0.name)': '\($0.choice)'" }.joined(separator: ", ")
        let (run, _) = try Self.attested("{ extends: 'start/federated', quirks: { \(quirks) } }", [try Self.exact()])
        #expect(!run.isBroken, "\(run.findings)")
        let json = try JSONReader.read(Array(run.attestation.utf8))
        let differing = (json["facts"]?.elements ?? []).filter { $0["verdict"]?.text == "differ" }
        #expect(differing.compactMap { $0["fact"]?.text } == five.map { "quirk.\($0.name)" }, "\(run.attestedText)")
        for (name, choice) in five {
            let fact = differing.first { $0["fact"]?.text == "quirk.\(name)" }
            #expect(fact?["quirks"]?[name]?.text == choice)
            #expect(run.attestedText.contains("\"\(name)\": \"\(choice)\""))
        }
        #expect(json["differ"]?.integer == 5)
        // What the same steps show besides agrees: it was seen, and not taken for different.
        let agreeing = run.facts.filter { $0.verdict == .agree }.map(\.name)
        for name in ["quirk.server.media-type", "quirk.query.geojson"] {
            #expect(agreeing.contains(name), "\(run.attestedText)")
        }
        #expect(json["isDouble"] == .bool(true) && json["asked"]?.text == "mock-portal \(MockEnterprise.version)")
    }

    @Test("a double as it is differs in nothing, and the quirks of its steps are what the scenario has")
    func none() throws {
        let (run, exchanges) = try Self.attested("{ extends: 'start/federated' }", [try Self.exact()])
        #expect(run.facts.allSatisfy { $0.verdict == .agree }, "\(run.attestedText)")
        #expect(run.facts.count > 6 && !run.hasFailed)
        // One more asks whether it is a double, which the journal does not have.
        #expect(exchanges.count + 1 == run.courtesy?.requests)
    }

    @Test("where the site's own release answers so, that is said and no quirk")
    func release() throws {
        let older = """
            { extends: 'start/federated', servers: [{ name: 'gis', version: '10.6.1' }],
              steps: [{ say: 'its number', request: { url: '{server}/rest/services?f=json' },
                response: { json: { currentVersion: 10.61 } } }] }
            """
        let (run, _) = try Self.attested("{ extends: 'start/federated' }", [older])
        let told = run.attestedText
        #expect(told.contains("a scenario of release 11.4 answers so, which the site says it is of"), "\(told)")
        #expect(!told.contains("with quirks") && !told.contains("no quirk makes"), "\(told)")
    }

    private static let signIn =
        "{ say: 'signs in', request: { url: '{portal}/sharing/rest/generateToken', form: { username: 'viewer', password: 'PASSWORD', client: 'requestip', f: 'json' } }, response: { status: 200 }, save: { token: '/token' } }"

    @Test("nothing is written, and what may write is named with the reason")
    func writes() throws {
        let scenario = """
            { extends: 'start/federated', steps: [
              \(Self.signIn.replacing("PASSWORD", with: "viewer")),
              { say: 'reads', request: { url: '{portal}/sharing/rest/community/self', query: { f: 'json', token: '{token}' } }, response: { json: { username: 'viewer' } } },
              { say: 'queries by POST', request: { url: '{server}/rest/services/PublicAirports/MapServer/0/query', form: { f: 'json', where: '1=1', returnCountOnly: 'true' } }, response: { status: 200 } },
              { say: 'elsewhere', request: { url: 'http://127.0.0.1:9/other?f=json' } },
              { say: 'unknown', request: { url: '{server}/rest/nothing/known?f=json' } },
              { say: 'adds', request: { url: '{portal}/sharing/rest/content/users/viewer/addItem', form: { title: 'x', type: 'Web Map', f: 'json', token: '{token}' } } },
              { say: 'after', request: { url: '{server}/rest/info?f=json' } },
            ] }
            """
        let others = [
            "{ say: 'edits by GET', request: { url: '{server}/rest/services/PublicAirports/FeatureServer/0/applyEdits?f=json&deletes=1' } }",
            "{ say: 'deletes', request: { method: 'DELETE', url: '{server}/rest/info' } }",
            "{ say: 'raw', request: { raw: 'GET / HTTP/1.1\\r\\n\\r\\n' } }",
            "{ say: 'overrides', request: { url: '{server}/rest/info', headers: { 'X-HTTP-Method-Override': 'DELETE' } } }",
            "{ say: 'clock', advance: 'PT1H' }, { say: 'later', request: { url: '{server}/rest/info' } }",
        ].map { "{ extends: 'start/federated', steps: [\($0)] }" }
        let (run, exchanges) = try Self.attested("{ extends: 'start/federated' }", [scenario] + others)
        #expect(!run.isBroken, "\(run.findings)")
        let asked = exchanges.map { "\($0.method ?? "") \($0.path ?? "")" }
        #expect(
            asked.filter { !$0.contains("_mock") }.sorted() == [
                "GET /arcgis/rest/info", "GET /portal/sharing/rest", "GET /portal/sharing/rest/community/self",
                "POST /arcgis/rest/services/PublicAirports/MapServer/0/query",
                "POST /portal/sharing/rest/generateToken",
            ])
        let unsent = Dictionary(uniqueKeysWithValues: run.unsent.map { ($0.reason, $0.steps) })
        #expect(unsent[.elsewhere] == ["scenario0.json5: elsewhere"])
        #expect(unsent[.unknownPath] == ["scenario0.json5: unknown"])
        #expect(
            unsent[.changes]?.sorted() == [
                "scenario0.json5: adds", "scenario1.json5: edits by GET", "scenario2.json5: deletes",
                "scenario4.json5: overrides",
            ])
        #expect(unsent[.unreadable] == ["scenario3.json5: raw"])
        #expect(unsent[.clock] == ["scenario5.json5: clock"])
        #expect(unsent[.follows]?.sorted() == ["scenario0.json5: after", "scenario5.json5: later"])
        #expect(run.attestedText.contains("not counted, because it may change something: 4 steps\n"))
    }

    @Test("no password is tried that is not listed, none twice, and nobody's after it was refused")
    func passwords() throws {
        func scenario(_ steps: String...) -> String {
            "{ extends: 'start/federated', steps: [\(steps.joined(separator: ","))] }"
        }
        let good = Self.signIn.replacing("PASSWORD", with: "viewer")
        // The same request twice in one scenario and once in another; what came is used again.
        let asksWho =
            "{ say: 'who', request: { url: '{portal}/sharing/rest/community/self', query: { f: 'json', token: '{token}' } }, response: { json: { username: 'viewer' } } }"
        let (run, exchanges) = try Self.attested(
            "{ extends: 'start/federated' }",
            [
                scenario(good, good, asksWho), scenario(good, asksWho),
                scenario(Self.signIn.replacing("PASSWORD", with: "guess")),
            ])
        func tries(_ exchanges: [Exchange]) -> Int {
            exchanges.count { $0.path?.hasSuffix("/generateToken") == true }
        }
        #expect(tries(exchanges) == 1)
        #expect(!run.hasFailed, "\(run.attestedText)")
        #expect(run.unsent.map(\.reason) == [.password])
        // Listed, and refused by the site: one try, whatever else the request has.
        let listed = { (ready: String) in
            ready.replacing(#""username":"viewer","password":"viewer""#, with: #""username":"viewer","password":"old""#)
        }
        let old = Self.signIn.replacing("PASSWORD", with: "old")
        let (other, tried) = try Self.attested(
            "{ extends: 'start/federated' }",
            [scenario(old), scenario(old.replacing("requestip", with: "referer"))], ready: listed)
        #expect(tries(tried) == 1)
        #expect(other.unsent.map(\.reason).contains(.refusedPassword), "\(other.attestedText)")
        for text in [run.attestation, other.attestation] { #expect(!text.contains("guess")) }
    }

    @Test("requests keep the rate")
    func rate() throws {
        let steps = (0..<6).map { number in
            "{ say: '\(number)', request: { url: '{server}/rest/info?f=json&n=\(number)' }, response: { status: 200 } }"
        }
        let began = MonotonicClock.milliseconds
        // 600 a minute: one in 100 ms; nine in all, with those that ask for releases and for a double.
        let (run, exchanges) = try Self.attested(
            "{ extends: 'start/federated' }",
            ["{ extends: 'start/federated', steps: [\(steps.joined(separator: ","))] }"], rate: 600)
        #expect(exchanges.count == 8 && run.courtesy?.requests == 9)
        #expect(MonotonicClock.milliseconds - began >= 800)
    }

    @Test("what a site has not is not seen; what a fault makes is not asked")
    func missing() throws {
        let steps =
            "{ say: 'a service', request: { url: '{server}/rest/services/Airports/MapServer?f=json' }, response: { json: { error: { code: 499 } } } }"
        let faulty =
            "{ extends: 'start/federated', faults: [{ when: { path: '/arcgis/rest/info' }, then: { answer: { status: 503 } } }], steps: [{ say: 'down', request: { url: '{server}/rest/info' }, response: { status: 503 } }] }"
        let (run, exchanges) = try Self.attested(
            "{ extends: 'start/federated', servers: [{ name: 'gis', services: null }] }",
            ["{ extends: 'start/federated', steps: [\(steps)] }", faulty])
        #expect(!run.isBroken, "\(run.findings)")
        #expect(run.facts.allSatisfy { $0.verdict == .notSeen }, "\(run.attestedText)")
        #expect(run.unsent.map(\.reason) == [.fault, .missing], "\(run.attestedText)")
        #expect(run.hasFailed, "nothing was seen, so nothing is attested")
        #expect(exchanges.count { $0.path == "/arcgis/rest/info" } == 1)
    }
}
