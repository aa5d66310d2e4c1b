// SPDX-License-Identifier: Apache-2.0

import Facts

/// The rules of roles, members, groups and policies of the organization.
extension Sharing.Rules {
    /// A restriction that a page tells; the words of its refusal were never shown.
    private static func told(_ row: String) -> Evidence {
        .documented("docs/reference/sharing.md#\(row): the restriction; the words are inferred")
    }
    private static func unseen(_ what: String) -> Evidence { .inferred("\(what); no refusal was ever shown") }

    static let roleMissing = Rule(
        "sharing.role-missing", "The organization has no role with that id.",
        advice: "Take the id from portals/self/roles.", evidence: unseen("ids are documented"))
    static let roleExists = Rule(
        "sharing.role-exists", "The organization has a role with that name.", advice: "Choose another name.",
        evidence: told("l1"))
    static let roleInUse = Rule(
        "sharing.role-in-use", "A role that members have cannot be deleted.",
        advice: "Give them another role first.", evidence: unseen("the page of delete says nothing of it"))
    static let badPrivilege = Rule(
        "sharing.bad-privilege", "There is no privilege of that name.",
        advice: "Send privileges as the REST API spells them, as portal:user:createItem.",
        evidence: unseen("the names are documented"))
    static let roleBeyondType = Rule(
        "sharing.role-beyond-type", "The role allows more than the member's user type.",
        advice: "Assign another user type first, or a role within it.",
        evidence: told("l2"))
    static let lastAdministrator = Rule(
        "sharing.last-administrator", "The only administrator of the organization stays one.",
        advice: "Make another member an administrator first.", evidence: unseen("the restriction is documented"))
    static let licenseType = Rule(
        "sharing.license-type", "The organization has no user type with that id; ids are case-sensitive.",
        advice: "Take the id from portals/self/userLicenseTypes.",
        evidence: .reported("docs/reference/sharing.md#u10: portaladmin refuses such ids; the words here are inferred"))
    static let oldPassword = Rule(
        "sharing.old-password", "Members who change their own password need the old one.",
        advice: "Send password with the old one and newPassword with the new one.",
        evidence: unseen("the parameters are documented"))
    static let weakPassword = Rule(
        "sharing.weak-password", "The password is not what the organization's policy demands.",
        advice: "Look at portals/self/securityPolicy.", evidence: told("l3"))
    static let usedPassword = Rule(
        "sharing.used-password", "The password is among the member's last ones, which the policy forbids.",
        advice: "Choose a new one.", evidence: told("l3"))
    static let notBuiltIn = Rule(
        "sharing.not-built-in", "The identity provider keeps the member's password, not the portal.",
        advice: "Change it at the provider.", evidence: told("l4"))
    static let badPolicy = Rule(
        "sharing.bad-policy", "The value is not one that the policy can have.", advice: "Send a number in the bounds.",
        evidence: told("l3"))
    static let groupProtected = Rule(
        "sharing.group-protected", "The group is protected from deletion.", advice: "Unprotect it first.",
        evidence: told("l5"))
    static let applicationMissing = Rule(
        "sharing.application-missing", "Nobody of that name asked to join the group.",
        advice: "Take the name from the group's applications.", evidence: unseen("the resource is documented"))
    static let webhookMissing = Rule(
        "sharing.webhook-missing", "The organization has no webhook of that id.",
        advice: "Take the id from portals/self/webhooks.", evidence: unseen("the resource is documented"))
    static let badSchema = Rule(
        "sharing.bad-schema", "The categories cannot be read.",
        advice: "Send a list of objects with title and categories.", evidence: unseen("the shape is documented"))
    static let signUpOff = Rule(
        "sharing.sign-up-off", "Nobody joins the organization without an invitation.",
        advice: "Invite the person, or turn sign-up on: disableSignup=false in portaladmin/system/properties.",
        evidence: .reported("docs/reference/sharing.md#l6: sign-up can be off; the words are inferred"))
    static let usernameTaken = Rule(
        "sharing.username-taken", "The organization has a member of that name.",
        advice: "Ask community/checkUsernames for a free one.",
        evidence: .reported("docs/reference/sharing.md#l6: names are unique; the words are inferred"))
    static let serverNotRegistered = Rule(
        "sharing.server-not-registered", "No server answers at that adminUrl, or it belongs to another portal.",
        advice: "Send the url and the adminUrl of a server that is not federated.",
        evidence: unseen("the parameters are documented"))
    static let profilesLocked = Rule(
        "sharing.profiles-locked", "Members of the organization cannot change their profiles.",
        advice: "Use an administrator's token, or set updateUserProfileDisabled=false.",
        evidence: unseen("the setting is documented"))
}

extension Sharing {
    static let organizationRules: [Rule] = [
        Rules.roleMissing, Rules.roleExists, Rules.roleInUse, Rules.badPrivilege, Rules.roleBeyondType,
        Rules.lastAdministrator, Rules.licenseType, Rules.oldPassword, Rules.weakPassword, Rules.usedPassword,
        Rules.notBuiltIn, Rules.badPolicy, Rules.groupProtected, Rules.applicationMissing, Rules.badSchema,
        Rules.webhookMissing,
        Rules.signUpOff, Rules.usernameTaken, Rules.profilesLocked,
        Rules.serverNotRegistered,
    ]
}
