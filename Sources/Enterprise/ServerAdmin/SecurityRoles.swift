// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/security/roles/…`: the roles of a server's own store, and what they may do (docs/reference/admin.md#f3).
enum SecurityRoles {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let parameters = Evidence.reported("docs/reference/admin.md#f3")

    static let routes: [Route] =
        [
            Administration.resource("security/roles", "How many roles there are.", .documented("\(manual)roles")) {
                deployment, _, index throws(AdminRefusal) in
                .json(.object([.init("totalRoles", .int(deployment.sites[index].roles.count))]))
            },
            Administration.resource("security/roles/getRoles", "The roles of the store, by pages.", parameters) {
                deployment, context, index throws(AdminRefusal) in
                SecurityStore.page(context, "roles", roles(deployment, index).map(entry))
            },
            Administration.resource("security/roles/search", "The roles whose names contain a text.", parameters) {
                deployment, context, index throws(AdminRefusal) in
                let found = roles(deployment, index).filter { [context] in SecurityStore.matches($0.name, context) }
                return SecurityStore.page(context, "roles", found.map(entry), most: "maxcount")
            },
            Administration.resource("security/roles/getRolesForUser", "The roles of a user.", parameters, ofUser),
            Administration.resource(
                "security/roles/getUsersWithinRole", "The users of a role.", parameters, usersOfRole),
            Administration.resource("security/roles/getPrivilege", "What a role may do.", parameters) {
                deployment, context, index throws(AdminRefusal) in
                let number = try SecurityStore.role(try context.required("rolename"), deployment, index)
                let privilege = deployment.sites[index].roles[number].privilege
                return .json(.object([.init("privilege", .string(privilege.rawValue))]))
            },
            Administration.resource(
                "security/roles/getRolesByPrivilege", "The roles that may do something.", parameters
            ) { deployment, context, index throws(AdminRefusal) in
                let privilege = try privilege(context)
                let names = roles(deployment, index).filter { $0.privilege == privilege }.map(\.name)
                return .json(.object([.init("roles", .strings(names))]))
            },
        ] + operations

    private static let operations: [Route] = [
        Administration.operation("security/roles/add", "Adds a role, which may use services.", parameters) {
            deployment, context, index throws(AdminRefusal) in
            try SecurityStore.change(deployment, index)
            let name = try context.required("rolename")
            guard !deployment.sites[index].roles.contains(where: { ASCII.equal($0.name, name) }) else {
                throw AdminRefusal.taken("Role", name)
            }
            let description = context.parameters["description"] ?? ""
            deployment.sites[index].roles.append(StoreRole(name: name, description: description))
            return .json(Administration.success)
        },
        change("update", "Describes a role anew.") { deployment, context, index, number throws(AdminRefusal) in
            deployment.sites[index].roles[number].description = context.parameters["description"] ?? ""
        },
        change("remove", "Removes a role, which nobody has any more.") {
            deployment, _, index, number throws(AdminRefusal) in
            let name = deployment.sites[index].roles.remove(at: number).name
            for user in deployment.servers[index].accounts.indices {
                deployment.servers[index].accounts[user].roles.removeAll { $0 == name }
            }
        },
        change("assignPrivilege", "Lets a role publish or administer, or only use services.") {
            deployment, context, index, number throws(AdminRefusal) in
            deployment.sites[index].roles[number].privilege = try privilege(context)
        },
        change("addUsersToRole", "Gives users a role.") {
            deployment, context, index, number throws(AdminRefusal) in
            let name = deployment.sites[index].roles[number].name
            for user in try users(context, deployment, index)
            where !deployment.servers[index].accounts[user].roles.contains(name) {
                deployment.servers[index].accounts[user].roles.append(name)
            }
        },
        change("removeUsersFromRole", "Takes a role from users.") {
            deployment, context, index, number throws(AdminRefusal) in
            let name = deployment.sites[index].roles[number].name
            for user in try users(context, deployment, index) {
                deployment.servers[index].accounts[user].roles.removeAll { $0 == name }
            }
        },
    ]

    private typealias Change =
        @Sendable (inout Deployment, RequestContext, Int, Int) throws(AdminRefusal) -> Void

    /// An operation on the role that `rolename` names, after which the privileges are looked at anew.
    private static func change(_ name: String, _ summary: String, _ body: @escaping Change) -> Route {
        Administration.operation("security/roles/\(name)", summary, parameters) {
            deployment, context, index throws(AdminRefusal) in
            try SecurityStore.change(deployment, index)
            let number = try SecurityStore.role(try context.required("rolename"), deployment, index)
            try body(&deployment, context, index, number)
            SecurityStore.applyPrivileges(&deployment, index)
            return .json(Administration.success)
        }
    }

    private static func roles(_ deployment: Deployment, _ index: Int) -> [StoreRole] { deployment.sites[index].roles }

    private static func entry(_ role: StoreRole) -> JSON {
        .object([.init("rolename", .string(role.name)), .init("description", .string(role.description))])
    }

    private static func privilege(_ context: RequestContext) throws(AdminRefusal) -> AdminPrivilege {
        let text = try context.required("privilege", "PUBLISH")
        guard let privilege = AdminPrivilege(rawValue: text.uppercased()) else {
            throw AdminRefusal.badValue("privilege", text, AdminPrivilege.allCases.map(\.rawValue))
        }
        return privilege
    }

    private static func users(
        _ context: RequestContext, _ deployment: Deployment, _ index: Int
    ) throws(AdminRefusal) -> [Int] {
        var numbers: [Int] = []
        for name in try context.names("users") { numbers.append(try SecurityStore.number(name, deployment, index)) }
        return numbers
    }

    @Sendable private static func ofUser(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let name = try context.required("username")
        let accounts = SecurityStore.accounts(deployment, index).map(\.account)
        guard let account = accounts.first(where: { $0.username == name }) else {
            throw AdminRefusal.unknown("User", name, among: accounts.map(\.username))
        }
        let names = account.roles.filter { [context] in SecurityStore.matches($0, context) }.map(JSON.string)
        return SecurityStore.page(context, "roles", names, most: "maxcount")
    }

    @Sendable private static func usersOfRole(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let number = try SecurityStore.role(try context.required("rolename"), deployment, index)
        let role = deployment.sites[index].roles[number].name
        let users = SecurityStore.accounts(deployment, index).map(\.account).filter { [context] in
            $0.roles.contains(role) && SecurityStore.matches($0.username, context)
        }
        return SecurityStore.page(context, "users", users.map { .string($0.username) }, most: "maxcount")
    }
}
