// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Foundation
import Testing

@testable import MockPortal

@Suite("Scenarios written in Swift")
struct WrittenScenarioTests {
    typealias Written = MockEnterprise.Scenario

    @Test("federated() is start/federated, but for what a file alone has")
    func federated() throws {
        let (made, findings) = Written.federated().loaded()
        let (read, _) = MockEnterprise.load("start/federated")
        #expect(findings.isEmpty)
        let (one, other) = (try #require(made), try #require(read))
        #expect(one.portals.map(\.release) == other.portals.map(\.release))
        #expect(one.portals[0].users.map(\.username) == other.portals[0].users.map(\.username))
        #expect(one.portals[0].users.map { $0.role ?? .user } == other.portals[0].users.map { $0.role ?? .user })
        #expect(
            one.portals[0].users.map { $0.provider ?? .arcgis } == other.portals[0].users.map { $0.provider ?? .arcgis }
        )
        #expect(one.portals[0].apps.map(\.clientID) == other.portals[0].apps.map(\.clientID))
        let services = other.servers[0].services
        #expect(one.servers[0].services.map(\.name) == services.map(\.name))
        #expect(one.servers[0].services.map(\.access) == services.map(\.access))
        #expect(one.servers[0].federation == .federated && one.servers[0].isHosting == true)
    }

    @Test("every key arrives")
    func keys() throws {
        let unusual = RequestPattern.any.parameters(["f": "json", "where": .absent]).query(["a": "b/*"])
            .form(["c": .absent]).headers(["Accept": "text/*"]).longerThan(9)
        let scenario = Written(
            portals: [
                .init(
                    "west", version: "10.9.1", context: "west",
                    users: [
                        .init(
                            "anna", password: "pw", role: .publisher, provider: .enterprise, fullName: "Anna A.",
                            email: "a@example.com", nameID: "AA", isDisabled: true, hasCertificate: true)
                    ], groups: [.init("g1", title: "Team", members: ["anna"])],
                    items: [
                        .init(
                            "Map", type: "Web Map", id: "m1", owner: "anna", access: .groups(["g1"]),
                            url: "{server}/x", tags: ["a"], data: ["layer": "{server}/y"],
                            otherKeys: ["snippet": "S"])
                    ], apps: [.init("app", secret: "s")],
                    logins: .init(builtIn: false, openIDConnect: "Somebody", webTier: .pki), isHTTPSOnly: true,
                    maxTokenExpirationMinutes: 30, otherKeys: ["org": ["name": "West"]]
                ).publicURL(try #require(URL(string: "https://gis.example/west/")))
            ],
            servers: [
                .init(
                    "one", version: "10.9.1", context: "one", federation: .with(portal: "west"), isSecured: false,
                    siteAdministrator: .init("psa", password: "psa"),
                    services: [
                        .init(
                            "F/S", hasFeatureServer: true, access: .groups(["g1"]), state: .stopped, maxRecordCount: 7,
                            capabilities: "Map", layers: [.init(3, name: "Dots", source: .geoJSON(Self.dots))])
                    ])
            ], quirks: [.tokenRefererMissing(.refuse)],
            faults: [
                .init(.delay(.milliseconds(1500)), on: .get("/x/*").door(.service).user("anna")).nth(2),
                .init(.reset(.handshake)), .init(.stall(.body)), .init(.dribble(bytesPerSecond: 5)),
                .init(.truncate(afterBytes: 3)),
                .init(.contentLength(by: 10), on: .any.parameters(["f": "json"])).from(2).times(3),
                .init(.answer(body: "x")), .init(.error(code: 500, message: "m", details: ["d"])),
                .init(.gzip(.undeclared), on: unusual).per(.seconds(60)).percent(5),
                .init(.handshake(.selfSigned)),
                .init(.event(.removeField("n", fromLayer: 3, ofService: "F/S"))),
            ], seed: 5, explains: false)
        let (loaded, findings) = scenario.starting(at: Date(timeIntervalSince1970: 1_577_836_800)).loaded()
        #expect(findings.isEmpty)
        let made = try #require(loaded)
        let portal = made.portals[0]
        #expect(portal.name == "west" && portal.version == "10.9.1" && portal.context == "west")
        #expect(portal.isHTTPSOnly == true && portal.maximumMinutes == 30 && portal.organization == "West")
        #expect(portal.logins?.builtIn == false && portal.logins?.openIDConnect == "Somebody" && portal.webTier == .pki)
        #expect(portal.publicURL == "https://gis.example/west" && portal.groups[0].members == ["anna"])
        let item = try #require(portal.items.first)
        #expect(item.id == "m1" && item.title == "Map" && item.type == "Web Map" && item.owner == "anna")
        #expect(item.access == .groups(["g1"]) && item.url == "{server}/x" && item.tags == ["a"])
        #expect(
            item.content.data == .json(.object([.init("layer", .string("{server}/y"))])) && item.content.snippet == "S")
        let user = portal.users[0]
        #expect(
            user.isDisabled == true && user.hasCertificate == true && user.nameID == "AA" && user.role == .publisher)
        let service = made.servers[0].services[0]
        #expect(service.name == "F/S" && service.access == .groups(["g1"]) && service.state == .stopped)
        #expect(service.maxRecordCount == 7 && service.served.count == 1)
        #expect(made.servers[0].federation?.portal == "west" && made.servers[0].isSecured == false)
        #expect(made.quirks == [.tokenRefererMissing: .refuse] && made.faults.count == 11)
        #expect(made.faults[0].effect == .delay(.milliseconds(1500)) && made.faults[0].nth == 2)
        #expect(made.faults[5].effect == .contentLength(by: 10) && made.faults[5].times == 3)
        let chance = made.faults[8]
        #expect(chance.longerThan == 9 && chance.per == .seconds(60) && chance.percent == 5)
        #expect(
            chance.parameters.map { "\($0.location) \($0.name)=\($0.value?.text ?? "-")" } == [
                "queryOrForm f=json", "queryOrForm where=-", "query a=b/**", "form c=-", "headers accept=text/**",
            ])
        #expect(made.faults[8].effect == .gzip(.undeclared) && made.faults[9].effect == .handshake(.selfSigned))
        let event = try #require(made.faults[10].effect.event)
        #expect(event.kind == .dropField && event.service == "F/S" && event.layer == 3 && event.field == "n")
        #expect(made.clock?.milliseconds == 1_577_836_800_000 && made.seed == 5 && made.explains == false)
    }

    @Test("a SAML provider with all that can be said of it")
    func saml() throws {
        let faults: [Written.SAML.Fault] = [
            .expiredCertificate, .rolledOverCertificate, .clockSkew, .wrongAudience, .nameIDCase, .missingClaim,
            .encryptedAssertion, .otherKeyFirst, .wantsSignedRequests, .down,
        ]
        let written = Written.SAML(
            "ADFS", signUpMode: .automatic, usernameSuffix: "_x", entityID: "portal", faults: faults)
        let (made, findings) = Written.federated(logins: .init(builtIn: true, saml: written)).loaded()
        #expect(findings.isEmpty)
        let provider = try #require(made?.portals[0].saml)
        #expect(provider.name == "ADFS" && provider.isOpen && provider.usernameSuffix == "_x")
        #expect(
            provider.entityID == "portal"
                && provider.faults == Set(SAMLProvider.Fault.Kind.allCases.map(SAMLProvider.Fault.init)))
        let line = #line + 1
        let elsewhere = Written.SAML("Contoso", metadata: "no.xml")
        let wrong = Written.federated(logins: .init(saml: elsewhere)).loaded().1
        #expect(wrong.first?.position.line == line && wrong.first?.file == #filePath)
    }

    @Test("every event of a fault arrives")
    func events() throws {
        let events: [(Event, String)] = [
            (.stopService("S"), "stop-service"), (.startService("S"), "start-service"),
            (.deleteService("S", onServer: "gis"), "delete-service"),
            (.removeField("NAME", ofService: "S"), "drop-field"),
            (.renameField("NAME", to: "TITLE", ofService: "S"), "rename-field"),
            (.breakSource(ofService: "S"), "break-source"), (.slowSource(ofService: "S"), "slow-source"),
            (.rebuildSource(ofService: "S"), "rebuild-source"), (.miscountSource(ofService: "S"), "miscount-source"),
            (.mendSource(ofService: "S"), "mend-source"), (.addField("NEW", ofService: "S"), "add-field"),
            (.revokeTokens(ofUser: "viewer"), "revoke-tokens"),
            (.changePassword(ofUser: "viewer", to: "new"), "change-password"), (.disableUser("viewer"), "disable-user"),
            (.enableUser("viewer"), "enable-user"), (.unlockUser("viewer"), "unlock-user"),
            (.restartServer(), "restart-server"), (.rotateTokenKey(ofServer: "gis"), "rotate-shared-key"),
            (.rotateTokenKey(ofPortal: "portal"), "rotate-shared-key"), (.unfederateServer(), "unfederate"),
            (.federateServer(withPortal: "portal"), "federate"),
            (.rollOverIdentityProviderCertificate, "rollover-idp-certificate"),
            (.changeRole(ofUser: "viewer", to: "org_admin"), "change-role"),
            (.changeUserType(ofUser: "viewer", to: "viewerUT"), "change-user-type"),
            (.expirePassword(ofUser: "viewer"), "expire-password"), (.deleteUser("viewer"), "delete-user"),
            (.addUser("viewer", toGroup: "g"), "add-to-group"),
            (.removeUser("viewer", fromGroup: "g"), "remove-from-group"), (.deleteGroup("g"), "delete-group"),
            (.shareService("S", with: .groups(["g"])), "share-service"),
            (.stopServer("gis"), "stop-site"), (.startServer("gis"), "start-site"),
            (.stopPortal("portal"), "stop-site"), (.startPortal("portal"), "start-site"),
            (.makeServerReadOnly("gis"), "lock-site"), (.makeServerEditable("gis"), "unlock-site"),
            (.makePortalReadOnly("portal"), "lock-site"), (.makePortalEditable("portal"), "unlock-site"),
            (.disableOrganization(), "disable-organization"), (.enableOrganization(), "enable-organization"),
            (.expireLicense(), "change-license"),
        ]
        let service = Written.Service("S", layers: [.airports])
        var written = Written.federated(services: [service], faults: events.map { .init(.event($0.0)) })
        written.portals[0].groups = [.init("g")]
        let (made, findings) = written.loaded()
        #expect(findings.isEmpty)
        let kinds = (made?.faults ?? []).map { $0.effect.event?.kind.rawValue ?? "" }
        #expect(kinds == events.map(\.1))
    }

    private static let dots = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1},
         "geometry":{"type":"Point","coordinates":[1,2]}}]}
        """

    @Test("laid on a built-in one, named things merge")
    func base() throws {
        let scenario = Written(
            "start/federated",
            portals: [.init(users: [.init("viewer", password: "other"), .init("new", password: "n")])])
        let portal = try #require(scenario.loaded().0).portals[0]
        #expect(portal.users.map(\.username).contains("new"))
        #expect(portal.users.first { $0.username == "viewer" }?.password == "other")
    }

    @Test("what is wrong is told at the line of the Swift file, with a suggestion")
    func findings() {
        let line = #line + 1
        let user = Written.User("anna", password: "pw", otherKeys: ["rol": "org_user"])
        let (made, findings) = Written.federated(version: "10.33", users: [user]).loaded()
        #expect(made == nil)
        #expect(findings.allSatisfy { $0.file == #filePath })
        #expect(findings.contains { $0.position.line == line && $0.suggestion == "role" })
        #expect(findings.contains { $0.message.contains("10.33") })
        let typed = Written(otherKeys: ["seed": "seven", "portal": nil, "servers": [["machine": true]]]).loaded().1
        #expect(
            typed.map(\.message) == [
                "\"seed\": expected an integer, found a string", "\"machine\": expected a string, found a boolean",
            ])
        let judged = Written(faults: [.init(.reset(.body), on: .rule("token.expired"))]).loaded().1
        #expect(judged.first?.message.hasPrefix("a when has no key \"rule\"") == true)
        #expect(Written("start/federatd", seed: 1).loaded().1.first?.suggestion == "start/federated")
    }
}
