import Facts
import Formats

/// `content/groups/{id}`: the items that are shared with a group.
enum GroupContent {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        CommunityGroup.answer(&deployment, &visit, Sharing.Said.groupContentMissing) {
            deployment, visit, place, caller, group in
            let items = deployment.content(ofPortal: place, visit).filter {
                $0.groups.contains(group.id) && deployment.maySee($0, caller)
            }
            let page = ResultPage(visit.parameters, total: items.count)
            let list = items[page.range].map {
                Item.json($0, deployment, visit, place, caller, isOfGroup: true)
            }
            return .json(.object(page.members + [.init("items", .array(list))]))
        }
    }
}
