import Formats

/// `oauth2/revokeToken`: ends one token. It says success of tokens it does not know as well (auth-reference 4.1).
enum RevokeToken {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        if let letters = visit.parameters.given("auth_token") {
            if deployment.portals[place].issuer.open(letters) != nil {
                deployment.portals[place].issuer.revoke(letters)
            }
            deployment.portals[place].oauth.refreshTokens[letters]?.isInvalidated = true
        }
        return .json(.object([.init("success", .bool(true))]), caching: .oauth)
    }
}
