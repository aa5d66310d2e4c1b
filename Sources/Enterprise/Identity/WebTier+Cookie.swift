// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension WebTier {
    /// Returns the cookie that such portals set on calls of the sharing API. Clients use its token for exchanges.
    static func cookie(_ deployment: inout Deployment, _ context: RequestContext) -> Response.Field? {
        guard case .portal(let index) = context.site, context.route.door == .sharing,
            let number = context.webTierAccount
        else { return nil }
        return esriAuth(&deployment, context, index, number, tier: "web")
    }

    /// Returns the cookie by which the portal knows a browser whose member has signed in.
    static func esriAuth(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ number: Int, tier: String
    ) -> Response.Field {
        esriAuth(&deployment, index, number, at: context.now, isSecure: context.isSecure, tier: tier)
    }

    static func esriAuth(
        _ deployment: inout Deployment, _ index: Int, _ number: Int, at now: Instant, isSecure: Bool, tier: String
    ) -> Response.Field {
        let portal = deployment.portals[index]
        let account = portal.accounts[number]
        let minutes = Lifetime.portal(asked: nil, limit: portal.maximumMinutes)
        let token = Token(
            kind: .member, subject: number, epoch: account.epoch, binding: .none, issued: now,
            expires: now.advanced(minutes: minutes))
        let string = portal.issuer.string(token, generator: &deployment.generator)
        let json = JSON.object([
            .init("portalApp", .bool(true)), .init("email", .string(account.username)),
            .init("token", .string(string)),
            .init("expires", .number(String(token.expires.milliseconds))), .init("allSSL", .bool(portal.isSSLOnly)),
            .init("persistent", .bool(false)), .init("created", .number(String(now.milliseconds))),
            .init("culture", .string("en")), .init("accountId", .string(PortalState.organizationID)),
            .init("role", .string(account.role)), .init("auth_tier", .string(tier)),
        ])
        let value = Percent.encode(String(decoding: JSONWriter.json(json), as: UTF8.self))
        return .init("Set-Cookie", "esri_auth=\(value); Path=/\(isSecure ? "; Secure" : "")")
    }
}
