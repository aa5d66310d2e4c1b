import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("Tokens at services")
struct TokenTests {
    private static let invalid = #"{"error":{"code":498,"message":"Invalid Token","details":[]}}"#
    private static let required = #"{"error":{"code":499,"message":"Token Required","details":[]}}"#
    private static let service = "/arcgis/rest/services/Airports/MapServer"

    @Test("none: 499 in a 200, and a browser is sent to sign in")
    func none() throws {
        var desk = try Desk.federated()
        let heard = desk.ask("\(Self.service)?f=json")
        #expect(heard.body == Self.required)
        #expect(heard.status == 200)
        #expect(heard.rule == "token.required")
        #expect(desk.ask(Self.service).status == 302)
        #expect(desk.ask("/arcgis/rest/services/Open/MapServer?f=json").because.isEmpty)
    }

    @Test(
        "rubbish is refused everywhere, on public services too",
        arguments: ["x", "", "%20", "..", String(repeating: "A", count: 152)])
    func rubbish(_ token: String) throws {
        var desk = try Desk.federated()
        for name in ["Airports", "Open"] {
            let heard = desk.ask("/arcgis/rest/services/\(name)/MapServer?f=json&token=\(token)")
            #expect(heard.body == Self.invalid)
            #expect(heard.rule == (token.isEmpty ? "token.empty" : "token.undecipherable"))
        }
    }

    @Test("a token with one letter changed is none")
    func tampered() throws {
        var desk = try Desk.federated()
        let token = Array(desk.token())
        for place in stride(from: 0, to: token.count, by: 7) {
            var letters = token
            letters[place] = letters[place] == "A" ? "B" : "A"
            #expect(desk.ask("\(Self.service)?f=json&token=\(String(letters))").body == Self.invalid, "\(place)")
        }
    }

    @Test("is taken from query, body, both headers and cookie")
    func carriers() throws {
        var desk = try Desk.federated()
        let token = desk.token()
        let fields = [
            [("X-Esri-Authorization", "Bearer \(token) ")], [("Authorization", "Bearer \(token)")],
            [("authorization", "bearer \(token)")], [("Cookie", "a=b; agstoken=\(token)")],
        ]
        for field in fields { #expect(desk.ask("\(Self.service)?f=json", fields: field).because.isEmpty, "\(field)") }
        #expect(desk.ask("\(Self.service)?f=json&TOKEN=\(token)").because.isEmpty)
        #expect(desk.ask(Self.service, form: [("f", "json"), ("token", token)]).because.isEmpty)
    }

    @Test("ends with its life")
    func expiry() throws {
        var desk = try Desk.federated()
        let token = desk.token("bert", [("referer", "x"), ("expiration", "60")])
        desk.now = desk.now.advanced(milliseconds: 60 * 60_000 - 1)
        #expect(desk.ask("\(Self.service)?f=json&token=\(token)").because.isEmpty)
        desk.now = desk.now.advanced(milliseconds: 1)
        let heard = desk.ask("\(Self.service)?f=json&token=\(token)")
        #expect(heard.body == Self.invalid)
        #expect(heard.rule == "token.expired")
        let portal = desk.ask("/portal/sharing/rest/community/self?f=json&token=\(token)")
        #expect(portal.body == #"{"error":{"code":498,"message":"Invalid token.","details":[]}}"#)
    }

    @Test("of another portal is foreign")
    func foreign() throws {
        var other = try Desk.standalone()
        let token = other.ask(
            "/arcgis/tokens/generateToken",
            form: [("username", "uwe"), ("password", "pw"), ("client", "requestip"), ("f", "json")]
        ).token
        var desk = try Desk.federated()
        #expect(desk.ask("\(Self.service)?f=json&token=\(token)").body == Self.invalid)
        #expect(
            desk.ask("/portal/sharing/rest/portals/self?f=json&token=\(token)").json?["error"]?["code"]?.integer == 498)
    }

    @Test(
        "mind the referer they are bound to",
        arguments: [
            ("https://app.example", nil, true), ("https://app.example", "https://app.example", true),
            ("https://app.example", "https://APP.example/", true),
            ("https://app.example", "https://app.example/a/b", true),
            ("https://app.example/a", "https://app.example/b", true), ("http://h:1", "http://h:1/", true),
            ("app.example", "https://app.example/x", true), ("http", "http://any.example/", true),
            ("@esri/arcgis-rest-js", "@esri/arcgis-rest-js", true),
            ("https://app.example", "https://other.example", false),
            ("https://app.example", "http", false), ("@esri/arcgis-rest-js", "https://app.example/", false),
            ("http://h:1", "http://h:2/", false),
        ] as [(String, String?, Bool)])
    func referer(_ bound: String, _ header: String?, _ passes: Bool) throws {
        var desk = try Desk.federated()
        let token = desk.token("bert", [("referer", bound)])
        let heard = desk.ask("\(Self.service)?f=json&token=\(token)", fields: header.map { [("Referer", $0)] } ?? [])
        #expect(heard.because.isEmpty == passes)
        if !passes {
            #expect(heard.body == Self.invalid)
            #expect(heard.rule == "token.other-referer")
            #expect(heard.because.first?.facts.contains { $0.name == "boundTo" && $0.value == bound } == true)
        }
    }

    @Test("bound to an address", arguments: [("11.1", true), ("10.3.1", false), ("10.6.1", true), ("11.4", true)])
    func address(_ version: String, _ passes: Bool) throws {
        // 10.6.1 has no evidence of its own; it goes by the nearest later row, 11.1.
        var desk = try Desk.federated(version)
        let token = desk.token("bert", [("client", "requestip")])
        let heard = desk.ask("\(Self.service)?f=json&token=\(token)")
        #expect(heard.because.isEmpty == passes)
        if !passes { #expect(heard.rule == "token.ip-bound-on-service") }
        desk.peer = "10.0.0.9"
        #expect(
            desk.ask("\(Self.service)?f=json&token=\(token)").rule
                == (passes ? "token.other-address" : "token.ip-bound-on-service"))
        #expect(desk.ask("/portal/sharing/rest/community/self?f=json&token=\(token)").rule == "token.other-address")
    }

    @Test("asked for with a mistyped client are no good at services, and good at the portal")
    func mistyped() throws {
        var desk = try Desk.federated()
        let token = desk.token("bert", [("client", "192.0.2.10")])
        #expect(desk.ask("\(Self.service)?f=json&token=\(token)").body == Self.invalid)
        #expect(desk.ask("\(Self.service)?f=json&token=\(token)").rule == "token.unknown-client-on-service")
        #expect(desk.ask("/portal/sharing/rest/community/self?f=json&token=\(token)").json?["username"]?.text == "bert")
    }

    @Test(
        "of apps, as they are and exchanged",
        arguments: [("10.3.1", false, false), ("10.6.1", true, false), ("11.1", true, true)])
    func apps(_ version: String, _ passes: Bool, _ exchangedPasses: Bool) throws {
        var desk = try Desk.federated(version)
        let token = desk.appToken()
        #expect(desk.ask("\(Self.service)?f=json&token=\(token)").because.isEmpty == passes)
        let exchanged = desk.ask(
            "/portal/sharing/rest/generateToken",
            form: [("token", token), ("serverUrl", "https://h.example/arcgis"), ("f", "json")]
        ).token
        #expect(desk.ask("\(Self.service)?f=json&token=\(exchanged)").because.isEmpty == exchangedPasses)
    }

    @Test("are good, but not for what is not shared")
    func access() throws {
        var desk = try Desk.federated()
        let bert = desk.token("bert")
        let anna = desk.token("anna")
        let refused = desk.ask("/arcgis/rest/services/Team/MapServer?f=json&token=\(bert)")
        #expect(
            refused.body
                == #"{"error":{"code":403,"message":"User does not have permissions to access this service (Team.MapServer).","details":[]}}"#
        )
        #expect(refused.rule == "access.not-shared")
        #expect(desk.ask("/arcgis/rest/services/Team/MapServer?f=json&token=\(anna)").because.isEmpty)
        #expect(
            desk.ask("/arcgis/rest/services/Folder/Mine/MapServer?f=json&token=\(bert)").rule == "access.not-shared")
    }
}
