// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// Every behavior of the profile table, given every choice, changes what the deployment does.
@Suite("Behaviors")
struct QuirkTests {
    /// What a behavior is asked by, in words: each choice must give its own.
    private static func outcome(_ behavior: Behavior, _ fixture: inout PortalFixture) -> String {
        let service = "/arcgis/rest/services/Airports/MapServer?f=json&token="
        let login = [("username", "bert"), ("password", "pw"), ("f", "json")]
        func told(_ heard: PortalFixture.Heard) -> String { heard.rule ?? "passes" }
        switch behavior {
        case .tokenIPBoundOnService:
            return told(fixture.ask(service + fixture.token("bert", [("client", "requestip")])))
        case .tokenAppOnService: return told(fixture.ask(service + fixture.appToken()))
        case .tokenExchangedAppOnService:
            let app = fixture.appToken()
            let form = [("token", app), ("serverUrl", "https://h.example/arcgis"), ("f", "json")]
            return told(fixture.ask(service + fixture.ask("/portal/sharing/rest/generateToken", form: form).token))
        case .tokenRefererMissingOnPortalAdmin:
            return told(fixture.ask("/portal/portaladmin?f=json&token=\(fixture.token("anna"))"))
        case .tokenRefererMissing: return told(fixture.ask(service + fixture.token()))
        case .tokenOtherReferer:
            return told(fixture.ask(service + fixture.token(), fields: [("Referer", "https://other.example")]))
        case .tokenSiteAdminOnService:
            let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
            return told(fixture.ask(service + fixture.ask("/arcgis/admin/generateToken", form: form).token))
        case .generateTokenUnknownClient:
            let heard = fixture.ask(
                "/portal/sharing/generateToken", form: login + [("client", "1.2.3.4"), ("referer", "x")])
            return heard.token.isEmpty ? told(heard) : "token, then \(told(fixture.ask(service + heard.token)))"
        case .generateTokenQueryCredentials:
            return told(
                fixture.ask("/portal/sharing/generateToken?username=bert&password=pw&referer=x&f=json", form: []))
        case .generateTokenGetOnREST:
            let exchange = "?f=json&serverUrl=https://h.example/arcgis&token=\(fixture.token())"
            return [exchange, "?f=json"].map { told(fixture.ask("/portal/sharing/rest/generateToken\($0)")) }.joined()
        case .generateTokenPlainHTTP:
            return told(fixture.ask("/portal/sharing/generateToken", form: login + [("referer", "x")], secure: false))
        case .serverTokenGet:
            return told(fixture.ask("/arcgis/tokens/generateToken?username=psa&password=psa&f=json&client=requestip"))
        case .serverTokenFederated:
            return told(
                fixture.ask(
                    "/arcgis/tokens/generateToken", form: [("username", "psa"), ("password", "psa"), ("f", "json")]))
        case .serverTokenLongWithoutClient:
            return told(
                fixture.ask(
                    "/arcgis/tokens/generateToken",
                    form: [("username", "psa"), ("password", "psa"), ("expiration", "600"), ("f", "json")]))
        case .lockoutPortal, .lockoutServer:
            return
                "\(lockout(behavior == .lockoutPortal ? "/portal/sharing/generateToken" : "/arcgis/admin/generateToken", &fixture))"
        case .adminTokenInBody:
            let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
            let token = fixture.ask("/arcgis/admin/generateToken", form: form).token
            return told(fixture.ask("/arcgis/admin/", form: [("f", "json"), ("token", token)]))
        case .infoTokenServicesURL:
            return fixture.ask("/arcgis/rest/info?f=json").json?["authInfo"]?["tokenServicesUrl"]?.text ?? ""
        case .serverMediaType: return fixture.ask("/arcgis/rest/info?f=json")["Content-Type"] ?? ""
        case .serviceForbidden:
            let token = fixture.token("bert", [("client", "requestip")])
            return fixture.ask("/arcgis/rest/services/Team/MapServer?f=json&token=\(token)").body
        case .serviceNotFoundWords: return fixture.ask("/arcgis/rest/services/No/MapServer?f=json").body
        case .serviceNotFoundCode:
            return "\(fixture.ask("/arcgis/rest/services/No/MapServer?f=json").json?["error"]?["code"]?.integer ?? 0)"
        case .catalogSecuredFolder: return told(fixture.ask("/arcgis/rest/services/Folder?f=json"))
        default: return other(behavior, &fixture)
        }
    }

    private static func other(_ behavior: Behavior, _ fixture: inout PortalFixture) -> String {
        let service = "/arcgis/rest/services/Airports/MapServer?f=json"
        func told(_ heard: PortalFixture.Heard) -> String { heard.rule ?? "passes" }
        switch behavior {
        case .generateTokenHead:
            return "\(fixture.ask("/portal/sharing/generateToken", method: "HEAD").status)"
        case .generateTokenForm: return told(fixture.ask("/portal/sharing/rest/generateToken"))
        case .generateTokenOtherServerURL:
            let form = [("token", fixture.token()), ("serverUrl", "https://alias.example/arcgis"), ("f", "json")]
            let heard = fixture.ask("/portal/sharing/generateToken", form: form)
            return heard.token.isEmpty ? told(heard) : told(fixture.ask("\(service)&token=\(heard.token)"))
        case .oauthInfoForm:
            let target = "/portal/sharing/rest/oauth2/authorize?client_id=pythonapi&response_type=code&redirect_uri="
            return fixture.ask(target + OAuth.outOfBand).body.contains("};</script>") ? "semicolon" : "line break"
        case .sharingPlainHTTP:
            let heard = fixture.ask("/portal/sharing/rest/portals/self?f=json", secure: false)
            return "\(heard.status) \(told(heard))"
        case .sharingInvalidToken:
            return fixture.ask("/portal/sharing/rest/portals/self?f=json&token=x").body
        case .sharingForbiddenCode:
            let token = fixture.token("bert", [("client", "requestip")])
            return fixture.ask("/portal/portaladmin/security?f=json&token=\(token)").body
        case .samlSHA1: return SAMLFixture.outcome(fixture.deployment.portals[0].profile)
        case .corsCredentials:
            let heard = fixture.ask("/portal/sharing/rest/info?f=json", fields: [("Origin", "https://app.example")])
            return heard["Access-Control-Allow-Credentials"] ?? "none"
        case .corsAuthorization:
            let heard = fixture.ask(
                "/portal/sharing/rest/info", method: "OPTIONS", fields: [("Origin", "https://app.example")])
            return heard["Access-Control-Allow-Headers"] ?? "none"
        case .serverTokenQueryCredentials:
            return told(fixture.ask("/arcgis/tokens/generateToken?username=psa&password=psa&f=json", form: []))
        case .serverTokenRefusalStatus:
            let form = [("username", "psa"), ("password", "no"), ("f", "json")]
            return "\(fixture.ask("/arcgis/tokens/generateToken", form: form).status)"
        case .serverTokenGetToken:
            let form = [("username", "psa"), ("password", "psa"), ("f", "json")]
            return fixture.ask("/arcgis/tokens/getToken", form: form).token.isEmpty ? "text" : "json"
        case .portalAdminUserTypes:
            let token = fixture.token("anna", [("client", "requestip")])
            return fixture.ask("/portal/portaladmin?f=json&token=\(token)").body
        case .serverRolesCookie: return fixture.ask("/arcgis/rest/services?f=json")["Set-Cookie"] ?? "none"
        case .infoKeys, .infoOwningTenant, .infoSecurityForm: return fixture.ask("/arcgis/rest/info?f=json").body
        case .serverLongURL:
            let heard = fixture.ask("/arcgis/rest/info?f=json&x=\(String(repeating: "y", count: 2140))")
            return "\(heard.status) \(told(heard))"
        case .serverField: return fixture.ask("/arcgis/rest/info?f=json")["Server"].map { "'\($0)'" } ?? "none"
        case .restLogin:
            return fixture.ask("/arcgis/rest/login").body.contains("name=\"password\"") ? "password" : "token"
        case .serviceTokenRequired: return fixture.ask(service).body
        case .serviceInvalidToken: return fixture.ask("\(service)&token=x").body
        case .mapSimpleLayerDefs:
            let find = "/arcgis/rest/services/Open/MapServer/find?searchText=a&layers=0&f=json"
            return told(fixture.ask("\(find)&layerDefs=0:1%3D1"))
        default: return QueryFixture.outcome(behavior, &fixture) ?? EditFixture.outcome(behavior, &fixture)
        }
    }

    /// Whether the right password passes at once, after two minutes, and after sixteen, when six were wrong.
    private static func lockout(_ path: String, _ fixture: inout PortalFixture) -> [Bool] {
        let user = path.hasPrefix("/portal") ? "anna" : "psa"
        func login(_ password: String) -> Bool {
            let form = [("username", user), ("password", password), ("referer", "x"), ("f", "json")]
            return !fixture.ask(path, form: form).token.isEmpty
        }
        for _ in 0..<6 { _ = login("wrong") }
        let right = user == "anna" ? "pw" : "psa"
        var passes = [login(right)]
        for minutes in [2, 14] as [Int64] {
            fixture.now = fixture.now.advanced(minutes: minutes)
            passes.append(login(right))
        }
        return passes
    }

    @Test("a quirk decides, and the header says that it did", arguments: Behavior.allCases)
    func quirk(_ behavior: Behavior) throws {
        var outcomes: Set<String> = []
        let plain = Profile(.newest)[behavior].choice
        for choice in behavior.choices {
            let others =
                "'generate-token.get-on-rest': '\(behavior == .generateTokenGetOnREST ? choice.rawValue : "pass")', "
                + (behavior == .generateTokenGetOnREST ? "" : "'\(behavior.rawValue)': '\(choice.rawValue)', ")
                + (behavior == .generateTokenQueryCredentials ? "" : "'generate-token.query-credentials': 'pass'")
            var fixture = try PortalFixture.federated("11.4", quirks: others)
            outcomes.insert(Self.outcome(behavior, &fixture))
            if choice != plain { #expect(Profile(.newest, quirks: [behavior: choice])[behavior].isQuirk) }
        }
        #expect(outcomes.count == behavior.choices.count, "\(outcomes)")
    }

    @Test("the header names a quirk that was asked")
    func header() throws {
        var fixture = try PortalFixture.federated("11.4", quirks: "'token.referer-missing': 'refuse'")
        let heard = fixture.ask("/arcgis/rest/services/Airports/MapServer?f=json&token=\(fixture.token())")
        #expect(heard["X-Mock-Portal-Because"] == "token.referer-missing, quirk.token.referer-missing")
    }

    @Test("every row has a known release, evidence, and a choice that the behavior has", arguments: Behavior.allCases)
    func table(_ behavior: Behavior) {
        #expect(!behavior.summary.isEmpty)
        #expect(!behavior.rows.isEmpty)
        for row in behavior.rows {
            #expect(behavior.choices.contains(row.choice))
            #expect(!row.evidence.source.isEmpty)
        }
    }

    @Test("between rows the nearest later one counts, and says so")
    func between() {
        let setting = Profile(.v10_6_1)[.tokenIPBoundOnService]
        #expect(setting.choice == .pass)
        #expect(setting.evidence.confidence == .inferred)
        #expect(setting.evidence.source.hasPrefix("as 11.1"))
        #expect(Profile(.online)[.tokenIPBoundOnService].choice == .refuse)
    }

    @Test("every rule has a summary, advice and evidence, and an id of its own")
    func rules() {
        let ids = Explanation.rules.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in Explanation.rules {
            #expect(rule.id.wholeMatch(of: /[a-z-]+\.[a-z-]+/) != nil, "\(rule.id)")
            #expect(!rule.summary.isEmpty && !rule.advice.isEmpty && !rule.evidence.source.isEmpty, "\(rule.id)")
        }
    }
}
