// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `share` and `unshare` of one item, and `shareItems` and `unshareItems` of several. They require POST.
///
/// The service of an item is shared with it: a federated server asks the portal.
enum ItemSharing {
    /// A change of an item's sharing that returns the groups for which it failed.
    typealias Change = @Sendable (inout Deployment, RequestContext, Int, ContentItem) -> JSON.Member

    /// Returns a handler below `content/users/{username}/items/{id}`.
    static func own(_ change: @escaping Change) -> Route.Handler {
        { deployment, context in
            ItemEdits.posted(&context) { context in
                UserContent.owned(&deployment, &context) { deployment, context, index, _, _, item in
                    .json(.object([change(&deployment, context, index, item), .init("itemId", .string(item.id))]))
                }
            }
        }
    }

    /// Returns a handler below `content/items/{id}`, which clients use to share items of others.
    static func anyones(_ change: @escaping Change) -> Route.Handler {
        { deployment, context in
            ItemEdits.posted(&context) { context in
                Item.answer(&deployment, &context) { deployment, context, index, caller, item in
                    let owner = item.owner.flatMap { deployment.portals[index].accounts.number(named: $0) } ?? 0
                    if caller == .anonymous { return SharingDoor.required("content/items/\(item.id)/share", context) }
                    if let refused = UserContent.refuse(&deployment, &context, index, caller, owner) { return refused }
                    return .json(
                        .object([change(&deployment, context, index, item), .init("itemId", .string(item.id))]))
                }
            }
        }
    }

    /// Returns a handler for several items. `items` is an array; items of other members fail individually.
    static func several(_ name: String, _ change: @escaping Change) -> Route.Handler {
        { deployment, context in
            ItemEdits.posted(&context) { context in
                UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                    let results = ItemEdits.list(context.parameters.given("items")).map { id in
                        let item = deployment.item(id, ofPortal: index, context)
                        guard let item, item.owner == owner else {
                            let error = Sharing.ErrorBodies.severalMissing.json["error"] ?? .null
                            return JSON.object([
                                .init("itemId", .string(id)), .init("success", .bool(false)),
                                .init(name, .array([])), .init("error", error),
                            ])
                        }
                        let result = change(&deployment, context, index, item)
                        return .object([.init("itemId", .string(id)), .init("success", .bool(true)), result])
                    }
                    return .json(.object([.init("results", .array(results))]))
                }
            }
        }
    }

    /// `everyone` and `org` replace the access; without them, only groups are added.
    static let share: Change = { deployment, context, index, item in
        let portal = deployment.portals[index]
        let asked = ItemEdits.list(context.parameters.given("groups"))
        let known = asked.filter { id in portal.groups.contains { $0.id == id } }
        let isWhole = ["everyone", "org", "account"].contains { context.parameters[$0] != nil }
        if isWhole {
            let access: Scenario.Access =
                isTrue(context, "everyone")
                ? .everyone : isTrue(context, "org") || isTrue(context, "account") ? .organization : .owner
            deployment.share(item.id, index, access, groups: known)
        } else {
            let groups = item.groups + known.filter { !item.groups.contains($0) }
            deployment.share(item.id, index, item.accessWithoutGroups, groups: groups)
        }
        return .init("notSharedWith", .strings(asked.filter { !known.contains($0) }))
    }

    static let unshare: Change = { deployment, context, index, item in
        let asked = ItemEdits.list(context.parameters.given("groups"))
        let kept = item.groups.filter { !asked.contains($0) }
        deployment.share(item.id, index, item.accessWithoutGroups, groups: kept)
        return .init("notUnsharedFrom", .strings(asked.filter { !item.groups.contains($0) }))
    }

    private static func isTrue(_ context: RequestContext, _ name: String) -> Bool {
        ASCII.equal(context.parameters[name] ?? "", "true")
    }
}

extension ContentItem {
    fileprivate var accessWithoutGroups: Scenario.Access { accessWord == "shared" ? .owner : access }
}

extension Deployment {
    /// Shares an item. `access` excludes the groups, which are added.
    fileprivate mutating func share(_ id: String, _ portal: Int, _ access: Scenario.Access, groups: [String]) {
        let whole = access == .owner && !groups.isEmpty ? .groups(groups) : access
        let others = access == .owner ? [] : groups
        let service = service(ofItem: id, portal)
        if let service, !others.isEmpty, written(id, portal) == nil {
            let state = servers[service.server].services[service.service]
            portals[portal].items.append(serviceItem(service.server, state, service.type))
        }
        if let number = written(id, portal) {
            portals[portal].items[number].access = whole
            portals[portal].items[number].alsoSharedWith = others
        }
        if let service {
            servers[service.server].services[service.service].itemAccess = whole
            servers[service.server].services[service.service].access = whole
        }
    }
}
