// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `home/user.html?user=…`.
enum MemberPage {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard let visit = HomeVisit(deployment, &context) else { return .page(Page.notFound) }
        let name = context.parameters.given("user") ?? deployment.name(of: visit.caller) ?? ""
        let portal = deployment.portals[visit.portal]
        guard let number = portal.accounts.number(named: name), deployment.maySee(portal.accounts[number], visit.caller)
        else {
            let verdict = Verdict(
                Sharing.Rules.userMissing, facts: [.init("username", name)],
                wouldPass: "the exact name of a member, and a sign-in")
            return visit.missing("Member", verdict, deployment, context)
        }
        let account = portal.accounts[number]
        let groups = portal.groups.filter {
            $0.role(of: account.username) != .nonmember && deployment.maySee($0, visit.caller)
        }
        let items = deployment.content(ofPortal: visit.portal, context) {
            $0.owner == account.username && deployment.maySee($0, visit.caller)
        }
        let isKnown = visit.caller != .anonymous
        let body =
            "<h1>\(Page.escape(account.fullName))</h1>\n"
            + HomeVisit.facts([
                ("User name", Page.escape(account.username)), ("Role", isKnown ? Page.escape(account.role) : nil),
                ("E-mail", isKnown ? Page.escape(account.email) : nil),
                ("Description", account.description.map(Page.escape)),
            ]) + HomeVisit.section("Groups", groups.map { visit.link($0.heading, "group.html", "id", $0.id) })
            + HomeVisit.section("Items", items.map { visit.link($0.title, "item.html", "id", $0.id) })
        return visit.page(account.fullName, body, deployment, context)
    }
}
