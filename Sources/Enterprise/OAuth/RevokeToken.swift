// SPDX-License-Identifier: Apache-2.0

import Formats

/// `oauth2/revokeToken`: ends one token. It says success of tokens it does not know as well
/// (docs/reference/oauth.md#endpoints).
enum RevokeToken {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let string = context.parameters.given("auth_token") {
            if deployment.portals[index].issuer.open(string) != nil {
                deployment.portals[index].issuer.revoke(string)
            }
            deployment.portals[index].oauth.refreshTokens[string]?.isInvalidated = true
        }
        return .json(.object([.init("success", .bool(true))]), caching: .oauth)
    }
}
