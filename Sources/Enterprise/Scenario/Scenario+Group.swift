// SPDX-License-Identifier: Apache-2.0

extension Scenario {
    /// A group of a portal: who is in it, who may see it, and how it is described.
    package struct Group: Sendable {
        /// Who may see that there is such a group.
        package enum Access: String, Sendable, CaseIterable {
            case everyone = "public"
            case organization = "org"
            case members = "private"
        }

        /// What somebody is in it, as `userMembership` spells it.
        package enum Role: String, Sendable {
            case owner, admin, member, nonmember
        }

        package var id: String
        package var title: String
        package var members: [String]
        /// The portal's first administrator unless given.
        package var owner: String?
        package var admins: [String] = []
        package var description: String?
        package var snippet: String?
        package var tags: [String] = []
        package var access = Access.organization
        package var isInvitationOnly = true

        /// What a person is in it; nobody is a nonmember.
        func role(of username: String?) -> Role {
            guard let username else { return .nonmember }
            if username == owner { return .owner }
            if admins.contains(username) { return .admin }
            return members.contains(username) ? .member : .nonmember
        }
    }
}
