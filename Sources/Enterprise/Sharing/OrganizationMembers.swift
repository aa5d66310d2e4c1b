// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The members of the organization in one call: `updateUserRole`, `updateUserLicenseType`, `disableUsers`,
/// `enableUsers`, `removeUsers` and `updateUsers` of `portals/self`.
enum OrganizationMembers {
    static func updateUserRole(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:changeUserRoles") {
            deployment, context, index in
            let name = context.parameters.given("user") ?? ""
            guard let number = deployment.portals[index].accounts.number(named: name) else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.userRequired, Sharing.Rules.userMissing, [("user", name)],
                    "the name of a member", context)
            }
            guard let role = context.parameters.given("role") else { return SharingDoor.notGiven("role", context) }
            if let refused = refuse(role, number, deployment.portals[index], context) { return refused }
            if let last = lastAdministrator(number, deployment.portals[index], context), role != "org_admin" {
                return last
            }
            deployment.portals[index].accounts[number].role = role
            return SharingDoor.done()
        }
    }

    /// Assigns a user type: the roles that members have must be within it.
    static func updateUserLicenseType(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:manageLicenses") {
            deployment, context, index in
            let id = context.parameters.given("userlicensetype") ?? ""
            guard let type = UserType.named(id) else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.licenseType.about(id), Sharing.Rules.licenseType, [("userLicenseType", id)],
                    "one of \(UserType.all.map(\.id).joined(separator: ", "))", context)
            }
            let names = NameList.read(context.parameters.given("users"))
            guard !names.isEmpty else { return SharingDoor.notGiven("users", context) }
            let results = names.map { name -> JSON in
                let number = deployment.portals[index].accounts.number(named: name)
                let isDone =
                    number.map {
                        type.admits(
                            deployment.portals[index].privileges(ofRole: deployment.portals[index].accounts[$0].role))
                    } ?? false
                if isDone, let number { deployment.portals[index].accounts[number].licenseType = id }
                return result(name, isDone)
            }
            return .json(.object([.init("results", .array(results))]))
        }
    }

    /// Returns a handler that disables or enables several members.
    static func disable(_ isDisabled: Bool) -> Route.Handler {
        { deployment, context in
            PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:disableUsers") {
                deployment, context, index in
                let results = NameList.read(context.parameters.given("users")).map { name -> JSON in
                    let number = deployment.portals[index].accounts.number(named: name)
                    if let number { deployment.portals[index].accounts[number].isDisabled = isDisabled }
                    return result(name, number != nil)
                }
                return .json(.object([.init("results", .array(results))]))
            }
        }
    }

    /// Deletes members; those who own something, or are not there, are listed.
    static func remove(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:deleteUsers") { deployment, context, index in
            let names = NameList.read(context.parameters.given("users"))
            if let refused = GroupMembers.tooMany(names, context, most: 100) { return refused }
            var kept: [JSON] = []
            for name in names {
                let owned = UserEdits.owned(deployment, context, index, name)
                if let number = deployment.portals[index].accounts.number(named: name), owned.items + owned.groups == 0
                {
                    deployment.remove(member: number, portal: index)
                } else {
                    kept.append(.string(name))
                }
            }
            return .json(.object([.init("notRemoved", .array(kept))]))
        }
    }

    /// Changes several members: a list of objects with `username` and what is new.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:updateUsers") { deployment, context, index in
            let text = context.parameters.given("users") ?? ""
            guard let list = (try? JSONReader.read(Array(text.utf8)))?.elements else {
                return SharingDoor.notGiven("users", context)
            }
            let results = list.map { changes -> JSON in
                let name = changes["username"]?.text ?? ""
                let number = deployment.portals[index].accounts.number(named: name)
                if let number { change(&deployment.portals[index].accounts[number], changes, at: context.now) }
                return result(name, number != nil)
            }
            return .json(.object([.init("results", .array(results))]))
        }
    }

    private static func change(_ account: inout Account, _ changes: JSON, at now: Instant) {
        account.fullName = changes["fullname"]?.text ?? changes["fullName"]?.text ?? account.fullName
        account.email = changes["email"]?.text ?? account.email
        account.description = changes["description"]?.text ?? account.description
        if let tags = changes["tags"]?.elements { account.tags = tags.compactMap(\.text) }
        account.modified = now
    }

    private static func result(_ name: String, _ isDone: Bool) -> JSON {
        .object([.init("username", .string(name)), .init("status", .bool(isDone))])
    }

    /// Returns the refusal of a role that does not exist, or that is beyond the member's user type.
    private static func refuse(
        _ role: String, _ number: Int, _ portal: PortalState, _ context: RequestContext
    ) -> Outcome? {
        guard portal.hasRole(role) else {
            return SharingDoor.refused(
                Sharing.ErrorBodies.roleRequired, Sharing.Rules.roleMissing, [("role", role)],
                "org_user, org_publisher, org_admin, or one of \(portal.roles.map(\.id).joined(separator: ", "))",
                context)
        }
        let type = portal.accounts[number].licenseType
        guard portal.version >= .v10_7, let known = UserType.named(type),
            !known.admits(portal.privileges(ofRole: role))
        else { return nil }
        return SharingDoor.refused(
            Sharing.ErrorBodies.roleBeyondType, Sharing.Rules.roleBeyondType,
            [("role", role), ("userLicenseType", type)],
            "a member with another user type, or the role \(known.defaultRole)", context)
    }

    /// Returns the refusal if nobody else administers the organization.
    private static func lastAdministrator(
        _ number: Int, _ portal: PortalState, _ context: RequestContext
    ) -> Outcome? {
        guard portal.accounts[number].isAdministrator else { return nil }
        let others = portal.accounts.indices.filter {
            $0 != number && portal.accounts[$0].isAdministrator && !portal.accounts[$0].isGone
        }
        guard others.isEmpty else { return nil }
        return SharingDoor.refused(
            Sharing.ErrorBodies.lastAdministrator, Sharing.Rules.lastAdministrator,
            [("username", portal.accounts[number].username)], "another administrator first", context)
    }
}
