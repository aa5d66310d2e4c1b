// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension PortalState {
    /// Sets a setting of `portals/self`, or removes what was set.
    mutating func set(_ name: String, _ value: JSON?) {
        var members = properties?.members ?? []
        let number = members.firstIndex { $0.name == name }
        switch (number, value) {
        case (let number?, let value?): members[number].value = value
        case (let number?, nil): members.remove(at: number)
        case (nil, let value?): members.append(.init(name, value))
        case (nil, nil): break
        }
        properties = .object(members)
    }

    /// A Boolean value that indicates whether people without an account may look for content.
    var admitsAnonymous: Bool { properties?["access"]?.text != "private" }

    /// A Boolean value that indicates whether members may change their profiles.
    var allowsProfiles: Bool { properties?["updateUserProfileDisabled"]?.truth != true }

    /// The role and the type that a new member gets where none is named: `userDefaultSettings`.
    var newMember: (role: String?, licenseType: String?) {
        let given = documents["userDefaultSettings"]
        return (given?["role"]?.text, given?["userLicenseType"]?.text)
    }

    /// Returns the role and the user type that a new member gets: those that are named, else the organization's defaults, else
    /// the role of the type.
    func standing(role: String?, licenseType: String?) -> (role: String, licenseType: String) {
        let type = licenseType ?? newMember.licenseType ?? security.defaultUserType ?? "creatorUT"
        let ofType = version >= .v10_7 ? UserType.named(type)?.defaultRole : nil
        return (role ?? newMember.role ?? ofType ?? "org_user", type)
    }
}
