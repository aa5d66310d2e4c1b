import Facts
import Formats

/// `content/users/{username}`: what is a member's, by folders. For the member and administrators.
enum UserContent {
    static func root(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        answer(&deployment, &visit) { deployment, visit, place, caller, owner in
            list(deployment, visit, place, caller, owner, folder: nil)
        }
    }

    static func folder(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        answer(&deployment, &visit) { deployment, visit, place, caller, owner in
            let id = visit.names["folder"] ?? ""
            guard let name = named(id, deployment.portals[place], owner) else {
                return noFolder(id, deployment.portals[place], owner, visit)
            }
            return list(deployment, visit, place, caller, owner, folder: name)
        }
    }

    /// `content/users/{username}/items/{id}`, with or without a folder: the item, and whom it is shared with.
    static func item(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        owned(&deployment, &visit) { deployment, visit, place, caller, _, item in
            let folder = item.folder.map { Folder.json(deployment.portals[place], item.owner ?? "", $0) }
            return .json(
                .object([
                    .init("item", Item.json(item, deployment, visit, place, caller, isOwn: true)),
                    .init(
                        "sharing",
                        .object([
                            .init("access", .string(item.accessWord)), .init("groups", .strings(item.groups)),
                        ])),
                    .init("folder", folder ?? .null),
                ]))
        }
    }

    /// `status`: of an item whose data came with it.
    static func status(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        owned(&deployment, &visit) { _, _, _, _, _, item in
            .json(
                .object([
                    .init("status", .string("completed")), .init("statusMessage", .string("completed")),
                    .init("itemId", .string(item.id)),
                ]))
        }
    }

    /// Passes the door and finds the item among the member's own.
    static func owned(
        _ deployment: inout Deployment, _ visit: inout Visit,
        _ body: (inout Deployment, inout Visit, Int, Caller, String, ContentItem) -> Outcome
    ) -> Outcome {
        answer(&deployment, &visit) { deployment, visit, place, caller, owner in
            let id = visit.names["id"] ?? ""
            let item = deployment.item(id, ofPortal: place, visit)
            let portal = deployment.portals[place]
            // Without a folder in the path it is found wherever it is; with one it must be there.
            let isThere = visit.names["folder"].map { id in
                item?.folder.map { Folder.id(portal.name, owner, $0) } == id
            }
            guard let item, item.owner == owner, isThere ?? true else {
                return SharingDoor.Refused(
                    words: item == nil ? Sharing.Said.itemMissing : Sharing.Said.notInFolder,
                    because: Because(
                        item == nil ? Sharing.Rules.itemMissing : Sharing.Rules.notInFolder,
                        facts: [
                            .init("item", id), .init("owner", item?.owner ?? "there is no such item"),
                            .init("username", owner), .init("folder", item?.folder ?? "the root"),
                        ], wouldPass: "an item of \(owner)'s, by its own folder or by none"), visit
                ).outcome
            }
            return body(&deployment, &visit, place, caller, owner, item)
        }
    }

    /// Passes the door, and answers with what `body` says of the member's content.
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit,
        _ body: (inout Deployment, inout Visit, Int, Caller, String) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            guard caller != .anonymous else { return SharingDoor.required("content/users", visit) }
            let name = visit.names["username"] ?? ""
            guard let number = deployment.portals[place].accounts.number(named: name) else {
                return CommunityUser.missing(name, deployment, visit, caller)
            }
            if let refused = refuse(&deployment, &visit, place, caller, number) { return refused }
            return body(&deployment, &visit, place, caller, deployment.portals[place].accounts[number].username)
        }
    }

    /// 403 for whoever is neither the member nor an administrator.
    static func refuse(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ caller: Caller, _ number: Int
    ) -> Outcome? {
        let accounts = deployment.portals[place].accounts
        if case .member(_, let own) = caller, own == number || accounts[own].isAdministrator { return nil }
        return SharingDoor.forbidden(
            &visit,
            Because(
                Sharing.Rules.othersContent,
                facts: [
                    .init("username", accounts[number].username),
                    .init("caller", deployment.name(of: caller) ?? "anonymous"),
                ], wouldPass: "a token of \(accounts[number].username) or of an administrator"))
    }

    private static func list(
        _ deployment: Deployment, _ visit: Visit, _ place: Int, _ caller: Caller, _ owner: String, folder: String?
    ) -> Outcome {
        let portal = deployment.portals[place]
        let items = deployment.content(ofPortal: place, visit).filter { $0.owner == owner && $0.folder == folder }
        let page = ResultPage(visit.parameters, total: items.count)
        var members: [JSON.Member] = [.init("username", .string(owner))]
        members += page.members
        members.append(.init("currentFolder", folder.map { Folder.json(portal, owner, $0) } ?? .null))
        members.append(
            .init(
                "items", .array(items[page.range].map { Item.json($0, deployment, visit, place, caller, isOwn: true) }))
        )
        if folder == nil {
            members.append(.init("folders", .array(folders(portal, owner).map { Folder.json(portal, owner, $0) })))
        }
        return .json(.object(members))
    }

    static func folders(_ portal: PortalState, _ owner: String) -> [String] {
        let made = portal.folders.filter { $0.owner == owner }.map(\.name)
        let used = portal.items.filter { $0.owner == owner }.compactMap(\.folder)
        return Set(made + used).sorted()
    }

    static func named(_ id: String, _ portal: PortalState, _ owner: String) -> String? {
        folders(portal, owner).first { Folder.id(portal.name, owner, $0) == id }
    }

    static func noFolder(_ id: String, _ portal: PortalState, _ owner: String, _ visit: Visit) -> Outcome {
        let known = folders(portal, owner).map { Folder.id(portal.name, owner, $0) }
        return SharingDoor.Refused(
            words: Sharing.Said.folderMissing,
            because: Because(
                Sharing.Rules.folderMissing, facts: [.init("folder", id), .init("owner", owner)],
                wouldPass: known.isEmpty
                    ? "content/users/\(owner): there are no folders" : "one of \(known.joined(separator: ", "))"), visit
        ).outcome
    }
}
