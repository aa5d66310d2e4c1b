// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A client for the guides: posts a form and gives the JSON that comes.
struct Client {
    @discardableResult
    func post(_ url: String, _ form: [String: String], referer: String? = nil) async throws -> [String: any Sendable] {
        var request = URLRequest(url: try #require(URL(string: url)))
        request.httpMethod = "POST"
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        if let referer { request.setValue(referer, forHTTPHeaderField: "Referer") }
        let pairs = form.merging(["f": "json"]) { own, _ in own }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        request.httpBody = Data(pairs.joined(separator: "&").utf8)
        let (data, _) = try await URLSession.shared.data(for: request)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: any Sendable])
    }

    func code(_ answer: [String: any Sendable]) -> Int? {
        ((answer["error"] as? [String: any Sendable])?["code"] as? NSNumber)?.intValue
    }
}

/// What the guides show, each piece between `// >` and `// <`: scripts/guides.py holds the guides against it.
@Suite("The guides")
struct GuideTests {
    let client = Client()

    @Test("Getting started")
    func start() async throws {
        // >
        let portal = try MockEnterprise.start("start/federated")
        defer { portal.stop() }

        let door = try portal.portal().overHTTP.generateTokenURL
        let answer = try await client.post(
            door, ["username": "viewer", "password": "viewer", "referer": "https://app.example"])

        #expect(answer["token"] != nil)
        portal.check(.post(door), times: 1)
        // <
    }

    // >
    @Test("a secured service wants a token", .mockPortal("start/federated"))
    func wantsToken() async throws {
        let portal = try MockEnterprise.current
        let service = try portal.server().overHTTP.serviceURL("Airports")

        #expect(try await client.code(client.post(service, [:])) == 499)

        let token = try portal.token(for: "viewer")
        #expect(try await client.post(service, ["token": token])["mapName"] != nil)
    }
    // <

    // >
    @Test("a token of an hour ends after an hour", .mockPortal(prepare: { $0.clock.freeze() }))
    func expires() async throws {
        let portal = try MockEnterprise.current
        let service = try portal.server().overHTTP.serviceURL("Airports")
        let token = try portal.token(for: "viewer", minutes: 60)

        portal.clock.advance(minutes: 59, seconds: 59)
        #expect(try await client.post(service, ["token": token])["error"] == nil)

        portal.clock.advance(seconds: 1)
        #expect(try await client.code(client.post(service, ["token": token])) == 498)
        #expect(portal.requests().last?.verdict.first?.rule.id == "token.expired")
    }
    // <

    @Test("Flawed tokens", .mockPortal("start/federated"))
    func flaws() async throws {
        let portal = try MockEnterprise.current
        let service = try portal.server().overHTTP.serviceURL("Airports")
        // >
        let expired = try portal.token(for: "viewer", flaw: .expired)
        let revoked = try portal.token(for: "viewer", flaw: .revoked)
        let foreign = try portal.token(for: "viewer", flaw: .foreign)
        let bound = try portal.token(for: "viewer", bound: .referer("https://app.example"))
        // <
        for token in [expired, revoked, foreign] {
            #expect(try await client.code(client.post(service, ["token": token])) == 498)
        }
        let wrong = try await client.post(service, ["token": bound], referer: "https://other.example/")
        #expect(client.code(wrong) == 498)
    }

    // >
    @Test("the token survives nothing that its server does not", .mockPortal("start/federated"))
    func federation() async throws {
        let portal = try MockEnterprise.current
        let service = try portal.server("gis").overHTTP.serviceURL("Airports")
        let token = try portal.token(for: "viewer")

        try portal.unfederate(server: "gis")
        #expect(try await client.code(client.post(service, ["token": token])) == 498)

        try portal.federate(server: "gis")
        #expect(try await client.post(service, ["token": token])["error"] == nil)
    }
    // <

    @Test("Releases")
    func releases() async throws {
        // >
        let scenario = MockEnterprise.Scenario(
            portals: [
                .init(version: "10.9.1", users: [.init("anna", password: "pw", role: .administrator)])
            ],
            servers: [
                .init(
                    "old", version: "10.8.1", federation: .federated, services: MockEnterprise.Scenario.Service.standard
                ),
                .init("alone", version: "10.5.1", context: "alone", users: [.init("uwe", password: "pw")]),
            ])
        try await MockEnterprise.with(scenario) { portal in
            let answer = try await client.post(
                portal.server("alone").overHTTP.generateTokenURL,
                ["username": "uwe", "password": "pw", "client": "requestip"])
            #expect(answer["token"] != nil)
        }
        // <
    }

    // >
    @Test("an enterprise user is refused on the password path", .mockPortal("start/federated"))
    func enterprise() async throws {
        let portal = try MockEnterprise.current
        let answer = try await client.post(
            portal.portal().overHTTP.generateTokenURL,
            ["username": "dirk@CONTOSO", "password": "known-only-to-the-idp", "referer": "https://app.example"])

        #expect(client.code(answer) == 400)
        portal.check(.rule("generate-token.enterprise-login"), times: 1)
    }
    // <

    // >
    @Test("the second page fails, and the client asks again", .mockPortal("start/federated", failsOn: [.unusedFaults]))
    func fails() async throws {
        let portal = try MockEnterprise.current
        let service = try portal.server().overHTTP.serviceURL("PublicAirports")
        try portal.inject(.init(.error(code: 500, message: "Error performing query operation"), path: service, nth: 2))

        #expect(try await client.post(service, [:])["error"] == nil)
        #expect(try await client.code(client.post(service, [:])) == 500)
        #expect(try await client.post(service, [:])["error"] == nil)
    }
    // <

    // >
    @Test("a field goes between two pages", .mockPortal("start/federated", failsOn: [.unusedFaults]))
    func fieldGoes() async throws {
        let portal = try MockEnterprise.current
        let layer = try portal.server().overHTTP.serviceURL("PublicAirports") + "/0/query"
        try portal.inject(.init(.event(.dropField("COUNTRY", service: "PublicAirports")), path: layer, nth: 2))

        let page = ["where": "1=1", "outFields": "COUNTRY", "resultRecordCount": "10"]
        #expect(try await client.post(layer, page)["features"] != nil)
        #expect(try await client.code(client.post(layer, page)) == 400)
    }
    // <

    // >
    @Test("a delay is the deployment's, not the test's", .mockPortal(prepare: { $0.clock.freeze() }))
    func delay() async throws {
        let portal = try MockEnterprise.current
        let info = try portal.server().overHTTP.infoURL
        try portal.inject(.init(.delay(.seconds(3600)), door: .info))

        async let answer = client.post(info, [:])
        while portal.requests(.door(.info)).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        portal.clock.advance(hours: 1)
        #expect(try await answer["currentVersion"] != nil)
    }
    // <

    // >
    @Test("each case has its own portal, clock and keys", .mockPortal("start/standalone"), arguments: 1...20)
    func parallel(_ hours: Int) async throws {
        let portal = try MockEnterprise.current
        portal.clock.advance(hours: hours)
        try await client.post(portal.server().overHTTP.infoURL, [:])
        #expect(try portal.count() == 1)
    }
    // <

    @Test("What a client is watched for", .mockPortal("start/federated"))
    func hygiene() async throws {
        let portal = try MockEnterprise.current
        let service = try portal.server().overHTTP.serviceURL("Airports")
        try await client.post(service + "?token=" + portal.token(for: "viewer"), [:])
        // >
        portal.expect(.door(.service), times: 1)
        for remark in portal.hygiene([.tokenInURL]) { print(remark) }
        for exchange in portal.requests(.path("/arcgis/**")) { print(exchange.curl() ?? "") }
        // <
        #expect(portal.hygiene([.tokenInURL]).count == 1)
    }

    @Test("For other processes", .mockPortal("start/federated"))
    func others() throws {
        let portal = try MockEnterprise.current
        let folder = FileManager.default.temporaryDirectory.path()
        // >
        try portal.certificateAuthority.write(to: "\(folder)/ca.pem")
        print(portal.portalURL ?? "", portal.controlURL)
        // <
        #expect(portal.controlURL.hasSuffix("/_mock"))
    }
}
