// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `delete` and `update` of a folder.
enum FolderEdits {
    /// Deletes a folder and the items in it, unless one is protected.
    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        folder(&deployment, &context) { deployment, context, index, owner, name in
            let items = deployment.content(ofPortal: index, context).filter { $0.owner == owner && $0.folder == name }
            if let item = items.first(where: \.isProtected) { return ItemEdits.protected(item.id, context) }
            let json = Folder.json(deployment.portals[index], owner, name, hasDate: false)
            for item in items { deployment.delete(item: item.id, portal: index) }
            deployment.portals[index].folders.removeAll { $0.owner == owner && $0.name == name }
            deployment.portals[index].content.folderIDs["\(owner)/\(name)"] = nil
            return .json(.object([.init("success", .bool(true)), .init("folder", json)]))
        }
    }

    /// Renames a folder, which keeps its id.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        folder(&deployment, &context) { deployment, context, index, owner, name in
            let given = context.parameters
            guard let title = given.given("newtitle") ?? given.given("title") else {
                return ItemEdits.notGiven("newTitle", context)
            }
            let portal = deployment.portals[index]
            if title.lowercased() != name.lowercased(),
                let taken = ItemEdits.folderTaken(title, portal, owner, context)
            {
                return taken
            }
            let id = Folder.id(portal, owner, name)
            for item in deployment.content(ofPortal: index, context) where item.owner == owner && item.folder == name {
                deployment.change(item: item.id, portal: index) { $0.folder = title }
            }
            deployment.portals[index].folders.removeAll { $0.owner == owner && $0.name == name }
            deployment.portals[index].folders.append(.init(owner: owner, name: title))
            deployment.portals[index].content.folderIDs["\(owner)/\(name)"] = nil
            deployment.portals[index].content.folderIDs["\(owner)/\(title)"] = id
            return .json(
                .object([
                    .init("success", .bool(true)),
                    .init("folder", Folder.json(deployment.portals[index], owner, title, hasDate: false)),
                ]))
        }
    }

    private static func folder(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int, String, String) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                let id = context.names["folder"] ?? ""
                guard let name = UserContent.named(id, deployment.portals[index], owner) else {
                    return UserContent.noFolder(id, deployment.portals[index], owner, context)
                }
                return body(&deployment, context, index, owner, name)
            }
        }
    }
}
