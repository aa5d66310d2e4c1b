// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What is checked of a member before there is one, by whatever door: the name, the role within the user type, the
/// password.
struct NewMember: Sendable {
    enum Problem: Error, Sendable {
        case taken, unknownType(String), role(String), password(lack: String)
    }

    var username: String
    var password = ""
    var provider = Scenario.User.Provider.arcgis
    /// `nil`: the organization's default, else that of the user type.
    var role: String?
    var licenseType: String?
    var fullName: String?
    var email: String?
    var nameID: String?
    var description: String?
    var groups: [String] = []

    /// Adds the member to a portal, if nothing is wrong with it.
    func join(_ portal: inout PortalState, at now: Instant) throws(Problem) {
        guard portal.accounts.number(namedLike: username) == nil else { throw .taken }
        let hasTypes = portal.version >= .v10_7
        let (wanted, typeID) = portal.standing(role: role, licenseType: licenseType)
        let type = UserType.named(typeID)
        if hasTypes, type == nil { throw .unknownType(typeID) }
        guard portal.hasRole(wanted), !hasTypes || type?.admits(portal.privileges(ofRole: wanted)) ?? true else {
            throw .role(wanted)
        }
        if provider == .arcgis, let lack = portal.accounts.passwordPolicy?.lack(password, of: username) {
            throw .password(lack: lack)
        }
        var account = Account(
            username: username, password: password, provider: provider, role: wanted,
            fullName: fullName ?? username, email: email ?? "", isDisabled: false, nameID: nameID)
        account.description = description
        account.licenseType = typeID
        (account.created, account.passwordChanged) = (now, now)
        portal.accounts.append(account)
        for id in groups {
            guard let number = portal.groups.firstIndex(where: { $0.id == id }) else { continue }
            portal.groups[number].members.append(username)
        }
    }
}
