// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `oauth2/token`: docs/reference/oauth.md#token-grants and docs/reference/oauth.md#error-bodies. The answer is JSON
/// whether `f` asks for it or not.
enum TokenEndpoint {
    /// The default lifetime of an app's token in minutes: 7,200 s, as the Python API assumes.
    static let appMinutes: Int64 = 120
    /// The lifetime of a member's token in minutes.
    static let memberMinutes: Int64 = 30
    /// The default lifetime of a refresh token in minutes: two weeks.
    static let refreshMinutes: Int64 = 20_160

    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        var outcome: Outcome
        switch grant(&deployment, &context, index) {
        case .success(let json): outcome = .json(json)
        case .failure(let refused): outcome = .refused(refused.errorBody, refused.verdict)
        }
        outcome.caching = .oauth
        outcome.isAlwaysJSON = true
        return outcome
    }

    struct Refused: Error {
        var errorBody: ErrorBody
        var verdict: Verdict

        init(_ errorBody: ErrorBody, _ verdict: Verdict) {
            self.errorBody = errorBody
            self.verdict = verdict
        }
    }

    private static func grant(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) -> Result<JSON, Refused> {
        guard let clientID = context.parameters.given("client_id") else {
            return .failure(
                Refused(OAuth.ErrorBodies.clientMissing, Verdict(OAuth.Rules.clientMissing, wouldPass: "client_id=…")))
        }
        let apps = deployment.portals[index].apps
        context.caller = clientID
        guard let app = apps.firstIndex(where: { $0.clientID == clientID }) else {
            return .failure(
                Refused(
                    OAuth.ErrorBodies.invalidClientID,
                    Verdict(
                        OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                        wouldPass: "one of: \(apps.map(\.clientID).joined(separator: ", "))")))
        }
        let grant = context.parameters.given("grant_type") ?? ""
        // Only apps themselves need a secret; where one is sent, it must be right.
        if let refused = secret(apps[app], context, isNeeded: grant == "client_credentials") {
            return .failure(refused)
        }
        switch grant {
        case "client_credentials": return .success(own(&deployment, context, index, app))
        case "authorization_code": return CodeGrant.answer(&deployment, &context, index, app)
        case "refresh_token": return RefreshGrant.refresh(&deployment, &context, index, app)
        case "exchange_refresh_token": return RefreshGrant.exchange(&deployment, &context, index, app)
        case "suspend_session": return RefreshGrant.suspend(&deployment, context, index, app)
        default:
            return .failure(
                Refused(
                    OAuth.ErrorBodies.unsupportedGrant,
                    Verdict(
                        OAuth.Rules.unsupportedGrant, facts: [.init("grant_type", grant)],
                        wouldPass: "grant_type=authorization_code, refresh_token or client_credentials")))
        }
    }

    private static func secret(_ app: PortalState.App, _ context: RequestContext, isNeeded: Bool) -> Refused? {
        let given = context.parameters.given("client_secret")
        guard isNeeded || given != nil else { return nil }
        guard !app.clientSecret.isEmpty, given == app.clientSecret else {
            return Refused(
                OAuth.ErrorBodies.invalidClientSecret,
                Verdict(
                    OAuth.Rules.wrongSecret, facts: [.init("client_id", app.clientID)],
                    wouldPass: "the client_secret of \(app.clientID) in the scenario"))
        }
        return nil
    }

    /// Returns a token for the app itself, without a user name.
    private static func own(_ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ app: Int) -> JSON
    {
        let portal = deployment.portals[index]
        let minutes = min(
            Lifetime.wish(context.parameters.given("expiration")) ?? appMinutes, portal.maximumMinutes ?? 20_160)
        // Such a token is not good at the web adaptor's address (Esri/resource-proxy#310).
        let isPastTier = portal.webTier != nil && deployment.address(ofPortal: index, context) == .machine
        let binding = isPastTier ? deployment.bindings.bind(.machine, to: context.host) : .none
        let token = Token(
            kind: .app, subject: app, epoch: 0, binding: binding, issued: context.now,
            expires: context.now.advanced(minutes: minutes))
        let string = portal.issuer.string(token, generator: &deployment.generator)
        // An API key, of which an app has two (docs/reference/oauth.md#grants-that-were-recorded, A8).
        if let key = context.parameters.given("apitoken").flatMap({ Int($0) }), (1...2).contains(key) {
            deployment.portals[index].apps[app].activeKeys.insert(key)
            return .object([
                .init("access_token", .string(Issuer.keyPrefix + string)), .init("expires_in", .number("1800")),
            ])
        }
        return .object([
            .init("access_token", .string(string)), .init("expires_in", .number(String(minutes * 60))),
        ])
    }

    /// Returns a member's token, with `refresh` where a new refresh token is issued.
    static func granted(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, account: Int,
        refresh: (string: String, expires: Instant?)? = nil
    ) -> JSON {
        let portal = deployment.portals[index]
        let minutes = min(memberMinutes, portal.maximumMinutes ?? memberMinutes)
        let string = OAuth.accessToken(&deployment, index, account, minutes, context.now)
        var members: [JSON.Member] = [
            .init("access_token", .string(string)), .init("expires_in", .number(String(minutes * 60))),
            .init("username", .string(portal.accounts[account].username)), .init("ssl", .bool(portal.isSSLOnly)),
        ]
        if let refresh {
            // One second less than requested (captured: 1209599).
            let seconds = refresh.expires.map { ($0.milliseconds - context.now.milliseconds) / 1000 - 1 } ?? -1
            members.append(.init("refresh_token", .string(refresh.string)))
            members.append(.init("refresh_token_expires_in", .number(String(seconds))))
        }
        return .object(members)
    }
}
