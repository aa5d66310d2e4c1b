// SPDX-License-Identifier: Apache-2.0

import Formats

/// The security configuration of a portal, as `portaladmin/security/config` shows it.
struct PortalSecurity: Sendable, Codable {
    /// The members that were changed.
    var changed: [JSON.Member] = []

    static let typeKey = "defaultUserLicenseTypeIdForUser"

    /// Returns the type of new members, or `nil` while none is set.
    var defaultUserType: String? {
        changed.first { $0.name == Self.typeKey }?.value.text.flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func change(_ member: JSON.Member) {
        changed.removeAll { $0.name == member.name }
        changed.append(member)
    }
}
