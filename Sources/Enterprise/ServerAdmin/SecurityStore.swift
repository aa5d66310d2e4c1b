// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The users and roles that a server has: its own, or the members of its portal.
enum SecurityStore {
    static let builtIn = "BUILTIN"

    /// Returns the type of the store: `BUILTIN`, `PORTAL`, or one that the administrator has chosen.
    static func type(_ deployment: Deployment, _ index: Int) -> String {
        if deployment.servers[index].federation != nil { return "PORTAL" }
        return deployment.sites[index].setting(SettingsPath.security, "userStoreConfig")?["type"]?.text ?? builtIn
    }

    /// Refuses to change a store that is not the server's own: others are read only (documented: users).
    static func change(_ deployment: Deployment, _ index: Int) throws(AdminRefusal) {
        let type = type(deployment, index)
        guard type == builtIn else {
            throw AdminRefusal(
                Administration.ErrorBodies.storeReadOnly.about(type), Administration.Rules.storeReadOnly,
                facts: [.init("userStoreConfig", type)],
                wouldPass: type == "PORTAL"
                    ? "a member of the portal instead, or the server before it is federated" : "a store of type BUILTIN"
            )
        }
    }

    /// Returns the accounts that are there, with their numbers.
    static func accounts(_ deployment: Deployment, _ index: Int) -> [(number: Int, account: Account)] {
        let accounts =
            deployment.servers[index].federation.map { deployment.portals[$0.portal].accounts }
            ?? deployment.servers[index].accounts
        return accounts.list.enumerated().filter { !$0.element.isGone }.map { ($0.offset, $0.element) }
    }

    /// Returns the number of the account of a name in the server's own store.
    static func number(_ name: String, _ deployment: Deployment, _ index: Int) throws(AdminRefusal) -> Int {
        guard let number = deployment.servers[index].accounts.number(named: name) else {
            throw AdminRefusal.unknown("User", name, among: accounts(deployment, index).map(\.account.username))
        }
        return number
    }

    /// Returns the number of the role of a name.
    static func role(_ name: String, _ deployment: Deployment, _ index: Int) throws(AdminRefusal) -> Int {
        let roles = deployment.sites[index].roles
        guard let number = roles.firstIndex(where: { $0.name == name }) else {
            throw AdminRefusal.unknown("Role", name, among: roles.map(\.name))
        }
        return number
    }

    /// Lets the privileges of roles decide at every door: a user has the highest of its roles'.
    static func applyPrivileges(_ deployment: inout Deployment, _ index: Int) {
        let privileges = Dictionary(
            deployment.sites[index].roles.map { ($0.name, $0.privilege) }, uniquingKeysWith: { first, _ in first })
        for number in deployment.servers[index].accounts.indices {
            let account = deployment.servers[index].accounts[number]
            let given = account.givenRole ?? account.role
            let highest = account.roles.compactMap { privileges[$0] }.max() ?? .access
            let role = max(highest, AdminPrivilege(role: given))
            guard role.role != account.role || account.givenRole != nil else { continue }
            deployment.servers[index].accounts[number].givenRole = given
            deployment.servers[index].accounts[number].role = role == AdminPrivilege(role: given) ? given : role.role
        }
    }

    /// Returns a page of a list, and whether there is more.
    static func page(_ context: RequestContext, _ name: String, _ list: [JSON], most: String? = nil) -> Outcome {
        let start = max(0, context.parameters.given("startindex").flatMap { Int($0) } ?? 0)
        let asked = context.parameters.given(most ?? "pagesize").flatMap { Int($0) } ?? (most == nil ? 10 : list.count)
        let page = list.dropFirst(start).prefix(max(0, asked))
        return .json(
            .object([
                .init(name, .array(Array(page))), .init("hasMore", .bool(start + page.count < list.count)),
            ]))
    }

    /// Returns whether a name contains what a filter says, in any case.
    static func matches(_ name: String, _ context: RequestContext) -> Bool {
        let filter = (context.parameters.given("filter") ?? "").replacing("*", with: "").lowercased()
        return filter.isEmpty || name.lowercased().contains(filter)
    }
}
