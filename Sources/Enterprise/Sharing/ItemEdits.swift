// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// `addItem`, `update`, `delete` and `createFolder`: the operations that change a portal's content. They require POST.
enum ItemEdits {
    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, caller, owner in
                if let refused = PrivilegeDoor.refuse(
                    &deployment, &context, index, caller, needs: Privileges.createItem)
                {
                    return refused
                }
                let portal = deployment.portals[index]
                var folder: String?
                if let id = context.names["folder"] {
                    folder = UserContent.named(id, portal, owner)
                    if folder == nil { return UserContent.noFolder(id, portal, owner, context) }
                }
                let missing = ["title", "type"].filter { context.parameters.given($0) == nil }
                guard missing.isEmpty else {
                    return SharingDoor.Refused(
                        errorBody: Sharing.ErrorBodies.titleAndType,
                        verdict: Verdict(
                            Sharing.Rules.notGiven, facts: [.init("missing", missing.joined(separator: ", "))],
                            wouldPass: "title=…&type=…"), context
                    ).outcome
                }
                if let refused = refuse(deployment, context, index, owner, except: nil) { return refused }
                let id = deployment.newID()
                var item = ContentItem(id: id, title: "", type: "")
                item.owner = owner
                item.folder = folder
                item.access = .owner
                item.created = context.now
                item.typeKeywords = ContentItem.keywords(ofType: context.parameters.given("type") ?? "")
                item.change(context)
                deployment.portals[index].items.append(item)
                deployment.announce(item, portal: index, context)
                return .json(
                    .object([
                        .init("success", .bool(true)),
                        // Captured empty at the root, and before the id (docs/reference/sharing.md#s1).
                        .init("folder", .string(folder.map { Folder.id(portal, owner, $0) } ?? "")),
                        .init("id", .string(id)),
                    ]))
            }
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, id in
            let item = deployment.item(id, ofPortal: index, context)
            if let refused = refuse(deployment, context, index, item?.owner ?? "", except: item) {
                return .failure(Refused(outcome: refused))
            }
            if let number = deployment.written(id, index) {
                deployment.portals[index].items[number].change(context)
            } else if let (server, service, type) = deployment.service(ofItem: id, index) {
                var item = deployment.serviceItem(server, deployment.servers[server].services[service], type)
                item.change(context)
                deployment.portals[index].items.append(item)
            }
            if let item { deployment.announce(item, portal: index, context) }
            return .success([.init("success", .bool(true)), .init("id", .string(id))])
        }
    }

    /// Deletes an item and, as with hosted layers, its service.
    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, id in
            if deployment.item(id, ofPortal: index, context)?.isProtected ?? false {
                return .failure(Refused(outcome: protected(id, context)))
            }
            let views = deployment.service(ofItem: id, index).map {
                deployment.views(of: $0.service, atServer: $0.server)
            }
            if let views, !views.isEmpty {
                return .failure(
                    Refused(
                        outcome: SharingDoor.refused(
                            Sharing.ContentErrorBodies.hasViews, Sharing.ContentRules.hasViews,
                            [("item", id), ("views", views.joined(separator: ", "))], "the same once they are deleted",
                            context)))
            }
            deployment.discard(item: id, portal: index, context)
            return .success([.init("success", .bool(true)), .init("itemId", .string(id))])
        }
    }

    static func createFolder(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                guard let name = context.parameters.given("title") else { return notGiven("title", context) }
                let portal = deployment.portals[index]
                if let taken = folderTaken(name, portal, owner, context) { return taken }
                deployment.portals[index].folders.append(.init(owner: owner, name: name))
                return .json(
                    .object([
                        .init("success", .bool(true)),
                        .init("folder", Folder.json(portal, owner, name, hasDate: false)),
                    ]))
            }
        }
    }

    /// Returns the refusal of a title that a folder of the member has, in whatever case.
    static func folderTaken(
        _ title: String, _ portal: PortalState, _ owner: String, _ context: RequestContext
    ) -> Outcome? {
        let taken = UserContent.folders(portal, owner).first { $0.lowercased() == title.lowercased() }
        guard let taken else { return nil }
        return SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.folderTaken.about(title),
            verdict: Verdict(
                Sharing.Rules.folderTaken, facts: [.init("title", title), .init("taken", taken)],
                wouldPass: "another title, or the folder \(Folder.id(portal, owner, taken))"), context
        ).outcome
    }

    /// Returns the refusal to delete an item that is protected.
    static func protected(_ id: String, _ context: RequestContext) -> Outcome {
        let verdict = Verdict(
            Sharing.Rules.protected, facts: [.init("item", id)], wouldPass: "the item after unprotect")
        return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.protected, verdict: verdict, context).outcome
    }

    // MARK: the way in

    /// Runs `body` for a POST; answers GET with the portal's 405.
    static func posted(_ context: inout RequestContext, _ body: (inout RequestContext) -> Outcome) -> Outcome {
        guard !context.isGet else {
            let verdict = Verdict(
                Sharing.Rules.method, facts: [.init("method", context.call.request.method)], wouldPass: "POST")
            return SharingDoor.Refused(errorBody: Tokens.ErrorBodies.methodNotSupported, verdict: verdict, context)
                .outcome
        }
        return body(&context)
    }

    private static func owned(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, String) -> Result<[JSON.Member], Refused>
    ) -> Outcome {
        posted(&context) { context in
            UserContent.owned(&deployment, &context) { deployment, context, index, _, _, item in
                switch body(&deployment, &context, index, item.id) {
                case .success(let members): .json(.object(members))
                case .failure(let refused): refused.outcome
                }
            }
        }
    }

    private struct Refused: Error {
        var outcome: Outcome
    }

    /// Returns the refusal of a file whose name another item of the member has, or of text that is not JSON.
    private static func refuse(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ owner: String, except item: ContentItem?
    ) -> Outcome? {
        let release = deployment.portals[index].release
        let file = context.parameters.files.first { $0.name == "file" }
        if let full = Quota.refuse(deployment, context, index, owner, adding: (file?.bytes.count ?? 0)) { return full }
        // A file in parts is announced by its name alone.
        let isInParts = ASCII.equal(context.parameters["multipart"] ?? "", "true")
        if let name = file?.fileName ?? (isInParts ? context.parameters.given("filename") : nil) {
            let taken = deployment.portals[index].items.first {
                $0.owner == owner && $0.id != item?.id && $0.hasFile && $0.name == name
            }
            if let taken {
                // The words changed between 2015 and 2020.
                let isOld = release.version.isOnline ? release.year < 2018 : release.version < .v10_7
                let errorBody =
                    isOld ? Sharing.ErrorBodies.fileNameTakenBefore : Sharing.ErrorBodies.fileNameTaken
                return SharingDoor.Refused(
                    errorBody: errorBody.about(name),
                    verdict: Verdict(
                        Sharing.Rules.fileNameTaken, facts: [.init("file", name), .init("item", taken.id)],
                        wouldPass: "a file of another name"), context
                ).outcome
            }
        }
        let isStrict = release.version.isOnline ? release.year >= 2024 : release.version >= .v11_4
        let type = context.parameters.given("type") ?? item?.type ?? ""
        guard isStrict, ContentItem.typesOfJSON.contains(type), let text = context.parameters.given("text"),
            (try? JSONReader.read(Array(text.utf8))) == nil
        else { return nil }
        return SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.textNotJSON,
            verdict: Verdict(
                Sharing.Rules.textNotJSON, facts: [.init("type", type), .init("text", String(text.prefix(100)))],
                wouldPass: "JSON"), context
        ).outcome
    }

    static func notGiven(_ name: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notGiven.about(name),
            verdict: Verdict(Sharing.Rules.notGiven, facts: [.init("missing", name)], wouldPass: "\(name)=…"), context
        ).outcome
    }

    static func list(_ text: String?) -> [String] {
        text?.split(separator: ",").map { ASCII.trimmed(String($0)) } ?? []
    }
}

extension Deployment {
    /// Deletes an item and, as with hosted layers, its service.
    mutating func delete(item id: String, portal index: Int) {
        let service = service(ofItem: id, index)
        if let number = written(id, index) { portals[index].items.remove(at: number) }
        portals[index].content.forget(id)
        portals[index].resources[id] = nil
        if let (server, service, type) = service {
            servers[server].services[service].types.removeAll { $0 == type }
            if servers[server].services[service].types.isEmpty { servers[server].services[service].running = .missing }
        }
    }

    /// Notes that an item's file comes in parts, or that it was sent to be taken later.
    mutating func announce(_ item: ContentItem, portal index: Int, _ context: RequestContext) {
        if ASCII.equal(context.parameters["multipart"] ?? "", "true") {
            portals[index].content.partial.insert(item.id)
            portals[index].content.parts[item.id] = nil
        } else if ASCII.equal(context.parameters["async"] ?? "", "true"), !context.parameters.files.isEmpty {
            begin(.upload, of: item.id, portal: index, context)
        }
    }

    /// Changes an item. That of a service is written down first.
    mutating func change(item id: String, portal index: Int, _ body: (inout ContentItem) -> Void) {
        if written(id, index) == nil, let (server, service, type) = service(ofItem: id, index) {
            portals[index].items.append(serviceItem(server, servers[server].services[service], type))
        }
        if let number = written(id, index) { body(&portals[index].items[number]) }
    }
}

extension ContentItem {
    /// The types whose text is JSON: maps, apps and what is made of layers.
    static let typesOfJSON: Set = [
        "Web Map", "Web Scene", "Web Mapping Application", "Web Experience", "Dashboard", "StoryMap", "Form",
        "Feature Service", "Map Service", "Feature Collection", "Feature Collection Template", "Hub Site Application",
        "Hub Page", "Solution",
    ]

    /// A Boolean value that indicates whether the data came as a file.
    var hasFile: Bool { if case .file = data { true } else { false } }
}
