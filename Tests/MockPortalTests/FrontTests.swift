// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Foundation
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
    func expiry() async throws {
        try await MockEnterprise.with { portal in
            let began = MonotonicClock.milliseconds
            portal.clock.freeze()
            let token = try portal.token(for: "viewer", lifetime: .seconds(3600))
            #expect(try Self.rule(portal, Self.service + token) == nil)
            portal.clock.advance(minutes: 59, seconds: 59)
            #expect(try Self.rule(portal, Self.service + token) == nil)
            portal.clock.advance(seconds: 1)
            #expect(try Self.rule(portal, Self.service + token) == "token.expired")
            #expect(MonotonicClock.milliseconds - began < 60_000, "no minute, of sixty")
        }
    }

    @Test("the clock is set, frozen and resumed; a server's may differ")
    func clock() async throws {
        try await MockEnterprise.with { portal in
            portal.clock.freeze()
            portal.clock.set(to: Date(timeIntervalSince1970: 1_577_836_800))
            #expect(portal.clock.now == Date(timeIntervalSince1970: 1_577_836_800) && portal.clock.isFrozen)
            let token = try portal.token(for: "viewer")
            try portal.clock.skew("gis", by: .seconds(3600))
            #expect(try Self.rule(portal, Self.service + token) == "token.expired")
            try portal.clock.skew("gis", by: .seconds(-10))
            #expect(try Self.rule(portal, Self.service + token) == nil)
            portal.clock.resume()
            #expect(!portal.clock.isFrozen)
            let failure = #expect(throws: MockEnterpriseError.self) { try portal.clock.skew("giss", by: .zero) }
            #expect(failure?.description == #"there is no server "giss"; did you mean "gis"?"#)
        }
    }

    @Test("tokens with and without flaws")
    func tokens() async throws {
        try await MockEnterprise.with { portal in
            let flaws: [(MockEnterprise.TokenFlaw?, String?)] = [
                (nil, nil), (.expired, "token.expired"), (.foreign, "token.undecipherable"),
                (.revoked, "token.ended"),
            ]
            for (flaw, rule) in flaws {
                let token = try portal.token(for: "viewer", flaw: flaw)
                #expect(try Self.rule(portal, Self.service + token) == rule, "\(String(describing: flaw))")
            }
            let bound = try portal.token(for: "viewer", boundTo: .referer("https://app.example"))
            #expect(
                try Self.rule(portal, Self.service + bound, fields: "Referer: https://app.example/x\r\n") == nil)
            #expect(
                try Self.rule(portal, Self.service + bound, fields: "Referer: https://other.example/\r\n")
                    == "token.other-referer")
            let elsewhere = try portal.token(for: "viewer", boundTo: .address("10.1.2.3"))
            #expect(try Self.rule(portal, Self.service + elsewhere) == "token.other-address")
            #expect(
                try Self.rule(
                    portal, "/portal/sharing/rest/portals/self?f=json&token=\(try portal.token(for: .app("mockapp")))")
                    == nil)
            #expect(
                try Self.rule(
                    portal, "/arcgis/admin?f=json&token=\(try portal.token(for: .siteAdministrator, at: "gis"))")
                    == nil)
            #expect(throws: MockEnterpriseError.self) { try portal.token(for: "nobody") }
            #expect(throws: MockEnterpriseError.self) { try portal.token(for: .app("mockapp"), flaw: .revoked) }
        }
    }

    @Test("what happens to a deployment")
    func events() async throws {
        try await MockEnterprise.with { portal in
            let token = try portal.token(for: "viewer")
            try portal.trigger(.disableUser("viewer"))
            #expect(try Self.rule(portal, Self.service + token) != nil)
            try portal.trigger(.enableUser("viewer"))
            #expect(try Self.rule(portal, Self.service + token) == nil)
            try portal.trigger(.stopService("Airports"))
            #expect(try Self.rule(portal, Self.service + token)?.hasPrefix("service.") == true)
            try portal.trigger(.startService("Airports"))
            try portal.trigger(.unfederateServer())
            #expect(try Self.rule(portal, Self.service + token) != nil)
            try portal.trigger(.federateServer())
            #expect(try Self.rule(portal, Self.service + token) == nil)
            try portal.trigger(.revokeTokens(ofUser: "viewer"))
            #expect(try Self.rule(portal, Self.service + token) == "token.ended")
            let other = try portal.token(for: "publisher")
            try portal.trigger(.rotateTokenKey(ofPortal: "portal"))
            #expect(try Self.rule(portal, Self.service + other) == "token.undecipherable")
            #expect(throws: MockEnterpriseError.self) { try portal.trigger(.stopService("Airport")) }
        }
    }

    @Test("faults at run time strike, count, and are taken away")
    func faults() async throws {
        try await MockEnterprise.with { portal in
            let id = try portal.inject(
                .init(.error(code: 500, message: "Broken"), on: .path("/arcgis/rest/services")).nth(2))
            let target = "/arcgis/rest/services?f=json"
            #expect(try Self.rule(portal, target) == nil)
            #expect(try Self.rule(portal, target) == "fault.error")
            #expect(portal.faults == [MockEnterprise.ActiveFault(id: id, matches: 2, strikes: 1)])
            #expect(portal.removeFault(id) && !portal.removeFault(id) && portal.faults.isEmpty)
            try portal.inject(
                .init(.answer(status: 429, headers: ["Retry-After": "7"], body: "slow"), on: .any.method("GET")))
            #expect(try Self.rule(portal, target) == "fault.answer")
            #expect(portal.journal.last?.status == 429 && portal.journal.last?.responseText == "slow")
            portal.removeFaults()
            let line = #line + 1
            let failure = #expect(throws: MockEnterpriseError.self) {
                try portal.inject(.init(.delay(.seconds(-1))))
            }
            #expect(failure?.findings.first?.position.line == line)
            #expect(failure?.findings.first?.file == #filePath)
            let other = #expect(throws: MockEnterpriseError.self) {
                try portal.inject(.init(.event(.stopService("Airport"))))
            }
            #expect(other?.findings.first?.position.line == line + 5)
            #expect(other?.findings.first?.suggestion == "Airports")
            try portal.inject(.init(.event(.removeField("COUNTRY", ofService: "PublicAirports"))).nth(2))
            let layer = "/arcgis/rest/services/PublicAirports/FeatureServer/0/query?where=1=1&outFields=COUNTRY&f=json"
            #expect(try Self.rule(portal, layer) == nil)
            #expect(try Self.rule(portal, layer)?.hasPrefix("fault.event, ") == true)
            #expect(try Self.rule(portal, layer) != nil)
            try portal.trigger(.addField("COUNTRY", ofService: "PublicAirports"))
            #expect(try Self.rule(portal, layer) == nil)
        }
    }

    @Test("URLs of portals, servers and doors")
    func sites() async throws {
        try await MockEnterprise.with { portal in
            let site = portal.portal
            #expect(site.url.absoluteString == "\(portal.httpsURL)/portal")
            #expect(try portal.portal(named: "portal") == site && portal.portals == [site])
            let tokens = site.generateTokenURL.absoluteString
            #expect(tokens == "\(portal.httpsURL)/portal/sharing/rest/generateToken")
            let legacy = site.overHTTP.legacyGenerateTokenURL.absoluteString
            #expect(legacy == "\(portal.httpURL)/portal/sharing/generateToken")
            let server = try portal.server(named: "gis")
            #expect(server == portal.server)
            let service = server.overHTTP.serviceURL("Airports").absoluteString
            #expect(service == "\(portal.httpURL)/arcgis/rest/services/Airports/MapServer")
            #expect(portal.identityProviderURL?.absoluteString == "\(portal.httpsURL)/idp")
            let failure = #expect(throws: MockEnterpriseError.self) { try portal.server(named: "gsi") }
            #expect(failure?.code == .unknownName)
            #expect(failure?.suggestion == "gis")
        }
    }

    @Test("the authority, in PEM, DER and a file")
    func authority() async throws {
        try await MockEnterprise.with { portal in
            let authority = portal.certificateAuthority
            #expect(authority.pem.hasPrefix("-----BEGIN CERTIFICATE-----"))
            #expect(authority.der.prefix(1) == [0x30] && Base64.decode(Base64.encode(authority.der)) == authority.der)
            #expect(throws: MockEnterpriseError.self) { try authority.write(to: "/nowhere/ca.pem") }
        }
    }

    @Test("the journal: counting, verifying, what nothing answered")
    func journal() async throws {
        try await MockEnterprise.with { portal in
            _ = try Self.rule(portal, "/portal/sharing/rest?f=json")
            _ = try Self.rule(portal, "/portal/sharing/rest/generateTokn")
            _ = try Self.rule(portal, "/sharing/rest/generateToken")
            #expect(try portal.requests(.path("/portal/**")).count == 2)
            #expect(portal.verify(.get("/portal/sharing/rest"), times: 1).passed)
            #expect(portal.verify(.path(portal.portal.sharingURL)).passed)
            #expect(try portal.requests(.rule("sharing.no-resource")).count == 1)
            #expect(try portal.requests(.rule("http.not-found")).count == 1)
            #expect(
                portal.unmatched.compactMap(\.verdict.first?.wouldPass) == [
                    "did you mean sharing/rest/generateToken?",
                    "did you mean /portal/sharing/rest/generateToken?",
                ])
            portal.clearJournal()
            #expect(portal.requests.isEmpty && portal.unreadable.isEmpty)
        }
    }

    @Test(
        "a pattern that nothing can match is refused, with what was probably meant",
        arguments: [
            (RequestPattern.rule("token.expird"), "token.expired"),
            (.rule("quirk.token.referer-mising"), "quirk.token.referer-missing"), (.user("viewr"), "viewer"),
            (.user("mockap"), "mockapp"), (.path("/x").method("get"), "GET"), (.any.method("PSOT"), "POST"),
        ])
    func misspelt(_ pattern: RequestPattern, _ meant: String) async throws {
        try await MockEnterprise.with { portal in
            let verdict = portal.verify(pattern, times: .never)
            #expect(!verdict.passed && verdict.description.hasSuffix("did you mean \"\(meant)\"?"))
            let tries: [() throws -> Void] = [
                { try portal.expect(pattern, times: .never) }, { _ = try portal.requests(pattern) },
            ]
            for one in tries {
                let error = #expect(throws: MockEnterpriseError.self) { try one() }
                #expect(error?.code == .invalidPattern && error?.suggestion == meant)
            }
            for known in [RequestPattern.rule("token.expired"), .user("viewer"), .user("siteadmin"), .get("/x")] {
                let verification = portal.verify(known, times: .never)
                #expect(verification.passed)
            }
        }
    }

    @Test("where a provider vouches for anybody, any user may be meant")
    func openProvider() async throws {
        let provider = MockEnterprise.Scenario.SAML("Contoso", signUpMode: .automatic)
        try await MockEnterprise.with(.federated(logins: .init(saml: provider))) { portal in
            let verification = portal.verify(.user("somebody"), times: .never)
            #expect(verification.passed)
        }
    }

    @Test("a token lives as long as a duration says")
    func lifetime() async throws {
        try await MockEnterprise.with { portal in
            portal.clock.freeze()
            let token = try portal.token(for: "viewer", lifetime: .seconds(90))
            portal.clock.advance(seconds: 89)
            #expect(try Self.rule(portal, Self.service + token) == nil)
            portal.clock.advance(by: .seconds(1))
            #expect(try Self.rule(portal, Self.service + token) == "token.expired")
            #expect(portal.edits.first?.kind == .clock)
            #expect(portal.edits[1].text.hasPrefix("a token of 90 seconds for the user viewer: ") == true)
        }
    }

    @Test("what keeps a deployment from starting has a code, findings and a suggestion")
    func cannotStart() async throws {
        let error = await #expect(throws: MockEnterpriseError.self) { try await MockEnterprise.start("start/federatd") }
        #expect(error?.code == .invalidScenario && error?.suggestion == "start/federated")
        #expect(error?.findings.count == 1)
        try await MockEnterprise.with("start/standalone") { portal in
            let options = MockEnterprise.Options(port: portal.sites.httpPort)
            let taken = await #expect(throws: MockEnterpriseError.self) {
                try await MockEnterprise.start("start/standalone", options: options)
            }
            #expect(taken?.code == .cannotStart && taken?.findings.isEmpty == true)
        }
    }

    @Test("`with` stops whatever comes of it, also of what awaits")
    func stops() async throws {
        struct Failed: Error {}
        var kept: MockEnterprise?
        await #expect(throws: Failed.self) {
            // Its own address: on the one that all share, another test's portal may have its port by now.
            try await MockEnterprise.with("start/standalone", options: .init(hosts: ["127.0.0.77"])) { portal in
                kept = portal
                _ = try Client(host: "127.0.0.77", port: portal.sites.httpPort, trust: nil)
                try await Task.sleep(for: .milliseconds(1))
                throw Failed()
            }
        }
        let portal = try #require(kept)
        #expect(throws: Client.Failure.self) {
            try Client(host: "127.0.0.77", port: portal.sites.httpPort, trust: nil)
        }
        #expect(try await MockEnterprise.with { $0.portals.map(\.name) } == ["portal"])
    }
}
