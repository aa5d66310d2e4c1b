// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// Faults in a deployment without a socket: which of them strike, when, and what they answer.
@Suite("Faults")
struct FaultTests {
    private static let service = "/arcgis/rest/services/Open/MapServer?f=json"

    private static func fixture(_ faults: String) throws -> PortalFixture {
        try PortalFixture.federated("11.4", more: ", faults: [\(faults)]")
    }

    /// A request that a fault of that kind strikes: for `RuleTests`.
    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        let then =
            switch id {
            case "fault.delay": "delay: 'PT2S'"
            case "fault.stall": "stall: 'body'"
            case "fault.reset": "reset: 'end'"
            case "fault.dribble": "dribble: { bytesPerSecond: 10 }"
            case "fault.truncate": "truncate: { afterBytes: 7 }"
            case "fault.content-length": "contentLength: '-3'"
            case "fault.answer": "answer: { status: 503, headers: { 'Retry-After': '60' }, body: 'busy' }"
            case "fault.error": "error: { code: 504, message: 'Gateway Timeout' }"
            case "fault.gzip": "gzip: 'unasked'"
            case "fault.event": "event: { event: 'stop-service', service: 'Open' }"
            default: ""
            }
        if id == "fault.handshake" {
            var fixture = try fixture("{ then: { handshake: 'expired' } }")
            return fixture.faults.meet(.handshake, fixture.now).map { struck in
                let header = Response.Field(ResponseEncoder.header, struck.verdict.rule.id)
                return PortalFixture.Heard(status: 0, body: "", fields: [header], verdict: [struck.verdict])
            }
        }
        if then.isEmpty { return nil }
        var fixture = try fixture("{ when: { path: '/arcgis/**' }, then: { \(then) } }")
        return fixture.ask(service)
    }

    @Test(
        "an error strikes where nothing answers, too, in the envelope of what is above",
        arguments: [
            (
                "/arcgis/rest/services/Open/NoServer/x/y?f=json",
                #"{"error":{"code":503,"message":"m","details":["d"]}}"#
            ),
            ("/arcgis/admin/no/such/thing?f=json", #"{"status":"error","messages":["m"],"code":503}"#),
            (
                "/portal/sharing/rest/no/such/thing?f=json",
                #"{"error":{"code":503,"message":"m","details":["d"]}}"#
            ), ("/elsewhere?f=json", #"{"error":{"code":503,"message":"m","details":["d"]}}"#),
        ])
    func nowhere(_ target: String, _ body: String) throws {
        var fixture = try Self.fixture("{ then: { error: { code: 503, message: 'm', details: ['d'] } } }")
        let heard = fixture.ask(target)
        #expect(heard.body == body && heard.rule == "fault.error")
        #expect(fixture.faults.list.first?.strikes == 1)
        // Without f it is a page, as most doors answer.
        #expect(fixture.ask("/elsewhere").rule == "fault.error")
    }

    @Test(
        "where parameters and header fields must be",
        arguments: [
            ("query: { f: 'json', password: 'pw' }", true), ("inURL: { f: 'json' }", true),
            ("inURL: { password: '*' }", false), ("form: { password: '*' }", true), ("form: { f: 'json' }", false),
            ("headers: { 'user-agent': 'a/*' }", true), ("headers: { Referer: null }", true),
            ("headers: { Accept: '*' }", false), ("query: { serverUrl: 'https://*' }", true),
        ])
    func places(_ when: String, _ strikes: Bool) throws {
        var fixture = try Self.fixture("{ when: { \(when) }, then: { error: { code: 500, message: 'struck' } } }")
        let heard = fixture.ask(
            "/portal/sharing/rest/generateToken?f=json",
            form: [("username", "bert"), ("password", "pw"), ("serverUrl", "https://h.example/a/b"), ("f", "json")]
                .filter { $0.0 != "f" }, fields: [("User-Agent", "a/b c")])
        #expect((heard.rule == "fault.error") == strikes)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var when: String
        /// Which of the five requests are struck, counted from 1.
        var struck: [Int]
        var testDescription: String { when }
    }

    /// 1: a service, 2: its layer, 3: the same with a token and by POST, 4: a login, 5: the portal's root.
    static let cases = [
        Case(when: "", struck: [1, 2, 3, 4, 5]),
        Case(when: "path: '/arcgis/rest/services/*/MapServer'", struck: [1]),
        Case(when: "path: '/arcgis/rest/services/*'", struck: []),
        Case(when: "path: '/arcgis/**'", struck: [1, 2, 3]),
        Case(when: "path: '/**/generateToken'", struck: [4]),
        Case(when: "path: '**'", struck: [1, 2, 3, 4, 5]),
        Case(when: "method: 'POST'", struck: [3, 4]),
        Case(when: "method: 'get'", struck: [1, 2, 5]),
        Case(when: "door: 'sharing/rest/generateToken'", struck: [4]),
        Case(when: "door: 'service'", struck: [1, 2, 3]),
        Case(when: "user: 'bert'", struck: [3, 4]),
        Case(when: "user: 'anna'", struck: []),
        Case(when: "query: { where: '*OBJECTID*' }", struck: [3]),
        Case(when: "query: { F: 'json' }", struck: [1, 2, 3, 4, 5]),
        Case(when: "query: { f: 'json', where: '1=1' }", struck: []),
        Case(when: "query: { username: 'bert' }", struck: [4]),
        Case(when: "nth: 2", struck: [2]),
        Case(when: "from: 4", struck: [4, 5]),
        Case(when: "times: 2", struck: [1, 2]),
        Case(when: "from: 2, times: 2", struck: [2, 3]),
        Case(when: "path: '/arcgis/**', nth: 3", struck: [3]),
        Case(when: "method: 'POST', nth: 2", struck: [4]),
        Case(when: "user: 'bert', nth: 1", struck: [3]),
        Case(when: "query: { where: null }", struck: [1, 2, 4, 5]),
        Case(when: "query: { where: null, username: null, f: 'json' }", struck: [1, 2, 5]),
        Case(when: "longerThan: 34", struck: [1, 2, 3]),
        Case(when: "longerThan: 43", struck: [2, 3]),
        Case(when: "longerThan: 44", struck: [2]),
        Case(when: "longerThan: 45", struck: []),
        Case(when: "percent: 100", struck: [1, 2, 3, 4, 5]),
        Case(when: "per: 'PT1H', nth: 2", struck: [2]),
    ]

    @Test("strike when all that is named holds, counted from 1", arguments: cases)
    func when(_ given: Case) throws {
        var fixture = try Self.fixture("{ when: { \(given.when) }, then: { error: { code: 500, message: 'struck' } } }")
        let token = try {
            var other = try PortalFixture.federated("11.4")
            return other.token()
        }()
        let layer = "/arcgis/rest/services/Open/MapServer/0"
        let form = [("where", "OBJECTID > 1"), ("returnCountOnly", "true"), ("token", token), ("f", "json")]
        let login = [("username", "bert"), ("password", "pw"), ("referer", "x"), ("f", "json")]
        let heard = [
            fixture.ask(Self.service), fixture.ask("\(layer)?f=json"),
            fixture.ask("\(layer)/query", form: form, fields: [("Referer", "https://app.example")]),
            fixture.ask("/portal/sharing/rest/generateToken", form: login), fixture.ask("/portal/sharing/rest?f=json"),
        ]
        #expect(heard.enumerated().filter { $0.element.rule == "fault.error" }.map { $0.offset + 1 } == given.struck)
        for answer in heard { #expect(answer.body.contains("\"struck\"") == (answer.rule == "fault.error")) }
    }

    @Test("an error wears the door's envelope")
    func envelopes() throws {
        var fixture = try Self.fixture("{ then: { error: { code: 500, message: 'Down', details: ['a'] } } }")
        let error = #"{"error":{"code":500,"message":"Down","details":["a"]}}"#
        #expect(fixture.ask(Self.service).body == error)
        #expect(fixture.ask("/portal/sharing/rest/generateToken?f=json").body == error)
        #expect(
            fixture.ask("/arcgis/admin?f=json").body == #"{"status":"error","messages":["Down"],"code":500}"#)
        let oauth = fixture.ask("/portal/sharing/rest/oauth2/token?f=json").json?["error"]
        #expect(oauth?["error"]?.text == "invalid_request")
        #expect(oauth?["error_description"]?.text == "Down")
        #expect(fixture.ask("\(Self.service)&callback=x").body == "x(\(error));")
    }

    @Test("an answer is as it was written, with a Date and the rule")
    func answers() throws {
        var fixture = try Self.fixture(
            """
            { when: { nth: 1 }, then: { answer: { status: 429, headers: { 'Retry-After': '5', 'X-A': ['1', '2'] },
                body: '<html>' } } },
            { then: { answer: { bodyFile: 'builtin:data/airports.geojson' } } }
            """)
        let first = fixture.ask(Self.service)
        #expect(first.status == 429)
        #expect(first.body == "<html>")
        #expect(first.fields.map(\.name) == ["Retry-After", "X-A", "X-A", "Date", "X-Mock-Portal-Because"])
        #expect(fixture.ask(Self.service).body.contains("FeatureCollection"))
    }

    @Test("what the deployment refuses besides stands behind the fault's rule")
    func both() throws {
        var fixture = try Self.fixture("{ then: { delay: 'PT1S' } }")
        let heard = fixture.ask("/arcgis/rest/services/Airports/MapServer?f=json")
        #expect(heard["X-Mock-Portal-Because"] == "fault.delay, token.required")
        #expect(heard.verdict.map(\.rule.id) == ["fault.delay", "token.required"])
    }

    @Test("an answer instead leaves the deployment as it was; a slow one does not")
    func effects() throws {
        func failed(_ then: String) throws -> PortalFixture.Heard {
            var fixture = try Self.fixture(then)
            for _ in 0..<5 {
                let form = [("username", "anna"), ("password", "no"), ("referer", "x"), ("f", "json")]
                fixture.ask("/portal/sharing/rest/generateToken", form: form)
            }
            fixture.faults.removeAll()
            let form = [("username", "anna"), ("password", "pw"), ("referer", "x"), ("f", "json")]
            return fixture.ask("/portal/sharing/rest/generateToken", form: form)
        }
        #expect(try failed("{ then: { error: { code: 500, message: 'x' } } }").token.isEmpty == false)
        #expect(try failed("{ then: { delay: 'PT1S' } }").rule == "generate-token.locked-out")
    }

    @Test("are set, counted and taken away at run time")
    func book() throws {
        var fixture = try Self.fixture("{ when: { nth: 1 }, then: { reset: 'head' } }")
        let (faults, findings) = ScenarioLoader.faults(
            Array("[{ when: { path: '/arcgis/**' }, then: { stall: 'accept' } }]".utf8), file: "body")
        #expect(faults.isEmpty)
        #expect(findings.map(\.description).first?.hasPrefix("body:1:12: error: \"path\": at accept") == true)
        let delay = try #require(ScenarioLoader.faults(Array("{ then: { delay: 'PT0S' } }".utf8), file: "body").0.first)
        let id = fixture.faults.add(delay)
        fixture.ask(Self.service)
        fixture.ask(Self.service)
        #expect(fixture.faults.list.map(\.id) == ["f1", id])
        #expect(fixture.faults.list.map(\.matches) == [2, 2])
        #expect(fixture.faults.list.map(\.strikes) == [1, 1])
        let removed = fixture.faults.remove(id)
        let again = fixture.faults.remove(id)
        #expect(removed && !again)
        #expect(fixture.ask(Self.service).verdict.isEmpty)
    }

    @Test("of connections are met at their stage, not at requests")
    func connections() throws {
        var fixture = try Self.fixture("{ when: { nth: 2 }, then: { reset: 'handshake' } }")
        #expect(fixture.faults.watchesConnections)
        #expect(fixture.ask(Self.service).verdict.isEmpty)
        let met = [
            fixture.faults.meet(.accept, fixture.now), fixture.faults.meet(.handshake, fixture.now),
            fixture.faults.meet(.handshake, fixture.now), fixture.faults.meet(.handshake, fixture.now),
        ]
        #expect(met.map { $0?.verdict.rule.id } == [nil, nil, "fault.reset", nil])
    }

    @Test("counts begin anew so long after the first that matched, by the deployment's clock")
    func window() throws {
        var fixture = try Self.fixture("{ when: { from: 3, times: 2, per: 'PT60S' }, then: { delay: 'PT1S' } }")
        func struck(_ count: Int) -> [Bool] { (0..<count).map { _ in fixture.ask(Self.service).rule == "fault.delay" } }
        #expect(struck(5) == [false, false, true, true, false])
        fixture.now = fixture.now.advanced(milliseconds: 59_999)
        #expect(struck(1) == [false])
        fixture.now = fixture.now.advanced(milliseconds: 1)
        #expect(struck(3) == [false, false, true])
        fixture.now = fixture.now.advanced(milliseconds: -3_600_000)
        #expect(struck(3) == [false, false, true], "a clock that was set back begins anew too")
        #expect(fixture.faults.list.map(\.matches) == [12])
        #expect(fixture.faults.list.map(\.strikes) == [4])
    }

    @Test("chance is the seed's: the same each time, another for another seed, and as often as was said")
    func chance() throws {
        func struck(_ seed: UInt64, _ faults: String = "") throws -> [Bool] {
            let fault = "{ when: { percent: 30 }, then: { error: { code: 500, message: 'x' } } }"
            var fixture = try PortalFixture.federated("11.4", seed, more: ", faults: [\(fault), \(faults)]")
            return (0..<400).map { _ in fixture.ask(Self.service).rule == "fault.error" }
        }
        let once = try struck(5)
        #expect(try struck(5) == once)
        #expect(try struck(5, "{ when: { percent: 50 }, then: { delay: 'PT1S' } }") == once)
        #expect(try struck(6) != once)
        let count = once.count { $0 }
        #expect((90...150).contains(count), "\(count) of 400")
    }

    @Test("an event happens just before the answer, once its turn has come")
    func events() throws {
        var fixture = try Self.fixture(
            "{ when: { nth: 3 }, then: { event: { event: 'stop-service', service: 'Open' } } }")
        let heard = (0..<4).map { _ in fixture.ask(Self.service)["X-Mock-Portal-Because"] }
        #expect(heard == [nil, nil, "fault.event, service.not-started", "service.not-started"])
        let fields = [("Referer", "https://app.example")]
        var again = try Self.fixture(
            "{ when: { user: 'bert', nth: 2 }, then: { event: { event: 'revoke-tokens', user: 'bert' } } }")
        let second = again.token()
        #expect(
            again.ask("/arcgis/rest/services/Airports/MapServer?f=json&token=\(second)", fields: fields)
                .verdict.map(\.rule.id) == ["fault.event", "token.ended"])
    }

    @Test("an event that cannot happen is told at its place")
    func impossible() throws {
        func finding(_ event: String) -> String? {
            do {
                _ = try Self.fixture("{ then: { event: \(event) } }")
                return nil
            } catch {
                return "\(error)"
            }
        }
        #expect(finding("{ event: 'stop-service', service: 'Opn' }")?.contains("did you mean \"Open\"?") == true)
        #expect(finding("{ event: 'drop-field', service: 'Open', field: 'NAM' }")?.contains("\"NAME\"?") == true)
        #expect(finding("{ event: 'drop-field', service: 'Open', field: 'NAME' }") == nil)
        #expect(finding("{ event: 'disable-user', user: 'anna' }") == nil)
    }

    @Test("each names the stage where it strikes, and is told as it was written")
    func stages() throws {
        let written = [
            "delay: 'PT2S'": "head", "stall: 'body'": "body", "reset: 'accept'": "accept",
            "dribble: { bytesPerSecond: 9 }": "body", "truncate: { afterBytes: 9 }": "body",
            "contentLength: '+9'": "head", "answer: {}": "head", "error: { code: 1, message: 'm' }": "head",
            "gzip: 'pretended'": "body", "handshake: 'other-name'": "handshake",
            "event: { event: 'drop-field', service: 'Open', field: 'NAME', layer: 0 }": "head",
        ]
        for (then, stage) in written {
            let when = stage == "accept" || stage == "handshake" ? "" : "query: { a: null, b: '1' }, longerThan: 9, "
            let text = "{ when: { \(when)nth: 1, from: 1, times: 1, per: 'PT60S', percent: 5 }, then: { \(then) } }"
            let fault = try #require(ScenarioLoader.faults(Array(text.utf8), file: "body").0.first, "\(text)")
            let facts = Faults.verdict("f1", fault, 1).facts
            #expect(facts.first { $0.name == "stage" }?.value == stage)
            let again = ScenarioLoader.faults(JSONWriter.json(fault.json), file: "body").0.first
            #expect(again == fault, "\(text)")
        }
    }

    @Test("a glob's * stays within a segment, ** does not")
    func globs() {
        let rows: [(String, String, Bool)] = [
            ("/a/*/c", "/a/b/c", true), ("/a/*/c", "/a/b/b/c", false), ("/a/**/c", "/a/b/b/c", true),
            ("/a/**", "/a/", true), ("/a/**", "/a", false), ("*", "abc", true), ("*", "a/c", false), ("**", "", true),
            ("a*", "a", true), ("*b*", "abc", true), ("/Ä/*", "/Ä/ö", true), ("", "", true), ("", "a", false),
            ("***", "a/b", true), ("a**b*c", "a/x/bzzc", true), ("a**b*c", "a/x/bz/c", false),
        ]
        for (glob, text, isMatch) in rows { #expect(Glob(glob).matches(text) == isMatch, "\(glob) \(text)") }
        #expect(!Glob(String(repeating: "**a", count: 300)).matches(String(repeating: "a", count: 3000) + "b"))
    }
}
