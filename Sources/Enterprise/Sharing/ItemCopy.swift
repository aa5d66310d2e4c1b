// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `copy` of an item into the same member's content: its properties and its data, under an id of its own.
enum ItemCopy {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.owned(&deployment, &context) { deployment, context, index, _, owner, item in
                if let full = Quota.refuse(deployment, context, index, owner, adding: max(item.size, 0)) { return full }
                var copy = item
                copy.id = deployment.newID()
                copy.change(context)
                (copy.created, copy.access, copy.alsoSharedWith) = (context.now, .owner, [])
                copy.isProtected = false
                let named = context.parameters.given("folder") ?? context.parameters.given("folderid")
                if let id = named, !["/", ""].contains(id) {
                    guard let folder = UserContent.named(id, deployment.portals[index], owner) else {
                        return UserContent.noFolder(id, deployment.portals[index], owner, context)
                    }
                    copy.folder = folder
                }
                deployment.portals[index].items.append(copy)
                let folder = copy.folder.map { Folder.id(deployment.portals[index], owner, $0) }
                return .json(
                    .object([
                        .init("success", .bool(true)), .init("itemId", .string(copy.id)),
                        .init("folder", .string(folder ?? "")),
                    ]))
            }
        }
    }
}
