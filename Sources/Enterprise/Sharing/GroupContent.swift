// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `content/groups/{id}`: the items shared with a group.
enum GroupContent {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        CommunityGroup.answer(&deployment, &context, Sharing.ErrorBodies.groupContentMissing) {
            deployment, context, index, caller, group in
            let items = deployment.content(ofPortal: index, context) {
                $0.groups.contains(group.id) && deployment.maySee($0, caller)
            }
            let page = ResultPage(context.parameters, total: items.count)
            let list = items[page.range].map {
                Item.json($0, deployment, context, index, caller, in: .group)
            }
            return .json(.object(page.members + [.init("items", .array(list))]))
        }
    }
}
