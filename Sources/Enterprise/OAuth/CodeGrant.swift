import Facts
import Formats

/// `grant_type=authorization_code`: a code is good once, for its app, with its redirect_uri and its verifier.
enum CodeGrant {
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ app: Int
    ) -> Result<JSON, TokenEndpoint.Refused> {
        let parameters = visit.parameters
        let letters = parameters.given("code") ?? ""
        guard let code = deployment.portals[place].oauth.codes[letters], code.signIn.app == app, !code.isUsed else {
            let isUsed = deployment.portals[place].oauth.codes[letters]?.isUsed == true
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.Said.codeInvalid,
                    Because(
                        OAuth.Rules.codeInvalid, facts: [.init("code", isUsed ? "used before" : "unknown to this app")],
                        wouldPass: "a new code from oauth2/authorize")))
        }
        guard visit.now < code.made.advanced(minutes: OAuthState.codeMinutes) else {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.Said.codeInvalid,
                    Because(
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
                    OAuth.Said.verifierInvalid,
                    Because(
                        OAuth.Rules.verifier,
                        facts: [
                            .init("method", method),
                            .init("code_verifier", parameters.given("code_verifier") == nil ? "none" : "another"),
                        ], wouldPass: "the code_verifier that the challenge was made from")))
        }
        deployment.portals[place].oauth.codes[letters]?.isUsed = true
        let account = deployment.portals[place].accounts[code.account]
        guard account.epoch == code.epoch, !account.isDisabled else {
            return .failure(
                TokenEndpoint.Refused(
                    OAuth.Said.codeInvalid,
                    Because(
                        Tokens.Rules.ended, facts: [.init("user", account.username)],
                        wouldPass: "a new code of a user who may sign in")))
        }
        visit.caller = account.username
        // -1 asks for a refresh token that never ends.
        let wish = code.signIn.minutes ?? TokenEndpoint.refreshMinutes
        let limit = deployment.portals[place].maximumMinutes ?? Int64.max
        let expires = wish < 0 ? nil : visit.now.advanced(minutes: min(wish, limit))
        let refresh = RefreshGrant.issue(
            &deployment, place,
            OAuthState.Refresh(
                app: app, account: code.account, epoch: code.epoch, redirectURI: code.signIn.redirectURI,
                expires: expires))
        return .success(
            TokenEndpoint.granted(&deployment, visit, place, account: code.account, refresh: (refresh, expires)))
    }
}

/// `redirect_uri` at the token endpoint: the very one that authorize was asked with.
enum RedirectMatch {
    static func refuse(_ given: String?, _ first: String) -> TokenEndpoint.Refused? {
        guard let given else {
            return TokenEndpoint.Refused(
                OAuth.Said.redirectMissing, Because(OAuth.Rules.redirectMissing, wouldPass: "redirect_uri=\(first)"))
        }
        guard given != first else { return nil }
        return TokenEndpoint.Refused(
            OAuth.Said.redirectInvalid,
            Because(
                OAuth.Rules.otherRedirect, facts: [.init("redirect_uri", given), .init("askedWith", first)],
                wouldPass: "redirect_uri=\(first)"))
    }
}
