// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Decides whether a presented token passes the door it came to; the order is
/// docs/reference/refusals.md#in-which-order-a-request-is-checked, whose bad tokens are refused before anybody looks at
/// sharing, on public resources too.
enum TokenFilter {
    static func check(
        _ deployment: Deployment, _ context: inout RequestContext, _ presented: PresentedToken
    ) -> Result<(Caller, Token), Refusal> {
        do throws(Refusal) {
            return .success(try passed(deployment, &context, presented))
        } catch {
            return .failure(error)
        }
    }

    private static func passed(
        _ deployment: Deployment, _ context: inout RequestContext, _ presented: PresentedToken
    ) throws(Refusal) -> (Caller, Token) {
        let source = Verdict.Fact("presentedIn", presented.source.rawValue)
        guard !presented.string.isEmpty else {
            throw Refusal(Verdict(Tokens.Rules.empty, facts: [source], wouldPass: "no token parameter at all"))
        }
        let opened = try open(deployment, context, presented)
        // Only now: a token that nobody issued cannot have been revoked, and its refusal names the issuer.
        if isRevoked(deployment, presented.string) {
            throw Refusal(
                Verdict(
                    Tokens.Rules.ended, facts: [source, .init("revoked", "by itself")], wouldPass: "a new token"))
        }
        let (token, bearer) = (opened.token, Bearer(source: source, caller: try caller(deployment, opened)))
        guard context.now < token.expires else {
            let times: [Verdict.Fact] = [
                .init("expires", ISO8601.format(token.expires)), .init("now", ISO8601.format(context.now)),
            ]
            throw Refusal(
                Verdict(
                    Tokens.Rules.expired, facts: bearer.facts(deployment) + times,
                    wouldPass:
                        "a token requested after \(ISO8601.format(token.expires)), or one with a longer lifetime"))
        }
        if let verdict = refuseKind(deployment, &context, token, bearer) { throw Refusal(verdict) }
        if let verdict = refuseBinding(deployment, &context, token, bearer) { throw Refusal(verdict) }
        return (bearer.caller, token)
    }

    /// A token that a key of this door has opened.
    struct Opened {
        var token: Token
        /// The site whose members or users the subject is one of.
        var site: Site
    }

    /// The presenter of the token. Facts are created for a refusal only, because most tokens are valid.
    struct Bearer {
        var source: Verdict.Fact
        var caller: Caller

        func facts(_ deployment: Deployment) -> [Verdict.Fact] {
            [source] + (deployment.name(of: caller).map { [.init("user", $0)] } ?? [])
        }
    }

    private static func isRevoked(_ deployment: Deployment, _ string: String) -> Bool {
        deployment.portals.indices.contains { deployment.portals[$0].issuer.isRevoked(string) }
            || deployment.servers.indices.contains { deployment.servers[$0].issuer.isRevoked(string) }
    }

    static func caller(_ deployment: Deployment, _ opened: Opened) throws(Refusal) -> Caller {
        let token = opened.token
        let number = Int(token.subject)
        switch (token.kind, opened.site) {
        case (.siteAdmin, .server(let server)):
            guard deployment.servers[server].siteAdminEpoch == token.epoch else {
                let name = deployment.servers[server].siteAdmin?.username ?? "the site administrator"
                throw Refusal(Verdict(Tokens.Rules.ended, facts: [.init("user", name)], wouldPass: "a new token"))
            }
            return .siteAdmin(server: server)
        case (.member, .portal(let portal)), (.exchangedMember, .portal(let portal)):
            return try living(
                deployment.portals[portal].accounts, number, token, .member(portal: portal, account: number))
        case (.storeUser, .server(let server)):
            return try living(
                deployment.servers[server].accounts, number, token, .storeUser(server: server, account: number))
        case (.app, .portal(let portal)), (.exchangedApp, .portal(let portal)):
            guard number < deployment.portals[portal].apps.count else { fallthrough }
            return .app(portal: portal, app: number)
        default:
            throw Refusal(Verdict(Tokens.Rules.ended, wouldPass: "a token of a user or app that still exists"))
        }
    }

    private static func living(
        _ accounts: Accounts, _ number: Int, _ token: Token, _ caller: Caller
    ) throws(Refusal) -> Caller {
        guard number < accounts.list.count, !accounts[number].isDisabled, accounts[number].epoch == token.epoch else {
            let name = number < accounts.list.count ? accounts[number].username : "somebody who is gone"
            throw Refusal(Verdict(Tokens.Rules.ended, facts: [.init("user", name)], wouldPass: "a new token"))
        }
        return caller
    }

}
