// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/security/users` and `groups`: the users and groups of the enterprise store. Those of the double are its
/// members who sign in through an identity provider, and it has no enterprise groups
/// (developers.arcgis.com/rest/enterprise-administration/portal/users).
enum EnterpriseUsers {
    /// `getEnterpriseUser`.
    @Sendable static func one(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        .json(json(deployment.portals[index].accounts[try number(deployment, context, index)]))
    }

    /// `searchEnterpriseUsers`: those whose name has `filter` in it.
    @Sendable static func search(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let filter = (context.parameters.given("filter") ?? "").lowercased()
        let most = context.parameters.given("maxcount").flatMap { Int($0) } ?? 100
        let found = deployment.portals[index].accounts.list.filter {
            $0.provider == .enterprise && !$0.isGone
                && (filter.isEmpty || filter == "*" || $0.username.lowercased().contains(filter))
        }
        return .json(
            .object([
                .init("users", .array(found.prefix(most).map(json))), .init("hasMore", .bool(found.count > most)),
            ]))
    }

    /// `updateEnterpriseUser`: the name by which the provider knows a member.
    @Sendable static func update(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let number = try number(deployment, context, index)
        deployment.portals[index].accounts[number].nameID = try context.needed("idpUsername")
        return PortalOperation.done()
    }

    /// `assignRoleToUser`.
    @Sendable static func assignRole(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let number = try number(deployment, context, index)
        let role = try context.needed("role")
        guard deployment.portals[index].hasRole(role) else {
            throw PortalRefusal(
                Administration.ErrorBodies.badRole, Administration.Rules.badRole, [("role", role)],
                "one of org_admin, org_publisher, org_user")
        }
        deployment.portals[index].accounts[number].role = role
        return PortalOperation.done()
    }

    /// `updateUserPassword`: of a built-in member.
    @Sendable static func updatePassword(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let number = try number(deployment, context, index)
        let new = try context.needed("newPassword")
        let name = deployment.portals[index].accounts[number].username
        if let lack = deployment.portals[index].accounts.passwordPolicy?.lack(new, of: name) {
            throw PortalRefusal(
                Administration.ErrorBodies.portalWeakPassword, Administration.Rules.portalWeakPassword,
                [("username", name), ("lacks", lack)], "a password with at least \(lack)")
        }
        deployment.portals[index].accounts[number].setPassword(new, at: context.now)
        return PortalOperation.done()
    }

    /// `refreshMembership` of users or groups: nothing outside changes here.
    @Sendable static func refresh(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome { PortalOperation.done() }

    /// `getGroupsForUser`, `searchEnterpriseGroups` and `getEnterpriseGroupsForUser`.
    @Sendable static func groups(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        .json(.object([.init("groups", .array([])), .init("hasMore", .bool(false))]))
    }

    /// `getUsersWithinEnterpriseGroup`: there are no groups.
    @Sendable static func members(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome { throw .missing(try context.needed("groupName"), []) }

    private static func number(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Int {
        let name = try context.needed("username")
        guard let number = deployment.portals[index].accounts.number(named: name) else {
            throw .missing(name, deployment.portals[index].accounts.list.filter { !$0.isGone }.map(\.username))
        }
        return number
    }

    private static func json(_ account: Account) -> JSON {
        .object([
            .init("username", .string(account.username)), .init("fullname", .string(account.fullName)),
            .init("description", .string(account.description ?? "")), .init("email", .string(account.email)),
        ])
    }
}
