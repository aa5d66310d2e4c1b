// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Testing
import Trust

@testable import MockPortal

@Suite("The front door in Swift")
struct FrontTests {
    /// A portal with a helper that asks a target over plain HTTP and gives the rule that refused, if one did.
    private static func rule(_ portal: MockEnterprise, _ target: String, fields: String = "") throws -> String? {
        let client = try Client(host: "127.0.0.1", port: portal.sites.httpPort, trust: nil)
        let text = "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
        return SocketFixture.send(Array(text.utf8), on: client).0?["x-mock-portal-because"]
    }

    private static let service = "/arcgis/rest/services/Airports/MapServer?f=json&token="

    @Test("a token of 60 minutes passes at 59:59 and not at 60:00, in no time")
    func expiry() throws {
        let began = MonotonicClock.milliseconds
        try MockEnterprise.with { portal in
            portal.clock.freeze()
            let token = try portal.token(for: "viewer", minutes: 60)
            #expect(try Self.rule(portal, Self.service + token) == nil)
            portal.clock.advance(minutes: 59, seconds: 59)
            #expect(try Self.rule(portal, Self.service + token) == nil)
            portal.clock.advance(seconds: 1)
            #expect(try Self.rule(portal, Self.service + token) == "token.expired")
        }
        #expect(MonotonicClock.milliseconds - began < 60_000, "no minute, of sixty")
    }

    @Test("the clock is set, frozen and resumed; a server's may differ")
    func clock() throws {
        try MockEnterprise.with { portal in
            portal.clock.freeze()
            portal.clock.set(to: Instant(milliseconds: 1_577_836_800_000))
            #expect(portal.clock.now.milliseconds == 1_577_836_800_000 && portal.clock.isFrozen)
            let token = try portal.token(for: "viewer")
            try portal.clock.skew("gis", by: .seconds(3600))
            #expect(try Self.rule(portal, Self.service + token) == "token.expired")
            try portal.clock.skew("gis", by: .seconds(-10))
            #expect(try Self.rule(portal, Self.service + token) == nil)
            portal.clock.resume()
            #expect(!portal.clock.isFrozen)
            let failure = #expect(throws: MockEnterprise.Impossible.self) { try portal.clock.skew("giss", by: .zero) }
            #expect(failure?.description == #"there is no server "giss"; did you mean "gis"?"#)
        }
    }

    @Test("tokens with and without flaws")
    func tokens() throws {
        try MockEnterprise.with { portal in
            let flaws: [(MockEnterprise.Flaw?, String?)] = [
                (nil, nil), (.expired, "token.expired"), (.foreign, "token.undecipherable"),
                (.revoked, "token.ended"),
            ]
            for (flaw, rule) in flaws {
                let token = try portal.token(for: "viewer", flaw: flaw)
                #expect(try Self.rule(portal, Self.service + token) == rule, "\(String(describing: flaw))")
            }
            let bound = try portal.token(for: "viewer", bound: .referer("https://app.example"))
            #expect(
                try Self.rule(portal, Self.service + bound, fields: "Referer: https://app.example/x\r\n") == nil)
            #expect(
                try Self.rule(portal, Self.service + bound, fields: "Referer: https://other.example/\r\n")
                    == "token.other-referer")
            let elsewhere = try portal.token(for: "viewer", bound: .address("10.1.2.3"))
            #expect(try Self.rule(portal, Self.service + elsewhere) == "token.other-address")
            #expect(
                try Self.rule(
                    portal, "/portal/sharing/rest/portals/self?f=json&token=\(try portal.token(forApp: "mockapp"))")
                    == nil)
            #expect(
                try Self.rule(portal, "/arcgis/admin?f=json&token=\(try portal.token(forSiteAdministratorOf: "gis"))")
                    == nil)
            #expect(throws: MockEnterprise.Impossible.self) { try portal.token(for: "nobody") }
            #expect(throws: MockEnterprise.Impossible.self) { try portal.token(forApp: "mockapp", flaw: .revoked) }
        }
    }

    @Test("what happens to a deployment")
    func events() throws {
        try MockEnterprise.with { portal in
            let token = try portal.token(for: "viewer")
            try portal.disable(user: "viewer")
            #expect(try Self.rule(portal, Self.service + token) != nil)
            try portal.enable(user: "viewer")
            #expect(try Self.rule(portal, Self.service + token) == nil)
            try portal.stop(service: "Airports")
            #expect(try Self.rule(portal, Self.service + token)?.hasPrefix("service.") == true)
            try portal.start(service: "Airports")
            try portal.unfederate()
            #expect(try Self.rule(portal, Self.service + token) != nil)
            try portal.federate()
            #expect(try Self.rule(portal, Self.service + token) == nil)
            try portal.revokeTokens(of: "viewer")
            #expect(try Self.rule(portal, Self.service + token) == "token.ended")
            let other = try portal.token(for: "publisher")
            try portal.rotateKey(ofPortal: "portal")
            #expect(try Self.rule(portal, Self.service + other) == "token.undecipherable")
            #expect(throws: MockEnterprise.Impossible.self) { try portal.stop(service: "Airport") }
        }
    }

    @Test("faults at run time strike, count, and are taken away")
    func faults() throws {
        try MockEnterprise.with { portal in
            let id = try portal.inject(
                .init(.error(code: 500, message: "Broken"), path: "/arcgis/rest/services", nth: 2))
            let target = "/arcgis/rest/services?f=json"
            #expect(try Self.rule(portal, target) == nil)
            #expect(try Self.rule(portal, target) == "fault.error")
            #expect(portal.faults == [MockEnterprise.ActiveFault(id: id, matches: 2, strikes: 1)])
            #expect(portal.removeFault(id) && !portal.removeFault(id) && portal.faults.isEmpty)
            try portal.inject(.init(.answer(status: 429, headers: ["Retry-After": "7"], body: "slow"), method: "GET"))
            #expect(try Self.rule(portal, target) == "fault.answer")
            #expect(portal.journal.last?.status == 429 && portal.journal.last?.responseText == "slow")
            portal.removeFaults()
            let line = #line + 1
            let failure = #expect(throws: MockEnterprise.FaultFailure.self) {
                try portal.inject(.init(.delay(.seconds(-1))))
            }
            #expect(failure?.findings.first?.position.line == line)
            #expect(failure?.findings.first?.file == #filePath)
            let other = #expect(throws: MockEnterprise.FaultFailure.self) {
                try portal.inject(.init(.event(.stopService("Airport"))))
            }
            #expect(other?.findings.first?.position.line == line + 5)
            #expect(other?.findings.first?.suggestion == "Airports")
            try portal.inject(.init(.event(.dropField("COUNTRY", service: "PublicAirports")), nth: 2))
            let layer = "/arcgis/rest/services/PublicAirports/FeatureServer/0/query?where=1=1&outFields=COUNTRY&f=json"
            #expect(try Self.rule(portal, layer) == nil)
            #expect(try Self.rule(portal, layer)?.hasPrefix("fault.event, ") == true)
            #expect(try Self.rule(portal, layer) != nil)
            try portal.add(field: "COUNTRY", in: "PublicAirports")
            #expect(try Self.rule(portal, layer) == nil)
        }
    }

    @Test("URLs of portals, servers and doors")
    func sites() throws {
        try MockEnterprise.with { portal in
            let site = try portal.portal()
            #expect(site.url == portal.portalURL && portal.portals["portal"] == site && portal.portals.count == 1)
            #expect(site.generateTokenURL == "\(portal.httpsURL)/portal/sharing/rest/generateToken")
            #expect(site.overHTTP.legacyGenerateTokenURL == "\(portal.httpURL)/portal/sharing/generateToken")
            let server = try portal.server("gis")
            #expect(
                server.overHTTP.serviceURL("Airports") == "\(portal.httpURL)/arcgis/rest/services/Airports/MapServer")
            #expect(portal.identityProviderURL == "\(portal.httpsURL)/idp")
            let failure = #expect(throws: MockEnterprise.Impossible.self) { try portal.server("gsi") }
            #expect(failure?.suggestion == "gis")
        }
    }

    @Test("the authority, in PEM, DER and a file")
    func authority() throws {
        try MockEnterprise.with { portal in
            let authority = portal.certificateAuthority
            #expect(authority.pem.hasPrefix("-----BEGIN CERTIFICATE-----"))
            #expect(authority.der.prefix(1) == [0x30] && Base64.decode(Base64.encode(authority.der)) == authority.der)
            #expect(throws: CertificateAuthority.WriteFailure.self) { try authority.write(to: "/nowhere/ca.pem") }
        }
    }

    @Test("the journal: counting, verifying, what nothing answered")
    func journal() throws {
        try MockEnterprise.with { portal in
            _ = try Self.rule(portal, "/portal/sharing/rest?f=json")
            _ = try Self.rule(portal, "/portal/sharing/rest/generateTokn")
            _ = try Self.rule(portal, "/sharing/rest/generateToken")
            #expect(try portal.count(.path("/portal/**")) == 2)
            #expect(try portal.verify(.get("/portal/sharing/rest"), times: 1).passed)
            #expect(try portal.verify(.path(portal.portal().sharingURL)).passed)
            #expect(portal.requests(.rule("http.not-found")).count == 2)
            #expect(
                portal.unmatched.compactMap(\.verdict.first?.wouldPass) == [
                    "did you mean /portal/sharing/rest/generateToken?",
                    "did you mean /portal/sharing/rest/generateToken?",
                ])
            portal.clearJournal()
            #expect(try portal.count() == 0)
        }
    }

    @Test("`with` stops whatever comes of it, also of what awaits")
    func stops() async throws {
        struct Failed: Error {}
        var kept: MockEnterprise?
        await #expect(throws: Failed.self) {
            try await MockEnterprise.with("start/standalone") { portal in
                kept = portal
                try await Task.sleep(for: .milliseconds(1))
                throw Failed()
            }
        }
        let portal = try #require(kept)
        // Another portal may have its port by now.
        _ = try? Self.rule(portal, "/arcgis/rest/info")
        #expect(portal.requests().isEmpty)
        #expect(try MockEnterprise.with { $0.portals.names } == ["portal"])
    }
}
