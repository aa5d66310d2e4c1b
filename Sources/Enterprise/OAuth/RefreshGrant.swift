import Facts
import Formats

/// `refresh_token`, `exchange_refresh_token` and `suspend_session`.
enum RefreshGrant {
    static func issue(_ deployment: inout Deployment, _ place: Int, _ refresh: OAuthState.Refresh) -> String {
        let letters = OAuthState.letters(96, &deployment.generator)
        deployment.portals[place].oauth.refreshTokens[letters] = refresh
        return letters
    }

    /// A new access token; the refresh token stays.
    static func refresh(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ app: Int
    ) -> Result<JSON, TokenEndpoint.Refused> {
        switch find(deployment, visit, place, app) {
        case .failure(let refused): return .failure(refused)
        case .success(let (_, refresh)):
            visit.caller = deployment.portals[place].accounts[refresh.account].username
            return .success(TokenEndpoint.granted(&deployment, visit, place, account: refresh.account))
        }
    }

    /// A new refresh token for an old one, which is no good afterwards. It needs redirect_uri (Esri/arcgis-rest-js#1006).
    static func exchange(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ app: Int
    ) -> Result<JSON, TokenEndpoint.Refused> {
        let letters: String
        var refresh: OAuthState.Refresh
        switch find(deployment, visit, place, app) {
        case .failure(let refused): return .failure(refused)
        case .success(let found): (letters, refresh) = found
        }
        if let refused = RedirectMatch.refuse(visit.parameters.given("redirect_uri"), refresh.redirectURI) {
            return .failure(refused)
        }
        deployment.portals[place].oauth.refreshTokens[letters]?.isInvalidated = true
        let limit = deployment.portals[place].maximumMinutes ?? Int64.max
        if refresh.expires != nil {
            refresh.expires = visit.now.advanced(minutes: min(TokenEndpoint.refreshMinutes, limit))
        }
        visit.caller = deployment.portals[place].accounts[refresh.account].username
        let new = issue(&deployment, place, refresh)
        return .success(
            TokenEndpoint.granted(
                &deployment, visit, place, account: refresh.account, refresh: (new, refresh.expires)))
    }

    /// Signs a session off (ArcGIS API for Python 2.4).
    static func suspend(
        _ deployment: inout Deployment, _ visit: Visit, _ place: Int, _ app: Int
    ) -> Result<JSON, TokenEndpoint.Refused> {
        switch find(deployment, visit, place, app) {
        case .failure(let refused): return .failure(refused)
        case .success(let (letters, _)):
            deployment.portals[place].oauth.refreshTokens[letters]?.isInvalidated = true
            return .success(.object([.init("success", .bool(true))]))
        }
    }

    private static func find(
        _ deployment: Deployment, _ visit: Visit, _ place: Int, _ app: Int
    ) -> Result<(String, OAuthState.Refresh), TokenEndpoint.Refused> {
        let letters = visit.parameters.given("refresh_token") ?? ""
        guard let refresh = deployment.portals[place].oauth.refreshTokens[letters], refresh.app == app else {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.Said.refreshInvalid,
                    Because(OAuth.Rules.refreshUnknown, wouldPass: "a refresh_token that this app was given")))
        }
        let account = deployment.portals[place].accounts[refresh.account]
        guard !refresh.isInvalidated, account.epoch == refresh.epoch, !account.isDisabled else {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.Said.refreshInvalidated,
                    Because(
                        OAuth.Rules.refreshInvalidated, facts: [.init("user", account.username)],
                        wouldPass: "the refresh_token of the last exchange, or a new sign-in")))
        }
        if let expires = refresh.expires, visit.now >= expires {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.Said.refreshExpired,
                    Because(
                        OAuth.Rules.refreshExpired,
                        facts: [.init("expired", ISO8601.format(expires)), .init("now", ISO8601.format(visit.now))],
                        wouldPass: "a new sign-in")))
        }
        return .success((letters, refresh))
    }
}
