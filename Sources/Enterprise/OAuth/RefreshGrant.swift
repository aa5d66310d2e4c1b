// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `refresh_token`, `exchange_refresh_token` and `suspend_session`.
enum RefreshGrant {
    static func issue(_ deployment: inout Deployment, _ index: Int, _ refresh: OAuthState.Refresh) -> String {
        let string = OAuthState.string(96, &deployment.generator)
        deployment.portals[index].oauth.refreshTokens[string] = refresh
        return string
    }

    /// Returns a new access token; the refresh token remains valid.
    static func refresh(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ app: Int
    ) -> Result<JSON, TokenEndpoint.Refused> {
        switch find(deployment, context, index, app) {
        case .failure(let refused): return .failure(refused)
        case .success(let (_, refresh)):
            context.caller = deployment.portals[index].accounts[refresh.account].username
            return .success(TokenEndpoint.granted(&deployment, context, index, account: refresh.account))
        }
    }

    /// Exchanges a refresh token for a new one, which invalidates the old one. It requires redirect_uri
    /// (Esri/arcgis-rest-js#1006).
    static func exchange(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ app: Int
    ) -> Result<JSON, TokenEndpoint.Refused> {
        let string: String
        var refresh: OAuthState.Refresh
        switch find(deployment, context, index, app) {
        case .failure(let refused): return .failure(refused)
        case .success(let found): (string, refresh) = found
        }
        if let refused = RedirectMatch.refuse(context.parameters.given("redirect_uri"), refresh.redirectURI) {
            return .failure(refused)
        }
        deployment.portals[index].oauth.refreshTokens[string]?.isInvalidated = true
        let limit = deployment.portals[index].maximumMinutes ?? Int64.max
        if refresh.expires != nil {
            refresh.expires = context.now.advanced(minutes: min(TokenEndpoint.refreshMinutes, limit))
        }
        context.caller = deployment.portals[index].accounts[refresh.account].username
        let new = issue(&deployment, index, refresh)
        return .success(
            TokenEndpoint.granted(
                &deployment, context, index, account: refresh.account, refresh: (new, refresh.expires)))
    }

    /// Ends a session (ArcGIS API for Python 2.4).
    static func suspend(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ app: Int
    ) -> Result<JSON, TokenEndpoint.Refused> {
        switch find(deployment, context, index, app) {
        case .failure(let refused): return .failure(refused)
        case .success(let (string, _)):
            deployment.portals[index].oauth.refreshTokens[string]?.isInvalidated = true
            return .success(.object([.init("success", .bool(true))]))
        }
    }

    private static func find(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ app: Int
    ) -> Result<(String, OAuthState.Refresh), TokenEndpoint.Refused> {
        let string = context.parameters.given("refresh_token") ?? ""
        guard let refresh = deployment.portals[index].oauth.refreshTokens[string], refresh.app == app else {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.ErrorBodies.refreshInvalid,
                    Verdict(OAuth.Rules.refreshUnknown, wouldPass: "a refresh_token issued to this app")))
        }
        let account = deployment.portals[index].accounts[refresh.account]
        guard !refresh.isInvalidated, account.epoch == refresh.epoch, !account.isDisabled else {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.ErrorBodies.refreshInvalidated,
                    Verdict(
                        OAuth.Rules.refreshInvalidated, facts: [.init("user", account.username)],
                        wouldPass: "the refresh_token of the last exchange, or a new sign-in")))
        }
        if let expires = refresh.expires, context.now >= expires {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.ErrorBodies.refreshExpired,
                    Verdict(
                        OAuth.Rules.refreshExpired,
                        facts: [.init("expired", ISO8601.format(expires)), .init("now", ISO8601.format(context.now))],
                        wouldPass: "a new sign-in")))
        }
        return .success((string, refresh))
    }
}
