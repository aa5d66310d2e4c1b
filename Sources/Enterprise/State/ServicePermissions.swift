// SPDX-License-Identifier: Apache-2.0

/// Who may use a service of a standalone server, as `permissions` lists it: everyone, everyone who signs in, roles.
struct ServicePermissions: Sendable, Codable {
    static let everyone = "esriEveryone"
    static let authenticated = "esriAuthenticated"

    struct Permission: Sendable, Hashable, Codable {
        var principal: String
        var isAllowed: Bool
    }

    /// The principals, in the order in which they were named.
    private(set) var list: [Permission] = []

    /// The permissions that a service has before somebody changes them.
    init(_ access: Scenario.Access) {
        list = [Permission(principal: Self.everyone, isAllowed: access == .everyone)]
        switch access {
        case .organization: list.append(Permission(principal: Self.authenticated, isAllowed: true))
        case .groups(let roles): list += roles.map { Permission(principal: $0, isAllowed: true) }
        case .everyone, .owner: break
        }
    }

    /// Allows a principal, or no longer.
    mutating func set(_ principal: String, _ isAllowed: Bool) {
        if let index = list.firstIndex(where: { $0.principal == principal }) {
            list[index].isAllowed = isAllowed
        } else {
            list.append(Permission(principal: principal, isAllowed: isAllowed))
        }
    }

    /// Forgets a principal.
    mutating func remove(_ principal: String) { list.removeAll { $0.principal == principal } }

    /// The access that the permissions amount to.
    var access: Scenario.Access {
        func allows(_ principal: String) -> Bool { list.contains { $0.principal == principal && $0.isAllowed } }
        if allows(Self.everyone) { return .everyone }
        if allows(Self.authenticated) { return .organization }
        let roles = list.filter { $0.isAllowed }.map(\.principal)
        return roles.isEmpty ? .owner : .groups(roles)
    }
}
