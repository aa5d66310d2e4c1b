// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `home/group.html?id=…`.
enum GroupPage {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard let visit = HomeVisit(deployment, &context) else { return .page(Page.notFound) }
        let id = context.parameters.given("id") ?? ""
        guard let group = deployment.portals[visit.portal].groups.first(where: { $0.id == id }),
            deployment.maySee(group, visit.caller)
        else {
            let verdict = Verdict(
                Sharing.Rules.groupMissing, facts: [.init("group", id)],
                wouldPass: "the id of a group that the caller may see")
            return visit.missing("Group", verdict, deployment, context)
        }
        let items = deployment.content(ofPortal: visit.portal, context) {
            $0.groups.contains(id) && deployment.maySee($0, visit.caller)
        }
        let isMember = group.role(of: deployment.name(of: visit.caller)) != .nonmember
        let members = isMember ? group.members : []
        let body =
            "<h1>\(Page.escape(group.heading))</h1>\n"
            + HomeVisit.facts([
                ("Summary", group.snippet.map(Page.escape)), ("Description", group.description.map(Page.escape)),
                ("Owner", group.owner.map { visit.link($0, "user.html", "user", $0) }),
                ("Who may see it", group.access.rawValue), ("Id", Page.escape(group.id)),
            ]) + HomeVisit.section("Members", members.map { visit.link($0, "user.html", "user", $0) })
            + HomeVisit.section("Items", items.map { visit.link($0.title, "item.html", "id", $0.id) })
        return visit.page(group.heading, body, deployment, context)
    }
}
