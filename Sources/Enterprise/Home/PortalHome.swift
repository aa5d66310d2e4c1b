// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `home`: the page where a browser arrives that has signed in at the identity provider. It says who is known, what there is,
/// and has none of the real page's applications.
enum PortalHome {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard let visit = HomeVisit(deployment, &context) else { return .page(Page.notFound) }
        let portal = deployment.portals[visit.portal]
        let items = deployment.content(ofPortal: visit.portal, context) { deployment.maySee($0, visit.caller) }
        let groups = portal.groups.filter { deployment.maySee($0, visit.caller) }
        let members = portal.accounts.list.filter { !$0.isGone && deployment.maySee($0, visit.caller) }
        let url = Page.escape(deployment.url(ofPortal: visit.portal, context))
        var body = "<h1>\(Page.escape(portal.organization))</h1>\n"
        body += HomeVisit.section(
            "Items",
            items.map { item in
                visit.link(item.title, "item.html", "id", item.id) + " (\(Page.escape(item.type)))"
            }, none: "There is none that you may see.")
        body += HomeVisit.section("Groups", groups.map { visit.link($0.heading, "group.html", "id", $0.id) })
        body += HomeVisit.section(
            "Members", members.map { visit.link($0.username, "user.html", "user", $0.username) })
        body += """
            <h2>Further</h2>
            <ul>
            <li><a href="\(url)/sharing/rest">The sharing API</a></li>
            <li><a href="\(url)/portaladmin">The administrator directory</a></li>
            </ul>
            """
        return visit.page(portal.organization, body, deployment, context)
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
