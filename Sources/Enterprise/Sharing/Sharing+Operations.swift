// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The operations of the sharing API that change items, groups, members and the organization, and what they lead to.
extension Sharing {
    /// The router takes the first match, so these come before folders and items.
    static let operations: [Both] =
        contentOperations + ofItems + ofGroups + ofMembers + ofOrganization
        + ["items/{id}", "{folder}/items/{id}"].flatMap { path in
            ofAnItem.map { Both("content/users/{username}/\(path)/\($0.0)", $0.1, documented($0.2), $0.3) }
        }

    static func documented(_ page: String) -> Evidence {
        .documented("developers.arcgis.com/rest/users-groups-and-items/\(page)")
    }

    private static let ofAnItem: [(String, String, String, Route.Handler)] = [
        ("move", "Moves an item to another folder.", "move-item", ItemMoves.move),
        ("reassign", "Gives an item to another member.", "reassign-item", ItemMoves.reassign),
        ("protect", "Protects an item from deletion.", "protect", ItemMoves.protect(true)),
        ("unprotect", "Ends the protection from deletion.", "unprotect", ItemMoves.protect(false)),
        ("canDelete", "Whether an item may be deleted.", "can-delete", ItemMoves.canDelete),
        ("addResources", "Adds a resource to an item.", "add-resources", ResourceEdits.add),
        ("updateResources", "Replaces a resource of an item.", "update-resources", ResourceEdits.update),
        ("removeResources", "Removes a resource of an item.", "remove-resources", ResourceEdits.remove),
    ]

    private static let ofItems: [Both] = [
        Both(
            "content/users/{username}/moveItems", "Moves several items.", documented("move-items"),
            ItemMoves.moveSeveral),
        Both(
            "content/users/{username}/deleteItems", "Deletes several items.",
            .captured("docs/reference/sharing.md#s4"), ItemMoves.deleteSeveral),
        Both(
            "content/items/{id}/resources/{file}", "A resource of an item.", documented("item-resource"),
            ItemResources.resource),
        Both(
            "content/items/{id}/resources/{folder}/{file}", "A resource in a folder.", documented("item-resource"),
            ItemResources.resource),
    ]

    private static let ofGroups: [Both] = [
        Both(
            "community/createGroup", "Creates a group.", .captured("docs/reference/sharing.md#r1"), GroupEdits.create),
        Both(
            "community/groups/{id}/update", "Changes a group.", documented("update-group"), GroupEdits.update),
        Both("community/groups/{id}/delete", "Deletes a group.", documented("delete-group"), GroupEdits.delete),
        Both("community/groups/{id}/join", "Joins a group, or asks to.", documented("join-group"), GroupEdits.join),
        Both("community/groups/{id}/leave", "Leaves a group.", documented("leave-group"), GroupEdits.leave),
        Both(
            "community/groups/{id}/addUsers", "Adds members to a group.", documented("add-users-to-group"),
            GroupMembers.add),
        Both(
            "community/groups/{id}/removeUsers", "Removes members from a group.",
            documented("remove-users-from-group"), GroupMembers.remove),
        Both(
            "community/groups/{id}/updateUsers", "Makes members managers, or managers members.",
            documented("update-users"), GroupMembers.update),
        Both(
            "community/groups/{id}/invite", "Invites members to a group.", documented("invite-to-group"),
            GroupMembers.invite),
        Both(
            "community/groups/{id}/userList", "The members of a group, a page at a time.",
            .captured("docs/reference/sharing.md#r11"), GroupMembers.list),
    ]

    private static let ofMembers: [Both] = [
        Both(
            "community/users/{username}/notifications", "The member's notifications.",
            .captured("docs/reference/sharing.md#r13"), MemberInbox.notifications),
        Both(
            "community/users/{username}/notifications/{notification}/delete", "Deletes a notification.",
            .captured("docs/reference/sharing.md#r13"), MemberInbox.deleteNotification),
        Both(
            "community/users/{username}/invitations", "The invitations that wait for the member.",
            .captured("docs/reference/sharing.md#r12"), MemberInbox.invitations),
        Both(
            "community/users/{username}/invitations/{invitation}/accept", "Accepts an invitation.",
            documented("accept-invitation"), MemberInbox.answer(accepts: true)),
        Both(
            "community/users/{username}/invitations/{invitation}/decline", "Declines an invitation.",
            documented("decline-invitation"), MemberInbox.answer(accepts: false)),
        Both(
            "community/users/{username}/properties", "The member's properties.",
            .reported("docs/reference/sharing.md#u6"), UserEdits.properties),
        Both(
            "community/users/{username}/setProperties", "Sets the member's properties.",
            .reported("docs/reference/sharing.md#u6"), UserEdits.setProperties),
        Both(
            "community/users/{username}/update", "Changes a member's profile.", documented("update-user"),
            UserEdits.update),
        Both(
            "community/users/{username}/disable", "Disables a member.", .captured("docs/reference/sharing.md#u5"),
            UserEdits.disable(true)),
        Both(
            "community/users/{username}/enable", "Enables a member.", .captured("docs/reference/sharing.md#u5"),
            UserEdits.disable(false)),
        Both(
            "community/users/{username}/delete", "Deletes a member.", .captured("docs/reference/sharing.md#u5"),
            UserEdits.delete),
    ]

    private static let ofOrganization: [Both] = [
        Both(
            "accounts/self", "The older name of portals/self.", .captured("docs/reference/sharing.md#u18"),
            PortalSelf.answer),
        Both(
            "portals/{id}/update", "Changes settings of the organization.",
            .reported("docs/reference/enterprise-logins.md#the-configuration-api"), OrganizationEdits.update),
        Both(
            "portals/{id}/createNotification", "Sends a notification to members.", documented("create-notification"),
            OrganizationEdits.createNotification),
        Both(
            "portals/{id}/subscriptionInfo", "The organization's subscription.",
            .captured("docs/reference/sharing.md#u15"), SubscriptionInfo.answer),
    ]
}
