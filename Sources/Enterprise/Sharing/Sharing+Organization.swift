// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The resources and operations of the organization: its settings and policies, its roles, members and groups.
extension Sharing {
    /// The router takes the first match, so these come before groups, members and portals by their ids.
    static let organization: [Both] =
        (ofSettings + Webhooks.rows + GroupPackages.rows + OrganizationHistory.rows + ofRoles + ofAllMembers
        + ofOneMember + ofOneGroup)
        .map { both in
            dated[both.path].map(both.from) ?? (both.path.hasPrefix("portals/{id}/webhooks") ? both.from(.v10_7) : both)
        }

    /// The first releases of what older portals do not have.
    private static let dated: [String: Version] = [
        "portals/{id}/settings": .v10_7, "portals/{id}/settings/update": .v10_7,
        "portals/{id}/userDefaultSettings": .v10_7, "portals/{id}/setUserDefaultSettings": .v10_7,
        "portals/{id}/deleteUserDefaultSettings": .v10_7, "portals/{id}/userDefaultSettings/delete": .v10_7,
        "portals/{id}/memberCategorySchema": .v10_8_1, "portals/{id}/assignMemberCategorySchema": .v10_8_1,
        "portals/{id}/deleteMemberCategorySchema": .v10_8_1, "portals/{id}/updateUserLicenseType": .v10_7,
        "portals/{id}/userLicenseTypes": .v10_7, "portals/{id}/userLicenseTypes/{license}": .v10_7,
        "portals/{id}/users/counts": .v10_7, "community/users/{username}/userLicenseType": .v10_7,
        "portals/{id}/securityPolicy/lockoutLoginPolicy/update": .v11_1,
        "portals/{id}/securityPolicy/lockoutLoginPolicy/reset": .v11_1,
    ]

    private static let manual = "developers.arcgis.com/rest/users-groups-and-items/"
    private static let python = Evidence.reported("pypi.org/project/arcgis/2.4.4 asks for it")

    private static func row(
        _ path: String, _ summary: String, _ page: String, _ handler: @escaping Route.Handler
    ) -> Both { Both(path, summary, .documented("\(manual)\(page)"), handler) }

    private static let ofSettings: [Both] = [
        row(
            "portals/{id}/securityPolicy", "The rules of passwords and of lockout.", "security-policy",
            SecurityPolicy.read),
        row(
            "portals/{id}/securityPolicy/update", "Changes the rules of passwords.", "update-security-policy",
            SecurityPolicy.update),
        row(
            "portals/{id}/securityPolicy/reset", "The rules of passwords as installed.", "reset-security-policy",
            SecurityPolicy.reset),
        Both(
            "portals/{id}/securityPolicy/lockoutLoginPolicy/update", "Changes how wrong passwords lock.",
            .reported("docs/reference/enterprise-logins.md#the-configuration-api, 2.8"), SecurityPolicy.updateLockout),
        Both(
            "portals/{id}/securityPolicy/lockoutLoginPolicy/reset", "The rules of lockout as installed.",
            .inferred("as reset of the policy"), SecurityPolicy.resetLockout),
        Both(
            "portals/{id}/signinSettings", "The order of the ways to sign in.",
            .documented("docs/reference/enterprise-logins.md#the-configuration-api"), SigninSettings.read),
        Both(
            "portals/{id}/setSigninSettings", "Changes the order of the ways to sign in.",
            .documented("docs/reference/enterprise-logins.md#the-configuration-api"), SigninSettings.update),
        row(
            "portals/{id}/socialProviders", "The social networks by which people may join.", "social-providers",
            SocialProviders.read),
        row(
            "portals/{id}/socialProviders/configure", "Configures them.", "configure-social-providers",
            SocialProviders.configure),
        row(
            "portals/{id}/socialProviders/remove", "Removes them.", "remove-social-providers", SocialProviders.delete),
        row(
            "portals/{id}/settings", "Notices and further settings.", "organization-settings",
            OrganizationDocument.settings.read),
        row(
            "portals/{id}/settings/update", "Changes them.", "update-organization-settings",
            OrganizationDocument.settings.update),
        row(
            "portals/{id}/userDefaultSettings", "What new members get.", "user-default-settings",
            OrganizationDocument.userDefaults.read),
        row(
            "portals/{id}/setUserDefaultSettings", "Changes what new members get.", "set-user-default-settings",
            OrganizationDocument.userDefaults.update),
        row(
            "portals/{id}/deleteUserDefaultSettings", "Ends that.", "delete-user-default-settings",
            OrganizationDocument.userDefaults.delete),
        Both("portals/{id}/userDefaultSettings/delete", "Ends that.", python, OrganizationDocument.userDefaults.delete),
        row(
            "portals/{id}/categorySchema", "The organization's categories.", "portal-category-schema",
            CategorySchema.read(.content)),
        row(
            "portals/{id}/assignCategorySchema", "Assigns them.", "assign-portal-category-schema",
            CategorySchema.assign(.content)),
        row(
            "portals/{id}/deleteCategorySchema", "Removes them.", "delete-portal-category-schema",
            CategorySchema.delete(.content)),
        row(
            "portals/{id}/memberCategorySchema", "The categories of members.", "member-category-schema",
            CategorySchema.read(.members)),
        row(
            "portals/{id}/assignMemberCategorySchema", "Assigns them.", "assign-member-category-schema",
            CategorySchema.assign(.members)),
        row(
            "portals/{id}/deleteMemberCategorySchema", "Removes them.", "delete-member-category-schema",
            CategorySchema.delete(.members)),
        row("portals/{id}/resources", "The files of the organization.", "portal-resources", OrganizationFiles.list),
        row("portals/{id}/resources/{file}", "A file of the organization.", "portal-resource", OrganizationFiles.one),
        row("portals/{id}/addResource", "Adds a file or a text.", "add-portal-resource", OrganizationFiles.add),
        Both("portals/{id}/add_resource", "The same, as a client asks.", python, OrganizationFiles.add),
        row("portals/{id}/removeResource", "Removes it.", "remove-portal-resource", OrganizationFiles.remove),
    ]

    private static let ofRoles: [Both] = [
        row("portals/{id}/roles", "The roles besides the three of every portal.", "roles", CustomRoles.list),
        row("portals/{id}/createRole", "Creates a role.", "create-role", CustomRoles.create),
        row("portals/{id}/roles/{role}", "A role.", "role", CustomRoles.one),
        row("portals/{id}/roles/{role}/privileges", "What it allows.", "privileges", CustomRoles.privileges),
        row(
            "portals/{id}/roles/{role}/setPrivileges", "Changes what it allows.", "set-role-privileges",
            CustomRoles.setPrivileges),
        row("portals/{id}/roles/{role}/update", "Changes its name.", "update-role", CustomRoles.update),
        row("portals/{id}/roles/{role}/delete", "Deletes it, if nobody has it.", "delete-role", CustomRoles.delete),
    ]

    private static let ofAllMembers: [Both] = [
        Both(
            "portals/{id}/updateUserRole", "Changes a member's role.", .captured("docs/reference/sharing.md#u8"),
            OrganizationMembers.updateUserRole),
        row(
            "portals/{id}/updateUserLicenseType", "Assigns a user type to members.", "update-user-license-type",
            OrganizationMembers.updateUserLicenseType),
        Both("portals/{id}/disableUsers", "Disables members.", python, OrganizationMembers.disable(true)),
        Both("portals/{id}/enableUsers", "Enables members.", python, OrganizationMembers.disable(false)),
        row("portals/{id}/removeUsers", "Deletes members.", "remove-users", OrganizationMembers.remove),
        Both(
            "portals/{id}/updateUsers", "Changes members.",
            .inferred("as update of one; results as of updateUserLicenseType"), OrganizationMembers.update),
        Both(
            "portals/{id}/users/search", "The members that match q.", .documented("\(manual)user-search-org"),
            slow: Search.users),
        Both("portals/{id}/users/counts", "How many members have each role or user type.", python, Usernames.counts),
        Both(
            "portals/{id}/invite", "Adds members to the organization, or invites them.",
            .captured("docs/reference/sharing.md#u7"), OrganizationInvitations.invite),
        Both(
            "portals/{id}/invitations", "The invitations that wait.",
            .reported("docs/reference/sharing.md#l8"), OrganizationInvitations.list),
        Both(
            "portals/{id}/invitations/{invitation}", "An invitation that waits.",
            .reported("docs/reference/sharing.md#l8"), OrganizationInvitations.one),
        Both(
            "portals/{id}/invitations/{invitation}/delete", "Takes an invitation back.",
            .reported("docs/reference/sharing.md#l8"), OrganizationInvitations.deleteOne),
        Both(
            "portals/{id}/deleteInvitations", "Takes invitations back.", .inferred("never shown"),
            OrganizationInvitations.delete),
        Both(
            "community/signUp", "Joins by an invitation.", .reported("pypi.org/project/arcgis/2.4.4 sends it"),
            OrganizationInvitations.signUp),
        Both(
            "community/checkUsernames", "Which names are free.",
            .reported("docs/reference/sharing.md#l9; the answer is inferred"),
            Usernames.check),
        row("portals/{id}/userLicenseTypes", "The user types.", "user-license-type", MemberLicenses.types),
        Both(
            "portals/{id}/userLicenseTypes/{license}", "A user type.", .inferred("as an entry of the list"),
            MemberLicenses.type),
        Both("portals/{id}/purchases", "What was bought besides: nothing.", python, MemberLicenses.none("purchases")),
        Both("portals/{id}/listings", "Listings: none.", .inferred("as purchases"), MemberLicenses.none("listings")),
        Both(
            "portals/{id}/provisionedListings", "Provisioned listings: none.", .inferred("as of a member"),
            MemberLicenses.none("provisionedListings")),
        Both("portals/{id}/appBundles", "App bundles: none.", python, MemberLicenses.none("appBundles")),
    ]

    private static let ofOneMember: [Both] = [
        Both(
            "community/users/{username}/reassign", "Gives all that is a member's to another.", python,
            UserEdits.reassign),
        Both(
            "community/users/{username}/unlock", "Ends a lockout.", .inferred("documented since 11.1; never shown"),
            MemberPasswords.unlock),
        Both("community/users/{username}/reset", "Sets a new password.", python, MemberPasswords.reset),
        Both("community/users/{username}/expirePassword", "Ends the password.", python, MemberPasswords.expire),
        row(
            "community/users/{username}/userLicenseType", "The member's user type.", "user-license-types",
            MemberLicenses.ofMember),
        row(
            "community/users/{username}/provisionedListings", "Licenses of a license server: none.",
            "provisioned-listings", MemberLicenses.noneOfMember("provisionedListings")),
        row(
            "community/users/{username}/appBundles", "App bundles: none.", "user-app-bundles",
            MemberLicenses.noneOfMember("appBundles")),
        Both(
            "community/users/{username}/userLicenses", "Licenses: none.", .inferred("as provisionedListings"),
            MemberLicenses.noneOfMember("userLicenses")),
        row("community/users/{username}/info/{file}", "The member's thumbnail.", "user", Thumbnails.ofUser),
        row(
            "community/users/{username}/deleteThumbnail", "Removes it.", "delete-user-thumbnail",
            Thumbnails.deleteOfUser),
    ]

    private static let ofOneGroup: [Both] = [
        row(
            "community/groups/{id}/applications", "Those who asked to join.", "group-applications",
            GroupApplications.list),
        row(
            "community/groups/{id}/applications/{username}", "One of them.", "group-application", GroupApplications.one),
        row(
            "community/groups/{id}/applications/{username}/accept", "Lets them in.", "accept-group-application",
            GroupApplications.answer(accepts: true)),
        row(
            "community/groups/{id}/applications/{username}/decline", "Does not.", "decline-group-application",
            GroupApplications.answer(accepts: false)),
        row(
            "community/groups/{id}/protect", "Protects the group from deletion.", "protect-group",
            GroupOwnership.protect(true)),
        row("community/groups/{id}/unprotect", "Ends that.", "unprotect-group", GroupOwnership.protect(false)),
        row(
            "community/groups/{id}/reassign", "Gives the group to another member.", "reassign-group",
            GroupOwnership.reassign),
        row(
            "community/groups/{id}/createNotification", "Sends a message to members.", "create-notification",
            GroupOwnership.notify),
        Both(
            "community/groups/{id}/notify", "The same, by its older name.", .inferred("as createNotification"),
            GroupOwnership.notify),
        row(
            "community/groups/{id}/categorySchema", "The categories of the group's items.", "group-category-schema",
            CategorySchema.readOfGroup),
        row(
            "community/groups/{id}/assignCategorySchema", "Assigns them.", "assign-group-category-schema",
            CategorySchema.assignOfGroup),
        row(
            "community/groups/{id}/deleteCategorySchema", "Removes them.", "delete-group-category-schema",
            CategorySchema.deleteOfGroup),
        Both(
            "community/groups/{id}/info/{file}", "The group's thumbnail.", .documented("\(manual)group"),
            Thumbnails.ofGroup),
        row("community/groups/{id}/deleteThumbnail", "Removes it.", "delete-group-thumbnail", Thumbnails.deleteOfGroup),
    ]
}
