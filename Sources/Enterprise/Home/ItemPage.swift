// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `home/item.html?id=…`.
enum ItemPage {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard let visit = HomeVisit(deployment, &context) else { return .page(Page.notFound) }
        let id = context.parameters.given("id") ?? ""
        let found = deployment.item(id, ofPortal: visit.portal, context)
        guard let item = found, deployment.maySee(item, visit.caller) else {
            let verdict = Verdict(
                Sharing.Rules.itemMissing, facts: [.init("item", id)],
                wouldPass: found == nil ? "the id of an item" : "a member with whom the item is shared")
            return visit.missing("Item", verdict, deployment, context)
        }
        let groups = item.groups.map { visit.link($0, "group.html", "id", $0) }.joined(separator: ", ")
        let resource =
            "\(deployment.url(ofPortal: visit.portal, context))/sharing/rest/content/items/\(Percent.encode(item.id))"
        let body =
            "<h1>\(Page.escape(item.title))</h1>\n"
            + HomeVisit.facts([
                ("Type", Page.escape(item.type)), ("Summary", item.snippet.map(Page.escape)),
                ("Description", item.description.map(Page.escape)),
                ("Owner", item.owner.map { visit.link($0, "user.html", "user", $0) }),
                ("Sharing", item.accessWord), ("Groups", groups),
                ("Tags", Page.escape(item.tags.joined(separator: ", "))), ("Id", Page.escape(item.id)),
                ("URL", item.url.map(address)),
            ]) + """
                <p><a href="\(Page.escape(resource))?f=pjson">As JSON</a> | \
                <a href="\(Page.escape(resource))/data?f=pjson">Its data</a></p>
                """
        return visit.page(item.title, body, deployment, context)
    }

    /// Returns a URL as a link, unless it is none of the web.
    private static func address(_ url: String) -> String {
        url.hasPrefix("https://") || url.hasPrefix("http://") ? ServicesPage.link(url, url) : Page.escape(url)
    }
}
