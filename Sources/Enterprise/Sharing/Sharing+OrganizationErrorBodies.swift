// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The bodies of roles, members, groups and policies of the organization.
extension Sharing.ErrorBodies {
    static let roleMissing = ErrorBody(
        "portal.role-missing", 400, "Role does not exist or is inaccessible.",
        evidence: .inferred("as CONT_0001 for items; never shown"))
    static let roleExists = ErrorBody(
        "portal.role-exists", 400, "Unable to create role.", details: .list(["Role name '‹›' not available."]),
        evidence: .inferred("as of folders: docs/reference/sharing.md#i19; never shown"))
    static let roleInUse = ErrorBody(
        "portal.role-in-use", 400, "Unable to delete role.", details: .list(["The role is assigned to members."]),
        evidence: .inferred("documented that such a role cannot be deleted; never shown"))
    static let badPrivilege = ErrorBody(
        "portal.bad-privilege", 400, "Unable to set privileges.", details: .list(["Invalid privilege '‹›'."]),
        evidence: .inferred("no body was ever shown"))
    static let roleRequired = ErrorBody(
        "portal.role-required", 400, "Unable to update user role.",
        details: .list(["'role' parameter required or invalid."]),
        evidence: .inferred("as of the user: docs/reference/sharing.md#u8; never shown"))
    static let roleBeyondType = ErrorBody(
        "portal.role-beyond-type", 400, "Unable to update user role.",
        details: .list(["Invalid values for role and/or user license type parameters."]),
        evidence: .inferred("the words are those of portaladmin: Esri/arcgis-powershell-dsc#269"))
    static let lastAdministrator = ErrorBody(
        "portal.last-administrator", 400, "Unable to update user role.",
        details: .list(["The organization needs at least one administrator."]),
        evidence: .inferred("documented that one must remain; never shown"))
    static let licenseType = ErrorBody(
        "portal.license-type", 400, "User license type '‹›' does not exist or is inaccessible.",
        evidence: .inferred("as CONT_0001 for items; never shown"))
    static let oldPassword = ErrorBody(
        "portal.old-password", 400, "Unable to reset password.", details: .list(["Invalid username or password."]),
        evidence: .inferred("the words are those of generateToken; never shown"))
    static let weakPassword = ErrorBody(
        "portal.weak-password", 400, "Password does not meet the password policy of the organization.",
        evidence: .inferred("documented that the policy decides; never shown"))
    static let usedPassword = ErrorBody(
        "portal.used-password", 400, "Password was used before.",
        evidence: .inferred("documented that the history decides; never shown"))
    static let notBuiltIn = ErrorBody(
        "portal.not-built-in", 400, "Unable to reset password.",
        details: .list(["The password is not managed by the portal."]),
        evidence: .inferred("documented that only built-in accounts have a password here; never shown"))
    static let badPolicy = ErrorBody(
        "portal.bad-policy", 400, "Unable to update security policy.", details: .list(["Invalid value for '‹›'."]),
        evidence: .inferred("the bounds are documented; never shown"))
    static let groupProtected = ErrorBody(
        "portal.group-protected", 400, "Unable to delete group. Delete protection is turned on.",
        evidence: .inferred("as of items: docs/reference/sharing.md#s10; never shown"))
    static let applicationMissing = ErrorBody(
        "portal.application-missing", 400, "Group application does not exist or is inaccessible.",
        evidence: .inferred("as CONT_0001 for items; never shown"))
    static let webhookMissing = ErrorBody(
        "portal.webhook-missing", 400, "Webhook does not exist or is inaccessible.",
        evidence: .inferred("as CONT_0001 for items; never shown"))
    static let tooManyCategories = ErrorBody(
        "portal.too-many-categories", 400, "Item exceeds max size of 20 categories.",
        evidence: .documented(
            "developers.arcgis.com/rest/users-groups-and-items/update-items-with-content-categories"))
    static let badSchema = ErrorBody(
        "portal.bad-schema", 400, "Invalid '‹›' parameter.",
        evidence: .inferred("the shape is documented; no refusal was ever shown"))
    static let signUpOff = ErrorBody(
        "portal.sign-up-off", 403, "Sign up is disabled for this portal.",
        evidence: .inferred("documented of disableSignup; no refusal was ever shown"))
    static let usernameTaken = ErrorBody(
        "portal.username-taken", 400, "Username '‹›' is not available.",
        evidence: .inferred("no body was ever shown"))
    static let serverNotRegistered = ErrorBody(
        "portal.server-not-registered", 400, "Unable to register the server.",
        evidence: .inferred("no body was ever shown"))
    static let profilesLocked = ErrorBody(
        "portal.profiles-locked", 403, "Members cannot update their profiles.",
        evidence: .inferred("documented of updateUserProfileDisabled; no refusal was ever shown"))
}

extension Sharing {
    static let organizationErrorBodies: [ErrorBody] = [
        ErrorBodies.roleMissing, ErrorBodies.roleExists, ErrorBodies.roleInUse, ErrorBodies.badPrivilege,
        ErrorBodies.roleRequired, ErrorBodies.roleBeyondType, ErrorBodies.lastAdministrator, ErrorBodies.licenseType,
        ErrorBodies.oldPassword, ErrorBodies.weakPassword, ErrorBodies.usedPassword, ErrorBodies.notBuiltIn,
        ErrorBodies.webhookMissing, ErrorBodies.tooManyCategories, ErrorBodies.badPolicy, ErrorBodies.groupProtected,
        ErrorBodies.applicationMissing, ErrorBodies.badSchema,
        ErrorBodies.signUpOff, ErrorBodies.usernameTaken, ErrorBodies.profilesLocked,
        ErrorBodies.serverNotRegistered,
    ]
}
