// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `protect`, `unprotect` and `reassign` of a group, and its notifications.
enum GroupOwnership {
    /// Returns a handler that protects a group from deletion, or ends that.
    static func protect(_ isProtected: Bool) -> Route.Handler {
        { deployment, context in
            GroupEdits.managed(&deployment, &context) { deployment, _, index, number in
                deployment.portals[index].groups[number].isProtected = isProtected
                return SharingDoor.done()
            }
        }
    }

    /// Gives a group to another member, who becomes its owner; the old one stays as a manager (inferred).
    static func reassign(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context, needs: "portal:admin:reassignGroups") {
            deployment, context, index, number in
            let name = context.parameters.given("targetusername") ?? ""
            guard let target = deployment.portals[index].accounts.number(named: name),
                deployment.portals[index].may(target, Privileges.createGroup)
            else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.targetUser, Sharing.Rules.targetUser, [("targetUsername", name)],
                    "the exact name of a member who may create groups", context)
            }
            var group = deployment.portals[index].groups[number]
            let old = group.owner
            group.remove(name)
            group.owner = name
            if let old, old != name { group.admins.append(old) }
            deployment.portals[index].groups[number] = group
            return SharingDoor.done([.init("groupId", .string(group.id))])
        }
    }

    /// Sends a message to members of the group, or to those who are named.
    static func notify(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, context, index, number in
            let group = deployment.portals[index].groups[number]
            let people = Set([group.owner].compactMap(\.self) + group.admins + group.members)
            let named = NameList.read(context.parameters.given("users"))
            let isAll = ASCII.equal(context.parameters.given("notifyall") ?? "", "true") || named.isEmpty
            let data = JSON.object([
                .init("fromUser", .orNull(context.caller)), .init("subject", .orNull(context.parameters["subject"])),
                .init("message", .orNull(context.parameters["message"])),
            ])
            for name in people.sorted() where isAll || named.contains(name) {
                deployment.notify(name, portal: index, "message_received", data, context)
            }
            return SharingDoor.done()
        }
    }
}
