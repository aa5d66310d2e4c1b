// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("What cuts across all doors")
struct ResponseEncoderTests {
    private static let targets = [
        "/portal/sharing/rest/generateToken?f=json", "/portal/sharing/generateToken?f=json",
        "/portal/sharing/rest/portals/self?f=json", "/portal/sharing/rest/community/self?f=json",
        "/arcgis/rest/info?f=json", "/arcgis/rest/services?f=json", "/arcgis/rest/services/Airports/MapServer?f=json",
        "/arcgis/rest/services/Open/MapServer?f=json&token=bad", "/arcgis/rest/services/Open/MapServer/0/query?f=json",
        "/arcgis/tokens/generateToken?f=json", "/arcgis/nope", "/nope", "/",
    ]

    @Test("the origin is allowed on every answer, errors included", arguments: targets)
    func origin(_ target: String) throws {
        var fixture = try PortalFixture.federated()
        let heard = fixture.ask(target, fields: [("Origin", "https://app.example")])
        #expect(heard["Access-Control-Allow-Origin"] == "https://app.example")
        #expect(heard["Access-Control-Expose-Headers"]?.contains("X-Mock-Portal-Because") == true)
        #expect(heard["Date"] == "Tue, 26 Jan 2016 17:29:00 GMT")
    }

    @Test("an origin that the scenario does not allow is not")
    func foreignOrigin() throws {
        var fixture = try PortalFixture.federated(more: ", allowedOrigins: ['https://app.example']")
        let target = "/arcgis/rest/info?f=json"
        #expect(fixture.ask(target, fields: [("Origin", "https://app.example")])["Access-Control-Allow-Origin"] != nil)
        #expect(fixture.ask(target, fields: [("Origin", "https://evil.example")])["Access-Control-Allow-Origin"] == nil)
    }

    @Test("a browser may ask before it sends X-Esri-Authorization")
    func preflight() throws {
        var fixture = try PortalFixture.federated()
        let heard = fixture.ask(
            "/arcgis/rest/services/Airports/MapServer", method: "OPTIONS",
            fields: [("Origin", "https://app.example"), ("Access-Control-Request-Headers", "x-esri-authorization")])
        #expect(heard.status == 200)
        #expect(heard["Access-Control-Allow-Headers"]?.contains("X-Esri-Authorization") == true)
        #expect(heard["Access-Control-Allow-Methods"]?.contains("POST") == true)
    }

    @Test("what depends on a token is not stored")
    func caching() throws {
        var fixture = try PortalFixture.federated()
        let token = fixture.token()
        for target in [
            "/arcgis/rest/services/Airports/MapServer?f=json",
            "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)",
        ] {
            #expect(fixture.ask(target)["Cache-Control"] == "no-store")
        }
    }

    @Test(
        "quirks of how answers are sent are told where they shape one",
        arguments: [
            ("'server.server-field': 'show'", "f=json", "quirk.server.server-field"),
            ("'server.server-field': 'show'", "f=html", "quirk.server.server-field"),
            ("'server.media-type': 'text'", "f=json", "quirk.server.media-type"),
            ("'server.media-type': 'text'", "f=html", nil), ("'server.media-type': 'json'", "f=json", nil),
        ])
    func sending(_ quirk: String, _ format: String, _ header: String?) throws {
        var fixture = try PortalFixture.federated("11.4", quirks: quirk)
        #expect(fixture.ask("/arcgis/rest/info?\(format)")["X-Mock-Portal-Because"] == header)
        #expect(fixture.ask("/portal/sharing/rest/portals/self?\(format)")["X-Mock-Portal-Because"] == nil)
    }

    @Test("the because can be switched off")
    func explain() throws {
        var fixture = try PortalFixture.federated(more: ", explain: false")
        let heard = fixture.ask("/arcgis/rest/services/Airports/MapServer?f=json")
        #expect(heard["X-Mock-Portal-Because"] == nil)
        #expect(heard.rule == "token.required")
    }

    @Test("other methods are refused, HEAD is answered as GET", arguments: ["PUT", "DELETE", "PATCH", "BREW"])
    func methods(_ method: String) throws {
        var fixture = try PortalFixture.federated()
        #expect(fixture.ask("/arcgis/rest/info?f=json", method: method).status == 405)
        #expect(fixture.ask("/arcgis/rest/info?f=json", method: "HEAD").status == 200)
    }

    @Test("nothing answers elsewhere, and the verdict says what is near")
    func nearest() throws {
        var fixture = try PortalFixture.federated()
        let heard = fixture.ask("/portal/sharing/rest/generatetokn?f=json")
        #expect(heard.rule == "sharing.no-resource")
        #expect(heard.verdict.first?.wouldPass.contains("generateToken") == true)
        let page = fixture.ask("/arcgis/tokns/generateToken?f=json")
        #expect(page.status == 404)
        #expect(page.rule == "http.not-found")
        #expect(page.verdict.first?.wouldPass.contains("tokens/generateToken") == true)
        #expect(
            fixture.ask("/elsewhere").verdict.first?.facts.contains { $0.value.contains("/portal /arcgis") } == true)
    }

    @Test(
        "what comes in is escaped on pages",
        arguments: ["/portal/<script>alert(1)</script>", "/arcgis/rest/services/%3Cscript%3E?f=html"])
    func escaping(_ target: String) throws {
        var fixture = try PortalFixture.federated()
        #expect(!fixture.ask(target).body.contains("<script>"))
    }

    @Test(
        "a server's media type follows its release",
        arguments: [("10.5.1", "text/plain"), ("10.8.1", "application/json")])
    func mediaType(_ version: String, _ type: String) throws {
        var fixture = try PortalFixture.federated(version)
        #expect(fixture.ask("/arcgis/rest/info?f=json")["Content-Type"] == "\(type);charset=utf-8")
    }
}
