// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `resources/export` of an item, and `replaceService` of two.
enum ItemPackages {
    static let rows: [Sharing.Both] =
        [
            Sharing.Both(
                "content/items/{id}/resources/export", "The resources of an item in a ZIP file.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/export-item-resources"), exportOfItem),
            Sharing.Both(
                "content/users/{username}/replaceService", "Puts one hosted service in the place of another.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/replace-service"), replace
            ).from(.v10_6),
        ]
        + ["items/{id}", "{folder}/items/{id}"].map { path in
            Sharing.Both(
                "content/users/{username}/\(path)/resources/export", "The resources of an item in a ZIP file.",
                .reported("pypi.org/project/arcgis/2.4.4 asks for it there"), exportOfOwn)
        }

    private static func exportOfItem(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, _, index, _, item in
            archive(deployment.portals[index].resources[item.id] ?? [])
        }
    }

    private static func exportOfOwn(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.owned(&deployment, &context) { deployment, _, index, _, _, item in
            archive(deployment.portals[index].resources[item.id] ?? [])
        }
    }

    private static func archive(_ resources: [ItemResource]) -> Outcome {
        let bytes = ZIPWriter.archive(resources.map { ($0.name, $0.bytes) })
        return Outcome(
            body: .bytes(bytes, type: "application/zip"),
            fields: [.init("Content-Disposition", "attachment; filename=\"resources.zip\"")])
    }

    // MARK: replaceService

    private typealias Found = (server: Int, service: Int, type: String)

    private static func replace(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, caller, owner in
                if let refused = PrivilegeDoor.refuse(
                    &deployment, &context, index, caller, needs: Privileges.publishing)
                {
                    return refused
                }
                let given = context.parameters
                let ids = ["toreplaceitemid", "replacementitemid"].map { given.given($0) ?? "" }
                for (name, id) in zip(["toReplaceItemId", "replacementItemId"], ids) where id.isEmpty {
                    return SharingDoor.notGiven(name, context)
                }
                let own = ids.map { id in deployment.item(id, ofPortal: index, context)?.owner == owner }
                guard own == [true, true], ids[0] != ids[1],
                    let old = deployment.service(ofItem: ids[0], index),
                    let new = deployment.service(ofItem: ids[1], index), old.server == new.server, old.type == new.type
                else {
                    return refused(
                        "the items are no two services of one kind on one server that are \(owner)'s", ids, context)
                }
                let plain = deployment.servers[old.server].services[old.service].plainName
                let stamp = ISO8601.format(context.now).filter(\.isNumber)
                let archive = given.given("replacedservicename") ?? "\(plain)_archive_\(stamp)"
                guard !deployment.isTaken(archive, ContentItem.type(ofService: old.type), ofPortal: index) else {
                    return refused("the organization has a service \"\(archive)\"", ids, context)
                }
                if ASCII.equal(given["replacemetadata"] ?? "", "true"),
                    let shown = deployment.item(ids[1], ofPortal: index, context)
                {
                    deployment.change(item: ids[0], portal: index) { item in
                        (item.thumbnail, item.tags) = (shown.thumbnail, shown.tags)
                        (item.description, item.snippet) = (shown.description, shown.snippet)
                    }
                }
                deployment.replace(old, by: new, ids, as: archive, portal: index, context)
                return SharingDoor.done()
            }
        }
    }

    private static func refused(_ reason: String, _ ids: [String], _ context: RequestContext) -> Outcome {
        SharingDoor.refused(
            Sharing.ContentErrorBodies.notReplaceable.about(reason), Sharing.ContentRules.notReplaceable,
            [("toReplaceItemId", ids[0]), ("replacementItemId", ids[1]), ("reason", reason)],
            "the ids of two hosted services of the member", context)
    }
}

extension Deployment {
    /// Lets two services change what they serve; the old content is kept under another name, by the item of the new one.
    fileprivate mutating func replace(
        _ old: (server: Int, service: Int, type: String), by new: (server: Int, service: Int, type: String),
        _ ids: [String], as archive: String, portal index: Int, _ context: RequestContext
    ) {
        let server = old.server
        for id in ids { change(item: id, portal: index) { $0.modified = context.now } }
        var (served, kept) = (servers[server].services[new.service].map, servers[server].services[old.service].map)
        (served.itemID, kept.itemID) = (kept.itemID, served.itemID)
        served.name = servers[server].services[old.service].name
        let folder = servers[server].services[old.service].folder
        kept.name = folder.isEmpty ? archive : "\(folder)/\(archive)"
        servers[server].services[old.service].map = served
        servers[server].services[new.service].map = kept
        servers[server].services[new.service].name = kept.name
        let url = "{server.\(servers[server].name)}/rest/services/\(kept.name)/\(new.type)"
        let isNew = ASCII.equal(context.parameters["createnewitem"] ?? "", "true")
        let id = isNew ? newID() : ids[1]
        change(item: ids[1], portal: index) { item in
            (item.id, item.title, item.name, item.url) = (id, archive, archive, url)
        }
        recentRoutes.removeAll()
    }
}
