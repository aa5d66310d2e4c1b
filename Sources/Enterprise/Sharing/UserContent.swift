// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `content/users/{username}`: a member's content by folder, for the member and administrators.
enum UserContent {
    static func root(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context) { deployment, context, index, caller, owner in
            list(deployment, context, index, caller, owner, folder: nil)
        }
    }

    static func folder(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context) { deployment, context, index, caller, owner in
            let id = context.names["folder"] ?? ""
            guard let name = named(id, deployment.portals[index], owner) else {
                // A word is no folder's id: real systems have no operation of that name.
                guard Folder.isID(id) else {
                    return SharingDoor.noResource(
                        [.init("path", context.route.path), .init("word", id)],
                        "an operation of content/users/\(owner), or the id of a folder", context)
                }
                return noFolder(id, deployment.portals[index], owner, context)
            }
            return list(deployment, context, index, caller, owner, folder: name)
        }
    }

    /// `content/users/{username}/items/{id}`, with or without a folder: the item and its sharing.
    static func item(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, caller, _, item in
            let folder = item.folder.map { Folder.json(deployment.portals[index], item.owner ?? "", $0) }
            return .json(
                .object([
                    .init("item", Item.json(item, deployment, context, index, caller, in: .own)),
                    .init(
                        "sharing",
                        .object([
                            .init("access", .string(item.accessWord)), .init("groups", .strings(item.groups)),
                        ])),
                    .init("folder", folder ?? .null),
                ]))
        }
    }

    /// Checks the door and finds the item among the member's own.
    static func owned(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Caller, String, ContentItem) -> Outcome
    ) -> Outcome {
        answer(&deployment, &context) { deployment, context, index, caller, owner in
            let id = context.names["id"] ?? ""
            let item = deployment.item(id, ofPortal: index, context)
            let portal = deployment.portals[index]
            // Without a folder in the path the item is found anywhere, but for operations of ArcGIS Online
            // (docs/reference/sharing.md#i12); with one, it must be there.
            let isAtRoot = portal.version.isOnline && !context.isGet ? item.map { $0.folder == nil } : nil
            let isThere =
                context.names["folder"].map { id in item?.folder.map { Folder.id(portal, owner, $0) } == id }
                ?? isAtRoot
            guard let item, item.owner == owner, isThere ?? true else {
                return SharingDoor.Refused(
                    errorBody: item == nil ? Sharing.ErrorBodies.itemMissing : Sharing.ErrorBodies.notInFolder,
                    verdict: Verdict(
                        item == nil ? Sharing.Rules.itemMissing : Sharing.Rules.notInFolder,
                        facts: [
                            .init("item", id), .init("owner", item?.owner ?? "there is no such item"),
                            .init("username", owner), .init("folder", item?.folder ?? "the root"),
                        ], wouldPass: "an item of \(owner), under its own folder or none"), context
                ).outcome
            }
            return body(&deployment, &context, index, caller, owner, item)
        }
    }

    /// Checks the door and answers with the result of `body` for the member's content.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Caller, String) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("content/users", context) }
            let name = context.names["username"] ?? ""
            guard let number = deployment.portals[index].accounts.number(named: name) else {
                return CommunityUser.missing(name, deployment, context, caller)
            }
            if let refused = refuse(&deployment, &context, index, caller, number) { return refused }
            return body(&deployment, &context, index, caller, deployment.portals[index].accounts[number].username)
        }
    }

    /// Returns 403 for a caller who is neither the member nor an administrator.
    static func refuse(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ caller: Caller, _ number: Int
    ) -> Outcome? {
        let accounts = deployment.portals[index].accounts
        if case .member(_, let own) = caller, own == number || accounts[own].isAdministrator { return nil }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                Sharing.Rules.othersContent,
                facts: [
                    .init("username", accounts[number].username),
                    .init("caller", deployment.name(of: caller) ?? "anonymous"),
                ], wouldPass: "a token of \(accounts[number].username) or an administrator"))
    }

    private static func list(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ caller: Caller, _ owner: String,
        folder: String?
    ) -> Outcome {
        let portal = deployment.portals[index]
        // Clients of the recycle bin ask for all folders at once (pypi.org/project/arcgis/2.4.4).
        let isWhole = ASCII.equal(context.parameters["folderscontent"] ?? "", "true")
        let items =
            RecycleBin.isAsked(context) && RecycleBin.takes(portal)
            ? RecycleBin.contents(deployment, context, index, owner: owner)
            : deployment.content(ofPortal: index, context) {
                $0.owner == owner && ($0.folder == folder || isWhole && folder == nil)
            }
        let page = ResultPage(context.parameters, total: items.count)
        var members: [JSON.Member] = [.init("username", .string(owner))]
        // The number of those that are returned, as of an empty account (docs/reference/sharing.md#s9).
        members += page.members.map { $0.name == "num" ? .init("num", .int(page.range.count)) : $0 }
        members.append(.init("currentFolder", folder.map { Folder.json(portal, owner, $0) } ?? .null))
        members.append(
            .init(
                "items",
                .array(items[page.range].map { Item.json($0, deployment, context, index, caller, in: .member) }))
        )
        if folder == nil {
            members.append(.init("folders", .array(folders(portal, owner).map { Folder.json(portal, owner, $0) })))
        }
        return .json(.object(members))
    }

    static func folders(_ portal: PortalState, _ owner: String) -> [String] {
        var names = Set(portal.folders.filter { $0.owner == owner }.map(\.name))
        let items = portal.items
        for number in items.indices where items[number].owner == owner {
            if let folder = items[number].folder { names.insert(folder) }
        }
        return names.sorted()
    }

    static func named(_ id: String, _ portal: PortalState, _ owner: String) -> String? {
        folders(portal, owner).first { Folder.id(portal, owner, $0) == id }
    }

    static func noFolder(_ id: String, _ portal: PortalState, _ owner: String, _ context: RequestContext) -> Outcome {
        let known = folders(portal, owner).map { Folder.id(portal, owner, $0) }
        return SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.folderMissing,
            verdict: Verdict(
                Sharing.Rules.folderMissing, facts: [.init("folder", id), .init("owner", owner)],
                wouldPass: known.isEmpty
                    ? "content/users/\(owner): there are no folders" : "one of \(known.joined(separator: ", "))"),
            context
        ).outcome
    }
}
