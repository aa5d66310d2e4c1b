// SPDX-License-Identifier: Apache-2.0

extension PortalState {
    /// Returns the role with that id, if it is none of the three of every portal.
    func role(_ id: String) -> CustomRole? { roles.first { $0.id == id } }

    /// Returns whether the portal has a role with that id.
    func hasRole(_ id: String) -> Bool {
        ["org_admin", "org_publisher", "org_user"].contains(id) || role(id) != nil
    }

    /// Returns what a member with that role may do.
    func privileges(ofRole id: String) -> [String] { Self.privileges(ofRole: id, among: roles) }

    /// Returns what a role may do; `roles` are those of a portal, which is large to copy.
    static func privileges(ofRole id: String, among roles: [CustomRole]) -> [String] {
        roles.first { $0.id == id }?.privileges ?? Privileges.of(id)
    }

    /// Returns whether the member's role has a privilege. Administrators have every one.
    func may(_ number: Int, _ privilege: String) -> Bool {
        accounts[number].isAdministrator || privileges(ofRole: accounts[number].role).contains(privilege)
    }
}
