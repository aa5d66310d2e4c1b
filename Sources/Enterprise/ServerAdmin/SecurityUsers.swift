// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/security/users/…`: the users of a server's own store (docs/reference/admin.md#f1).
enum SecurityUsers {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let parameters = Evidence.reported("docs/reference/admin.md#f2")

    static let routes: [Route] = [
        Administration.resource("security/users", "How many users there are.", .documented("\(manual)users")) {
            deployment, _, index throws(AdminRefusal) in
            .json(.object([.init("totalUsers", .int(SecurityStore.accounts(deployment, index).count))]))
        },
        Administration.resource("security/users/getUsers", "The users of the store, by pages.", parameters, list),
        Administration.resource("security/users/search", "The users whose names contain a text.", parameters, search),
        Administration.resource(
            "security/users/getPrivilege", "What a user may do.", .documented("\(manual)users"), privilege),
        Administration.operation(
            "security/users/add", "Adds a user, who can sign in.", .reported("docs/reference/admin.md#f1"), add),
        Administration.operation(
            "security/users/update", "Changes a user; a new password ends the tokens.", parameters, update),
        Administration.operation(
            "security/users/remove", "Removes a user, whose tokens end.", parameters, remove),
        Administration.operation("security/users/assignRoles", "Gives a user roles.", parameters) {
            deployment, context, index throws(AdminRefusal) in
            try changeRoles(&deployment, context, index) { roles, names in
                roles += names.filter { !roles.contains($0) }
            }
        },
        Administration.operation("security/users/removeRoles", "Takes roles from a user.", parameters) {
            deployment, context, index throws(AdminRefusal) in
            try changeRoles(&deployment, context, index) { roles, names in roles.removeAll { names.contains($0) } }
        },
    ]

    private static func entry(_ account: Account) -> JSON {
        .object([
            .init("username", .string(account.username)), .init("fullname", .string(account.fullName)),
            .init("description", .string(account.description ?? "")), .init("email", .string(account.email)),
            .init("disabled", .bool(account.isDisabled)),
        ])
    }

    @Sendable private static func list(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        SecurityStore.page(context, "users", SecurityStore.accounts(deployment, index).map { entry($0.account) })
    }

    /// The user of exactly the name that is searched for comes first: a client takes the first as the one.
    @Sendable private static func search(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let found = SecurityStore.accounts(deployment, index).map(\.account).filter { [context] in
            SecurityStore.matches($0.username, context)
        }
        let asked = context.parameters.given("filter") ?? ""
        let sorted = found.filter { $0.username == asked } + found.filter { $0.username != asked }
        return SecurityStore.page(context, "users", sorted.map(entry), most: "maxcount")
    }

    @Sendable private static func privilege(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let name = try context.required("username")
        let accounts = SecurityStore.accounts(deployment, index)
        let privilege: AdminPrivilege
        if deployment.servers[index].siteAdmin?.username == name {
            privilege = .administer
        } else if let found = accounts.first(where: { $0.account.username == name }) {
            privilege = AdminPrivilege(role: found.account.role)
        } else {
            throw AdminRefusal.unknown("User", name, among: accounts.map(\.account.username))
        }
        return .json(.object([.init("privilege", .string(privilege.rawValue))]))
    }

    @Sendable private static func add(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        try SecurityStore.change(deployment, index)
        let (name, password) = (try context.required("username"), try context.required("password"))
        guard deployment.servers[index].accounts.number(namedLike: name) == nil,
            deployment.servers[index].siteAdmin?.username != name
        else { throw AdminRefusal.taken("User", name) }
        deployment.servers[index].accounts.append(
            Account(
                username: name, password: password, provider: .arcgis, role: AdminPrivilege.access.role,
                fullName: context.parameters["fullname"] ?? "", email: context.parameters["email"] ?? "",
                isDisabled: false, description: context.parameters.given("description")))
        return .json(Administration.success)
    }

    @Sendable private static func update(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        try SecurityStore.change(deployment, index)
        let user = try context.object("user", "{\"username\":\"…\",\"password\":\"…\"}")
        guard let name = user["username"]?.text else { throw AdminRefusal.notGiven("username") }
        let number = try SecurityStore.number(name, deployment, index)
        var account = deployment.servers[index].accounts[number]
        if let password = user["password"]?.text, !password.isEmpty, password != account.password {
            account.password = password
            account.epoch &+= 1
        }
        account.fullName = user["fullname"]?.text ?? account.fullName
        account.description = user["description"]?.text ?? account.description
        account.email = user["email"]?.text ?? account.email
        if let isDisabled = user["disabled"]?.truth { account.isDisabled = isDisabled }
        deployment.servers[index].accounts[number] = account
        return .json(Administration.success)
    }

    @Sendable private static func remove(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        try SecurityStore.change(deployment, index)
        let number = try SecurityStore.number(try context.required("username"), deployment, index)
        deployment.servers[index].accounts.remove(number)
        return .json(Administration.success)
    }

    private static func changeRoles(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int,
        _ change: (inout [String], [String]) -> Void
    ) throws(AdminRefusal) -> Outcome {
        try SecurityStore.change(deployment, index)
        let number = try SecurityStore.number(try context.required("username"), deployment, index)
        let names = try context.names("roles")
        for name in names { _ = try SecurityStore.role(name, deployment, index) }
        change(&deployment.servers[index].accounts[number].roles, names)
        SecurityStore.applyPrivileges(&deployment, index)
        return .json(Administration.success)
    }
}
