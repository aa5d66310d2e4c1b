// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Resources and operations of the sharing API that stand for themselves.
enum SmallResources {
    private static let manual = "developers.arcgis.com/rest/users-groups-and-items/"
    private static let files = "community/users/{username}"

    static let rows: [Sharing.Both] =
        [
            root("community", "community-root"), root("content", "content-root"),
            root("content/features", "feature-content-root"), root("portals", "portals-root"),
            root("oauth2", "oauth2-root"),
            Sharing.Both(
                "\(files)/notifications/{notification}", "A notification.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/user-notification"),
                MemberInbox.notification),
            Sharing.Both(
                "\(files)/invitations/{invitation}", "An invitation.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/user-invitation"),
                MemberInbox.invitation),
            Sharing.Both(
                "\(files)/resources", "The member's files.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/user-app-resources"), list),
            Sharing.Both(
                "\(files)/addResource", "Adds a file.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/add-user-resource"), add),
            Sharing.Both(
                "\(files)/removeResource", "Removes it.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/remove-user-resource"), remove),
            Sharing.Both(
                "content/items/{id}/item.pkinfo", "Where to get a package.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/item-pkinfo"),
                packageInfo),
            Sharing.Both(
                "portals/{id}/checkUrlKeyAvailable", "Whether an organization's address is free.",
                .inferred("as isServiceNameAvailable"), isFree),
        ]
        + ["items/{id}", "{folder}/items/{id}"].flatMap { path in
            [
                Sharing.Both(
                    "content/users/{username}/\(path)/refresh", "Has clients read the item anew.",
                    .documented("developers.arcgis.com/rest/users-groups-and-items/refresh-item"), done),
                Sharing.Both(
                    "content/users/{username}/\(path)/createThumbnail", "Draws a thumbnail; the double draws none.",
                    .documented("developers.arcgis.com/rest/users-groups-and-items/create-thumbnail"), done),
            ]
        }

    /// A root, which is a page of links: as JSON it is empty (inferred).
    private static func root(_ path: String, _ page: String) -> Sharing.Both {
        Sharing.Both(path, "An empty object; what it has is below it.", Sharing.documented(page)) {
            deployment, context in
            SharingDoor.answer(&deployment, &context) { _, _, _, _ in .json(.object([])) }
        }
    }

    private static func done(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.owned(&deployment, &context) { deployment, context, index, _, _, item in
                deployment.change(item: item.id, portal: index) { $0.modified = context.now }
                return SharingDoor.done([.init("itemId", .string(item.id))])
            }
        }
    }

    private static func isFree(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalSelf.answer(&deployment, &context) { _, context, _, _ in
            guard let key = context.parameters.given("urlkey") else { return SharingDoor.notGiven("urlKey", context) }
            return .json(.object([.init("available", .bool(!ASCII.equal(key, PortalState.organizationID)))]))
        }
    }

    private static func packageInfo(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, _, item in
            let url = "\(deployment.url(ofPortal: index, context))/sharing/rest/content/items/\(item.id)"
            let root = XMLElement(
                "pkinfo", [("Version", "10.0")],
                [
                    XMLElement("pkLocation", [("location", "online")], text: "\(url)/data"),
                    XMLElement("packageLocation", text: url),
                ])
            let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(root.xml)"
            return Outcome(body: .bytes(Array(text.utf8), type: "application/xml;charset=utf-8"))
        }
    }

    // MARK: files of a member

    private static func key(_ owner: String, _ name: String) -> String { "users/\(owner)/\(name)" }

    private static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
            let prefix = key(owner, "")
            let files = deployment.portals[index].files.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }
            let page = ResultPage(context.parameters, total: files.count)
            let list = files[page.range].map { name, file in
                JSON.object([
                    .init("key", .string(String(name.dropFirst(prefix.count)))), .init("clientId", .string("portal")),
                    .init("created", .time(file.created)), .init("size", .int(file.bytes.count)),
                    .init("access", .string("userappprivate")),
                ])
            }
            return .json(.object(page.membersWithCount + [.init("userResources", .array(list))]))
        }
    }

    private static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                let file = context.parameters.files.first
                guard let name = context.parameters.given("key") ?? file?.fileName else {
                    return SharingDoor.notGiven("key", context)
                }
                guard let bytes = file?.bytes ?? context.parameters["text"].map({ Array($0.utf8) }) else {
                    return SharingDoor.notGiven("file", context)
                }
                deployment.portals[index].files[key(owner, name)] = ItemResource(
                    name: name, type: file?.type ?? "text/plain;charset=utf-8", bytes: bytes, created: context.now)
                return SharingDoor.done([.init("key", .string(name))])
            }
        }
    }

    private static func remove(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                let name = context.parameters.given("key") ?? ""
                guard deployment.portals[index].files.removeValue(forKey: key(owner, name)) != nil else {
                    return SharingDoor.refused(
                        Sharing.ErrorBodies.resourceMissing, Sharing.Rules.fileMissing, [("key", name)],
                        "a key of community/users/\(owner)/resources", context)
                }
                return SharingDoor.done([.init("key", .string(name))])
            }
        }
    }
}
