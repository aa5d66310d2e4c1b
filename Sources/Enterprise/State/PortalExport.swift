// SPDX-License-Identifier: Apache-2.0

import Formats

/// What `exportSite` keeps of a portal: its members, groups, content and settings; not its addresses and its key.
struct PortalExport: Sendable, Codable {
    private let portal: PortalState

    init(_ portal: PortalState) { self.portal = portal }

    /// Brings them back. Tokens of before are worth nothing.
    func restore(_ other: inout PortalState) {
        (other.accounts, other.apps, other.groups, other.items) = (
            portal.accounts, portal.apps, portal.groups, portal.items
        )
        (other.folders, other.resources, other.roles) = (portal.folders, portal.resources, portal.roles)
        (other.documents, other.files, other.thumbnails) = (portal.documents, portal.files, portal.thumbnails)
        (other.properties, other.organization) = (portal.properties, portal.organization)
        (other.invitations, other.notifications) = (portal.invitations, portal.notifications)
        other.security = portal.security
        other.issuer.rotate()
    }
}

extension PortalState {
    /// Makes a portal as one that has no site yet.
    mutating func empty() {
        accounts = Accounts([])
        (groups, items, folders) = ([], [], [])
        (resources, documents, files) = ([:], [:], [:])
        (invitations, organizationInvitations, notifications) = ([], [], [])
        roles = Privileges.standing
        apps.removeAll { !$0.isStanding }
        hasSite = false
        issuer.rotate()
    }
}
