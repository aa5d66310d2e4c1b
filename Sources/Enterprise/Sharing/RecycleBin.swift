// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The recycle bin: `delete` and `deleteItems` move items there for 14 days, from where `restore` brings them back.
///
/// ArcGIS Online has it since 2024, a portal of 11.3 and later where `recycleBinEnabled` is set.
enum RecycleBin {
    static let rows: [Sharing.Both] =
        ["items/{id}", "{folder}/items/{id}"].flatMap { path in
            [
                row("\(path)/canRecycle", "Whether an item can go to the recycle bin.", "can-recycle-item", canRecycle),
                row("\(path)/canRestore", "Whether an item can come back.", "can-restore", canRestore),
                row("\(path)/restore", "Brings an item back from the recycle bin.", "restore", restore),
            ]
        } + [
            Sharing.Both(
                "content/portals/{id}", "The content of the organization, or of its recycle bin.",
                .reported("pypi.org/project/arcgis/2.4.4 reads it with inRecycleBin=true"), ofOrganization
            ).from(.v11_3)
        ]

    private static func row(
        _ path: String, _ summary: String, _ page: String, _ handler: @escaping Route.Handler
    ) -> Sharing.Both {
        Sharing.Both("content/users/{username}/\(path)", summary, Sharing.documented(page), handler).from(.v11_3)
    }

    /// Returns whether deleted items go there.
    static func takes(_ portal: PortalState) -> Bool {
        let isSet = portal.properties?["recycleBinEnabled"]?.truth
        if portal.version.isOnline { return isSet ?? (portal.year >= 2024) }
        return portal.version >= .v11_3 && isSet == true
    }

    private static func index(_ deployment: Deployment, _ context: RequestContext, _ portal: Int) -> Int? {
        let id = context.names["id"] ?? ""
        return deployment.portals[portal].content.recycled.firstIndex {
            $0.item.id == id && $0.item.owner == context.names["username"] && $0.isThere(at: context.now)
        }
    }

    /// Deletes an item: into the bin, or for good if `permanentDelete` says so or it is there already.
    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let portal) = context.site, index(deployment, context, portal) != nil else {
            return ItemEdits.delete(&deployment, &context)
        }
        return recycled(&deployment, &context) { deployment, context, portal, number in
            let id = deployment.portals[portal].content.recycled.remove(at: number).item.id
            return .json(.object([.init("success", .bool(true)), .init("itemId", .string(id))]))
        }
    }

    private static func canRecycle(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.owned(&deployment, &context) { deployment, context, portal, _, _, item in
            guard takes(deployment.portals[portal]), !item.isProtected else {
                return no(
                    item.id, Sharing.ContentErrorBodies.notRecyclable, Sharing.ContentRules.notRecyclable,
                    takes(deployment.portals[portal])
                        ? "the item after unprotect" : "an organization with recycleBinEnabled: true")
            }
            return yes(item.id)
        }
    }

    private static func canRestore(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        recycled(&deployment, &context, isPosted: false) { deployment, _, portal, number in
            yes(deployment.portals[portal].content.recycled[number].item.id)
        }
    }

    private static func restore(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        recycled(&deployment, &context) { deployment, context, portal, number in
            var entry = deployment.portals[portal].content.recycled[number]
            let owner = entry.item.owner ?? ""
            entry.item.folder = nil
            if let id = context.parameters.given("folder"), id != "/" {
                guard let name = UserContent.named(id, deployment.portals[portal], owner) else {
                    return UserContent.noFolder(id, deployment.portals[portal], owner, context)
                }
                entry.item.folder = name
            }
            deployment.portals[portal].content.recycled.remove(at: number)
            deployment.restore(entry, portal: portal)
            return yes(entry.item.id)
        }
    }

    private static func ofOrganization(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: "portal:admin:viewItems") { deployment, context, portal in
            let caller = deployment.portals[portal].accounts.number(named: context.caller ?? "")
                .map { Caller.member(portal: portal, account: $0) }
            let items =
                isAsked(context)
                ? contents(deployment, context, portal, owner: nil) : deployment.content(ofPortal: portal, context)
            let page = ResultPage(context.parameters, total: items.count)
            let list = items[page.range].map {
                Item.json($0, deployment, context, portal, caller ?? .anonymous, in: .member)
            }
            return .json(.object(page.members + [.init("items", .array(list))]))
        }
    }

    /// Returns whether a listing is to be of the bin.
    static func isAsked(_ context: RequestContext) -> Bool {
        ASCII.equal(context.parameters["inrecyclebin"] ?? "", "true")
    }

    /// Returns the items in the bin, last deleted first.
    static func contents(
        _ deployment: Deployment, _ context: RequestContext, _ portal: Int, owner: String?
    ) -> [ContentItem] {
        deployment.portals[portal].content.recycled.reversed()
            .filter { $0.isThere(at: context.now) && (owner == nil || $0.item.owner == owner) }.map(\.item)
    }

    /// Runs `body` with the place of the item in the bin.
    private static func recycled(
        _ deployment: inout Deployment, _ context: inout RequestContext, isPosted: Bool = true,
        _ body: (inout Deployment, RequestContext, Int, Int) -> Outcome
    ) -> Outcome {
        func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
            UserContent.answer(&deployment, &context) { deployment, context, portal, _, owner in
                guard let number = index(deployment, context, portal) else {
                    let id = context.names["id"] ?? ""
                    return no(
                        id, Sharing.ContentErrorBodies.notRestorable.about(id), Sharing.ContentRules.notRestorable,
                        "an item of content/users/\(owner)?inRecycleBin=true")
                }
                return body(&deployment, context, portal, number)
            }
        }
        return isPosted
            ? ItemEdits.posted(&context) { answer(&deployment, &$0) } : answer(&deployment, &context)
    }

    private static func yes(_ id: String) -> Outcome {
        .json(.object([.init("itemId", .string(id)), .init("success", .bool(true))]))
    }

    /// What cannot be done is told beside the id, not in place of it (documented).
    private static func no(_ id: String, _ body: ErrorBody, _ rule: Rule, _ wouldPass: String) -> Outcome {
        Outcome(
            body: .json(
                .object([
                    .init("itemId", .string(id)), .init("success", .bool(false)),
                    .init("error", body.json["error"] ?? .null),
                ])), verdict: [Verdict(rule, facts: [.init("item", id)], wouldPass: wouldPass)])
    }
}

extension Deployment {
    /// Deletes an item as its owner asks: into the recycle bin where there is one, else for good.
    mutating func discard(item id: String, portal index: Int, _ context: RequestContext) {
        let isPermanent = ASCII.equal(context.parameters["permanentdelete"] ?? "", "true")
        guard RecycleBin.takes(portals[index]), !isPermanent, let item = item(id, ofPortal: index, context) else {
            return delete(item: id, portal: index)
        }
        var kept = item
        if let number = written(id, index) { kept = portals[index].items[number] }
        var entry = RecycledItem(item: kept, deleted: context.now, resources: portals[index].resources[id] ?? [])
        if let (server, service, type) = service(ofItem: id, index) {
            let state = servers[server].services[service]
            entry.service = RecycledItem.Service(
                server: servers[server].name, name: state.name, type: type, running: state.running)
        }
        delete(item: id, portal: index)
        portals[index].content.recycled.removeAll { !$0.isThere(at: context.now) }
        portals[index].content.recycled.append(entry)
    }

    fileprivate mutating func restore(_ entry: RecycledItem, portal index: Int) {
        portals[index].items.append(entry.item)
        if !entry.resources.isEmpty { portals[index].resources[entry.item.id] = entry.resources }
        guard let service = entry.service, let server = servers.firstIndex(where: { $0.name == service.server }),
            let number = servers[server].services.firstIndex(where: { $0.name == service.name })
        else { return }
        servers[server].services[number].types.append(service.type)
        servers[server].services[number].running = service.running
    }
}
