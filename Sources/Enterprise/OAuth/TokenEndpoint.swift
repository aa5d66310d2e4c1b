import Facts
import Formats

/// `oauth2/token`: auth-reference 4.3 and 4.4. The answer is JSON whether `f` asks for it or not.
enum TokenEndpoint {
    /// Minutes an app's token lives if nothing is asked: 7,200 s, as the Python API takes it to be.
    static let appMinutes: Int64 = 120
    /// Minutes of a member's token.
    static let memberMinutes: Int64 = 30
    /// Minutes of a refresh token unless asked otherwise: two weeks.
    static let refreshMinutes: Int64 = 20_160

    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        var outcome: Outcome
        switch grant(&deployment, &visit, place) {
        case .success(let json): outcome = .json(json)
        case .failure(let refused): outcome = .refused(refused.words, refused.because)
        }
        outcome.caching = .oauth
        outcome.isAlwaysJSON = true
        return outcome
    }

    struct Refused: Error {
        var words: Words
        var because: Because

        init(_ words: Words, _ because: Because) {
            self.words = words
            self.because = because
        }
    }

    private static func grant(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int
    ) -> Result<JSON, Refused> {
        guard let clientID = visit.parameters.given("client_id") else {
            return .failure(
                Refused(OAuth.Said.clientMissing, Because(OAuth.Rules.clientMissing, wouldPass: "client_id=…")))
        }
        let apps = deployment.portals[place].apps
        visit.caller = clientID
        guard let app = apps.firstIndex(where: { $0.clientID == clientID }) else {
            return .failure(
                Refused(
                    OAuth.Said.invalidClientID,
                    Because(
                        OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                        wouldPass: "one of: \(apps.map(\.clientID).joined(separator: ", "))")))
        }
        let grant = visit.parameters.given("grant_type") ?? ""
        // A secret is needed by apps themselves; where one is sent it must be right.
        if let refused = secret(apps[app], visit, isNeeded: grant == "client_credentials") { return .failure(refused) }
        switch grant {
        case "client_credentials": return .success(own(&deployment, visit, place, app))
        case "authorization_code": return CodeGrant.answer(&deployment, &visit, place, app)
        case "refresh_token": return RefreshGrant.refresh(&deployment, &visit, place, app)
        case "exchange_refresh_token": return RefreshGrant.exchange(&deployment, &visit, place, app)
        case "suspend_session": return RefreshGrant.suspend(&deployment, visit, place, app)
        default:
            return .failure(
                Refused(
                    OAuth.Said.unsupportedGrant,
                    Because(
                        OAuth.Rules.unsupportedGrant, facts: [.init("grant_type", grant)],
                        wouldPass: "grant_type=authorization_code, refresh_token or client_credentials")))
        }
    }

    private static func secret(_ app: PortalState.App, _ visit: Visit, isNeeded: Bool) -> Refused? {
        let given = visit.parameters.given("client_secret")
        guard isNeeded || given != nil else { return nil }
        guard !app.clientSecret.isEmpty, given == app.clientSecret else {
            return Refused(
                OAuth.Said.invalidClientSecret,
                Because(
                    OAuth.Rules.wrongSecret, facts: [.init("client_id", app.clientID)],
                    wouldPass: "the client_secret that the scenario gives \(app.clientID)"))
        }
        return nil
    }

    /// An app for itself: no user name.
    private static func own(_ deployment: inout Deployment, _ visit: Visit, _ place: Int, _ app: Int) -> JSON {
        let portal = deployment.portals[place]
        let minutes = min(
            Lifetime.wish(visit.parameters.given("expiration")) ?? appMinutes, portal.maximumMinutes ?? 20_160)
        let token = Token(
            kind: .app, subject: app, epoch: 0, binding: .none, issued: visit.now,
            expires: visit.now.advanced(minutes: minutes))
        let letters = portal.issuer.letters(token, generator: &deployment.generator)
        return .object([
            .init("access_token", .string(letters)), .init("expires_in", .number(String(minutes * 60))),
        ])
    }

    /// What a member gets: `refresh` where a new refresh token comes along.
    static func granted(
        _ deployment: inout Deployment, _ visit: Visit, _ place: Int, account: Int,
        refresh: (letters: String, expires: Instant?)? = nil
    ) -> JSON {
        let portal = deployment.portals[place]
        let minutes = min(memberMinutes, portal.maximumMinutes ?? memberMinutes)
        let letters = OAuth.accessToken(&deployment, place, account, minutes, visit.now)
        var members: [JSON.Member] = [
            .init("access_token", .string(letters)), .init("expires_in", .number(String(minutes * 60))),
            .init("username", .string(portal.accounts[account].username)), .init("ssl", .bool(portal.isSSLOnly)),
        ]
        if let refresh {
            // One second less than was asked (captured: 1209599).
            let seconds = refresh.expires.map { ($0.milliseconds - visit.now.milliseconds) / 1000 - 1 } ?? -1
            members.append(.init("refresh_token", .string(refresh.letters)))
            members.append(.init("refresh_token_expires_in", .number(String(seconds))))
        }
        return .object(members)
    }
}
