// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `home`: the page where a browser arrives that has signed in at the identity provider. It says who is known, and has none of
/// the real page's applications.
enum PortalHome {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let member = deployment.browserMember(portal: index, context)
        context.caller = context.caller ?? member.map { deployment.portals[index].accounts[$0].username }
        let name = Page.escape(deployment.portals[index].organization)
        let who = context.caller.map { "<p>\(Page.escape($0)) is signed in.</p>" } ?? "<p>Nobody is signed in.</p>"
        return .page(Page(title: deployment.portals[index].organization, body: "<h1>\(name)</h1>\n\(who)"))
    }
}

extension Deployment {
    /// Returns the member whom the token of a browser's cookie names, as long as it is good.
    func browserMember(portal index: Int, _ context: RequestContext) -> Int? {
        guard let string = PresentedToken.find(context)?.string, let token = portals[index].issuer.open(string),
            token.kind == .member, context.now < token.expires, !portals[index].issuer.isRevoked(string)
        else { return nil }
        let number = Int(token.subject)
        guard portals[index].accounts.indices.contains(number) else { return nil }
        let account = portals[index].accounts[number]
        return account.epoch == token.epoch && !account.isDisabled && !account.isGone ? number : nil
    }
}
