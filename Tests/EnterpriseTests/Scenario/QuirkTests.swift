import Facts
import Formats
import Testing

@testable import Enterprise

/// Every behaviour of the profile table, given every choice, changes what the deployment does.
@Suite("Behaviours")
struct QuirkTests {
    /// What a behaviour is asked by, in words: each choice must give its own.
    private static func outcome(_ behaviour: Behaviour, _ desk: inout Desk) -> String {
        let service = "/arcgis/rest/services/Airports/MapServer?f=json&token="
        let login = [("username", "bert"), ("password", "pw"), ("f", "json")]
        func told(_ heard: Desk.Heard) -> String { heard.rule ?? "passes" }
        switch behaviour {
        case .tokenIPBoundOnService: return told(desk.ask(service + desk.token("bert", [("client", "requestip")])))
        case .tokenAppOnService: return told(desk.ask(service + desk.appToken()))
        case .tokenExchangedAppOnService:
            let app = desk.appToken()
            let form = [("token", app), ("serverUrl", "https://h.example/arcgis"), ("f", "json")]
            return told(desk.ask(service + desk.ask("/portal/sharing/rest/generateToken", form: form).token))
        case .tokenRefererMissingOnPortalAdmin:
            return told(desk.ask("/portal/portaladmin?f=json&token=\(desk.token("anna"))"))
        case .tokenRefererMissing: return told(desk.ask(service + desk.token()))
        case .tokenOtherReferer:
            return told(desk.ask(service + desk.token(), fields: [("Referer", "https://other.example")]))
        case .tokenSiteAdminOnService:
            let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
            return told(desk.ask(service + desk.ask("/arcgis/admin/generateToken", form: form).token))
        case .generateTokenUnknownClient:
            let heard = desk.ask(
                "/portal/sharing/generateToken", form: login + [("client", "1.2.3.4"), ("referer", "x")])
            return heard.token.isEmpty ? told(heard) : "token, then \(told(desk.ask(service + heard.token)))"
        case .generateTokenQueryCredentials:
            return told(desk.ask("/portal/sharing/generateToken?username=bert&password=pw&referer=x&f=json", form: []))
        case .generateTokenGetOnRest:
            let exchange = "?f=json&serverUrl=https://h.example/arcgis&token=\(desk.token())"
            return [exchange, "?f=json"].map { told(desk.ask("/portal/sharing/rest/generateToken\($0)")) }.joined()
        case .generateTokenPlainHTTP:
            return told(desk.ask("/portal/sharing/generateToken", form: login + [("referer", "x")], secure: false))
        case .serverTokenGet:
            return told(desk.ask("/arcgis/tokens/generateToken?username=psa&password=psa&f=json&client=requestip"))
        case .serverTokenFederated:
            return told(
                desk.ask(
                    "/arcgis/tokens/generateToken", form: [("username", "psa"), ("password", "psa"), ("f", "json")]))
        case .serverTokenLongWithoutClient:
            return told(
                desk.ask(
                    "/arcgis/tokens/generateToken",
                    form: [("username", "psa"), ("password", "psa"), ("expiration", "600"), ("f", "json")]))
        case .lockoutPortal, .lockoutServer:
            return
                "\(lockout(behaviour == .lockoutPortal ? "/portal/sharing/generateToken" : "/arcgis/admin/generateToken", &desk))"
        case .adminTokenInBody:
            let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
            let token = desk.ask("/arcgis/admin/generateToken", form: form).token
            return told(desk.ask("/arcgis/admin/", form: [("f", "json"), ("token", token)]))
        case .infoTokenServicesURL:
            return desk.ask("/arcgis/rest/info?f=json").json?["authInfo"]?["tokenServicesUrl"]?.text ?? ""
        case .serverMediaType: return desk.ask("/arcgis/rest/info?f=json")["Content-Type"] ?? ""
        case .serviceNotFoundWords: return desk.ask("/arcgis/rest/services/No/MapServer?f=json").body
        case .serviceNotFoundCode:
            return "\(desk.ask("/arcgis/rest/services/No/MapServer?f=json").json?["error"]?["code"]?.integer ?? 0)"
        case .catalogSecuredFolder: return told(desk.ask("/arcgis/rest/services/Folder?f=json"))
        default: return other(behaviour, &desk)
        }
    }

    private static func other(_ behaviour: Behaviour, _ desk: inout Desk) -> String {
        let service = "/arcgis/rest/services/Airports/MapServer?f=json"
        func told(_ heard: Desk.Heard) -> String { heard.rule ?? "passes" }
        switch behaviour {
        case .generateTokenHead:
            return "\(desk.ask("/portal/sharing/generateToken", method: "HEAD").status)"
        case .generateTokenForm: return told(desk.ask("/portal/sharing/rest/generateToken"))
        case .generateTokenOtherServerURL:
            let form = [("token", desk.token()), ("serverUrl", "https://alias.example/arcgis"), ("f", "json")]
            let heard = desk.ask("/portal/sharing/generateToken", form: form)
            return heard.token.isEmpty ? told(heard) : told(desk.ask("\(service)&token=\(heard.token)"))
        case .oauthInfoForm:
            let target = "/portal/sharing/rest/oauth2/authorize?client_id=pythonapi&response_type=code&redirect_uri="
            return desk.ask(target + OAuth.outOfBand).body.contains("};</script>") ? "semicolon" : "line break"
        case .sharingPlainHTTP:
            let heard = desk.ask("/portal/sharing/rest/portals/self?f=json", secure: false)
            return "\(heard.status) \(told(heard))"
        case .sharingInvalidToken:
            return desk.ask("/portal/sharing/rest/portals/self?f=json&token=x").body
        case .sharingForbiddenCode:
            return desk.ask("/portal/portaladmin?f=json&token=\(desk.token("bert", [("client", "requestip")]))").body
        case .serverTokenQueryCredentials:
            return told(desk.ask("/arcgis/tokens/generateToken?username=psa&password=psa&f=json", form: []))
        case .serverTokenRefusalStatus:
            let form = [("username", "psa"), ("password", "no"), ("f", "json")]
            return "\(desk.ask("/arcgis/tokens/generateToken", form: form).status)"
        case .serverTokenGetToken:
            let form = [("username", "psa"), ("password", "psa"), ("f", "json")]
            return desk.ask("/arcgis/tokens/getToken", form: form).token.isEmpty ? "text" : "json"
        case .portalAdminUserTypes:
            let token = desk.token("anna", [("client", "requestip")])
            return desk.ask("/portal/portaladmin?f=json&token=\(token)").body
        case .serverRolesCookie: return desk.ask("/arcgis/rest/services?f=json")["Set-Cookie"] ?? "none"
        case .infoKeys, .infoOwningTenant, .infoSecurityForm: return desk.ask("/arcgis/rest/info?f=json").body
        case .serverLongURL:
            let heard = desk.ask("/arcgis/rest/info?f=json&x=\(String(repeating: "y", count: 2140))")
            return "\(heard.status) \(told(heard))"
        case .serverField: return desk.ask("/arcgis/rest/info?f=json")["Server"].map { "'\($0)'" } ?? "none"
        case .restLogin:
            return desk.ask("/arcgis/rest/login").body.contains("name=\"password\"") ? "password" : "token"
        case .serviceTokenRequired: return desk.ask(service).body
        case .serviceInvalidToken: return desk.ask("\(service)&token=x").body
        case .mapSimpleLayerDefs:
            let find = "/arcgis/rest/services/Open/MapServer/find?searchText=a&layers=0&f=json"
            return told(desk.ask("\(find)&layerDefs=0:1%3D1"))
        default: return QueryDesk.outcome(behaviour, &desk) ?? EditDesk.outcome(behaviour, &desk)
        }
    }

    /// Whether the right password passes at once, after two minutes, and after sixteen, when six were wrong.
    private static func lockout(_ path: String, _ desk: inout Desk) -> [Bool] {
        let user = path.hasPrefix("/portal") ? "anna" : "psa"
        func login(_ password: String) -> Bool {
            let form = [("username", user), ("password", password), ("referer", "x"), ("f", "json")]
            return !desk.ask(path, form: form).token.isEmpty
        }
        for _ in 0..<6 { _ = login("wrong") }
        let right = user == "anna" ? "pw" : "psa"
        var passes = [login(right)]
        for minutes in [2, 14] as [Int64] {
            desk.now = desk.now.advanced(minutes: minutes)
            passes.append(login(right))
        }
        return passes
    }

    @Test("a quirk decides, and the header says that it did", arguments: Behaviour.allCases)
    func quirk(_ behaviour: Behaviour) throws {
        var outcomes: Set<String> = []
        let plain = Profile(.newest)[behaviour].choice
        for choice in behaviour.choices {
            let others =
                "'generate-token.get-on-rest': '\(behaviour == .generateTokenGetOnRest ? choice.rawValue : "pass")', "
                + (behaviour == .generateTokenGetOnRest ? "" : "'\(behaviour.rawValue)': '\(choice.rawValue)', ")
                + (behaviour == .generateTokenQueryCredentials ? "" : "'generate-token.query-credentials': 'pass'")
            var desk = try Desk.federated("11.4", quirks: others)
            outcomes.insert(Self.outcome(behaviour, &desk))
            if choice != plain { #expect(Profile(.newest, quirks: [behaviour: choice])[behaviour].isQuirk) }
        }
        #expect(outcomes.count == behaviour.choices.count, "\(outcomes)")
    }

    @Test("the header names a quirk that was asked")
    func header() throws {
        var desk = try Desk.federated("11.4", quirks: "'token.referer-missing': 'refuse'")
        let heard = desk.ask("/arcgis/rest/services/Airports/MapServer?f=json&token=\(desk.token())")
        #expect(heard["X-Mock-Portal-Because"] == "token.referer-missing, quirk.token.referer-missing")
    }

    @Test("every row has a known release, evidence, and a choice that the behaviour has", arguments: Behaviour.allCases)
    func table(_ behaviour: Behaviour) {
        #expect(!behaviour.summary.isEmpty)
        #expect(!behaviour.rows.isEmpty)
        for row in behaviour.rows {
            #expect(behaviour.choices.contains(row.choice))
            #expect(!row.evidence.source.isEmpty)
        }
    }

    @Test("between rows the nearest later one counts, and says so")
    func between() {
        let setting = Profile(Version("10.6.1") ?? .newest)[.tokenIPBoundOnService]
        #expect(setting.choice == .pass)
        #expect(setting.evidence.confidence == .inferred)
        #expect(setting.evidence.source.hasPrefix("as 11.1"))
        #expect(Profile(Version("online") ?? .newest)[.tokenIPBoundOnService].choice == .refuse)
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
