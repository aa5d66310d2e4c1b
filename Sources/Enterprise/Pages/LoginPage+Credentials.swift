// SPDX-License-Identifier: Apache-2.0

import Facts

/// Who signs in, and the token that the cookie then holds.
extension LoginPage {
    static func member(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ username: String,
        _ password: String
    ) -> Result<String, Refusal> {
        let lockout = deployment.portals[index].profile.choice(.lockoutPortal)
        return Credentials.check(
            username, password, in: &deployment.portals[index].accounts, at: context.now, lockout: lockout
        ).map { number in
            let portal = deployment.portals[index]
            let minutes = Lifetime.portal(asked: nil, limit: portal.maximumMinutes)
            return portal.issuer.string(
                token(.member, number, portal.accounts[number].epoch, context.now, minutes),
                generator: &deployment.generator)
        }
    }

    static func store(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ username: String,
        _ password: String
    ) -> Result<String, Refusal> {
        let lockout = context.choice(.lockoutServer)
        return Credentials.check(
            username, password, in: &deployment.servers[index].accounts, at: context.now, lockout: lockout
        ).map { number in
            let server = deployment.servers[index]
            return server.issuer.string(
                token(.storeUser, number, server.accounts[number].epoch, context.now, server.tokens.shortMinutes),
                generator: &deployment.generator)
        }
    }

    /// Checks the site administrator, or returns `nil` if the name is another user's.
    static func siteAdmin(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ username: String,
        _ password: String
    ) -> Result<String, Refusal>? {
        guard deployment.servers[index].siteAdmin?.username == username else { return nil }
        if let verdict = SiteAdministrator.refuse(&deployment, &context, index, username, password) {
            return .failure(Refusal(verdict))
        }
        let server = deployment.servers[index]
        return .success(
            server.issuer.string(
                token(.siteAdmin, 0, server.siteAdminEpoch, context.now, server.tokens.shortMinutes),
                generator: &deployment.generator))
    }

    private static func token(
        _ kind: Token.Kind, _ subject: Int, _ epoch: UInt16, _ now: Instant, _ minutes: Int64
    ) -> Token {
        Token(
            kind: kind, subject: subject, epoch: epoch, binding: .none, issued: now,
            expires: now.advanced(minutes: minutes))
    }
}
