// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The thumbnails of members and groups: `info/{file}` and `deleteThumbnail`.
enum Thumbnails {
    /// Keeps an uploaded file, and returns its name.
    static func keep(
        _ file: ServiceRequest.File, _ owner: String, _ portal: inout PortalState, at now: Instant
    ) -> String {
        portal.thumbnails[owner] = ItemResource(name: file.fileName, type: file.type, bytes: file.bytes, created: now)
        return file.fileName
    }

    static func ofUser(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        CommunityUser.answer(&deployment, &context) { deployment, context, index, _, number in
            read("users/\(deployment.portals[index].accounts[number].username)", deployment.portals[index], context)
        }
    }

    static func ofGroup(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        CommunityGroup.answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) {
            deployment, context, index, _, group in
            read("groups/\(group.id)", deployment.portals[index], context)
        }
    }

    static func deleteOfUser(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.postedMember(&deployment, &context, needs: "portal:admin:updateUsers", isOwn: true) {
            deployment, _, index, number in
            let name = deployment.portals[index].accounts[number].username
            deployment.portals[index].thumbnails["users/\(name)"] = nil
            deployment.portals[index].accounts[number].profile["thumbnail"] = nil
            return SharingDoor.done([.init("username", .string(name))])
        }
    }

    static func deleteOfGroup(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, _, index, number in
            let id = deployment.portals[index].groups[number].id
            deployment.portals[index].thumbnails["groups/\(id)"] = nil
            deployment.portals[index].groups[number].thumbnail = nil
            return SharingDoor.done([.init("groupId", .string(id))])
        }
    }

    private static func read(_ owner: String, _ portal: PortalState, _ context: RequestContext) -> Outcome {
        let file = context.names["file"] ?? ""
        guard let kept = portal.thumbnails[owner], kept.name == file else {
            return SharingDoor.refused(
                Sharing.ErrorBodies.fileMissing, Sharing.Rules.fileMissing, [("owner", owner), ("file", file)],
                portal.thumbnails[owner].map { "info/\($0.name)" } ?? "an update with a thumbnail first", context)
        }
        return Outcome(body: .bytes(kept.bytes, type: FileType.of(file)))
    }
}
