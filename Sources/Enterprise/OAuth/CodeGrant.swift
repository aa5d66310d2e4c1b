// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `grant_type=authorization_code`: a code is valid once, for its app, with its redirect_uri and its verifier.
enum CodeGrant {
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ app: Int
    ) -> Result<JSON, TokenEndpoint.Refused> {
        let parameters = context.parameters
        let string = parameters.given("code") ?? ""
        guard let code = deployment.portals[index].oauth.codes[string], code.signIn.app == app, !code.isUsed else {
            let isUsed = deployment.portals[index].oauth.codes[string]?.isUsed == true
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.ErrorBodies.codeInvalid,
                    Verdict(
                        OAuth.Rules.codeInvalid, facts: [.init("code", isUsed ? "used before" : "unknown to this app")],
                        wouldPass: "a new code from oauth2/authorize")))
        }
        guard context.now < code.made.advanced(minutes: OAuthState.codeMinutes) else {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.ErrorBodies.codeInvalid,
                    Verdict(
                        OAuth.Rules.codeExpired, facts: [.init("made", ISO8601.format(code.made))],
                        wouldPass: "the exchange within \(OAuthState.codeMinutes) minutes")))
        }
        if let refused = RedirectMatch.refuse(parameters.given("redirect_uri"), code.signIn.redirectURI) {
            return .failure(refused)
        }
        if let challenge = code.signIn.challenge, !challenge.isMet(by: parameters.given("code_verifier") ?? "") {
            let method = challenge.isPlain ? "plain" : "S256"
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.ErrorBodies.verifierInvalid,
                    Verdict(
                        OAuth.Rules.verifier,
                        facts: [
                            .init("method", method),
                            .init("code_verifier", parameters.given("code_verifier") == nil ? "none" : "another"),
                        ], wouldPass: "the code_verifier from which the challenge was computed")))
        }
        deployment.portals[index].oauth.codes[string]?.isUsed = true
        let account = deployment.portals[index].accounts[code.account]
        guard account.epoch == code.epoch, !account.isDisabled else {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.ErrorBodies.codeInvalid,
                    Verdict(
                        Tokens.Rules.ended, facts: [.init("user", account.username)],
                        wouldPass: "a new code for a user who may sign in")))
        }
        context.caller = account.username
        // -1 requests a refresh token without expiration.
        let wish = code.signIn.minutes ?? TokenEndpoint.refreshMinutes
        let limit = deployment.portals[index].maximumMinutes ?? Int64.max
        let expires = wish < 0 ? nil : context.now.advanced(minutes: min(wish, limit))
        let refresh = RefreshGrant.issue(
            &deployment, index,
            OAuthState.Refresh(
                app: app, account: code.account, epoch: code.epoch, redirectURI: code.signIn.redirectURI,
                expires: expires))
        return .success(
            TokenEndpoint.granted(&deployment, context, index, account: code.account, refresh: (refresh, expires)))
    }
}

/// `redirect_uri` at the token endpoint, which must equal the one sent to authorize.
enum RedirectMatch {
    static func refuse(_ given: String?, _ first: String) -> TokenEndpoint.Refused? {
        guard let given else {
            return TokenEndpoint.Refused(
                OAuth.ErrorBodies.redirectMissing,
                Verdict(OAuth.Rules.redirectMissing, wouldPass: "redirect_uri=\(first)"))
        }
        guard given != first else { return nil }
        return TokenEndpoint.Refused(
            OAuth.ErrorBodies.redirectInvalid,
            Verdict(
                OAuth.Rules.otherRedirect, facts: [.init("redirect_uri", given), .init("askedWith", first)],
                wouldPass: "redirect_uri=\(first)"))
    }
}
