// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// 1,000 random requests: nothing crashes, nothing is refused without a reason, and a seed tells all.
@Suite("Transcripts")
struct TranscriptTests {
    private static let paths = [
        "/portal/sharing/generateToken", "/portal/sharing/rest/generateToken", "/portal/sharing/rest/oauth2/token",
        "/portal/sharing/rest/portals/self", "/portal/sharing/rest/community/self",
        "/portal/sharing/rest/community/users/anna",
        "/portal/sharing/rest/info", "/arcgis/rest/info", "/arcgis/rest/services", "/arcgis/rest/services/Folder",
        "/arcgis/rest/services/Airports/MapServer", "/arcgis/rest/services/Airports/FeatureServer/0",
        "/arcgis/rest/services/Open/MapServer/0/query", "/arcgis/rest/services/Team/MapServer",
        "/arcgis/tokens/generateToken",
        "/arcgis/admin/generateToken", "/arcgis/tokens/", "/arcgis/admin/", "/arcgis/admin/security/config",
        "/arcgis/admin/security/tokens/update", "/arcgis/admin/services/Open.MapServer", "/arcgis/rest/login",
        "/arcgis/tokens/getToken", "/portal/portaladmin", "/portal/portaladmin/federation/servers/federate",
        "/portal/sharing/rest/oauth2/validateAppAccess", "/portal/sharing/rest/portals/self/servers",
        "/portal/sharing/rest/content/items/0", "/portal/sharing/rest/community/groups/g1", "/ARCGIS/rest/INFO",
        "/nope", "/portal//sharing/rest/",
    ]
    private static let values: [(String, [String])] = [
        ("f", ["json", "pjson", "html", "", "geojson", "xml"]),
        ("username", ["anna", "bert", "dirk@CONTOSO", "psa", "nobody"]),
        ("password", ["pw", "psa", "no"]), ("referer", ["https://app.example", "x", ""]),
        ("client", ["referer", "requestip", "ip", "1.2.3.4"]), ("expiration", ["60", "99999", "-1", "x"]),
        ("serverUrl", ["", "https://h.example/arcgis", "https://h.example", "nonsense"]),
        ("callback", ["", "cb", "a b", "alert(1)"]),
        ("where", ["1=1", "IATA='LAX'", "nope", "1=1; DROP TABLE f"]), ("returnCountOnly", ["true", "false"]),
        ("resultRecordCount", ["5", "0", "x"]), ("client_id", ["app", "no"]), ("client_secret", ["secret", "no"]),
        ("url", ["https://h.example/arcgis", "x"]),
        ("redirect", ["/arcgis/rest/services", "//evil.example", "\r\nA: b"]),
        ("tokenManagerConfig", [#"{"properties":{"shortTimeout":"30"}}"#, "{"]),
        ("grant_type", ["client_credentials", "password"]), ("ip", ["127.0.0.1"]),
    ]

    /// The bodies and rules of `count` random requests; tokens that were handed out are used again.
    private static func transcript(seed: UInt64, count: Int = 1000) throws -> [String] {
        var fixture = try PortalFixture.federated("10.6.1", seed)
        var dice = Generator(seed: 4711)
        var tokens = ["rubbish", ""]
        var lines: [String] = []
        for _ in 0..<count {
            var form: [(String, String)] = []
            // The first value of a parameter is a good one, and taken half of the time: so some requests succeed.
            for (name, choices) in values where name == "f" || Int.random(in: 0..<10, using: &dice) < 6 {
                form.append(
                    (name, (Bool.random(using: &dice) ? choices.first : choices.randomElement(using: &dice)) ?? ""))
            }
            if Int.random(in: 0..<2, using: &dice) == 0 {
                form.append(("token", tokens.randomElement(using: &dice) ?? ""))
            }
            let path = paths.randomElement(using: &dice) ?? "/"
            let isPost = Bool.random(using: &dice)
            let fields = [
                ("Referer", ["https://app.example", "https://other.example"].randomElement(using: &dice) ?? "")
            ]
            let secure = Bool.random(using: &dice)
            let heard = fixture.ask(
                isPost ? path : "\(path)?\(Form.encode(form))", form: isPost ? form : nil, fields: fields,
                secure: secure)
            if let token = heard.json?["token"]?.text ?? heard.json?["access_token"]?.text { tokens.append(token) }
            fixture.now = fixture.now.advanced(milliseconds: Int64.random(in: 0...300_000, using: &dice))
            lines.append("\(path) \(heard.status) \(heard.verdict.map(\.rule.id)) \(heard.body)")
        }
        return lines
    }

    @Test("the same seed gives the same bytes; another gives other tokens")
    func same() throws {
        let one = try Self.transcript(seed: 1)
        #expect(try Self.transcript(seed: 1) == one)
        let other = try Self.transcript(seed: 2)
        #expect(zip(one, other).contains { $0 != $1 })
        #expect(one.contains { $0.contains("\"expires\"") })
        for word in ["token.expired", "token.other-referer", "generate-token.", "query.bad-where"] {
            #expect(one.contains { $0.contains(word) }, "the dice never came to \(word)")
        }
    }
}
