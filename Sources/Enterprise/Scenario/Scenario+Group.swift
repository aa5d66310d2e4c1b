// SPDX-License-Identifier: Apache-2.0

extension Scenario {
    /// A group of a portal: its members, its access, and its description.
    package struct Group: Sendable {
        /// Who may see that the group exists.
        package enum Access: String, Sendable, CaseIterable {
            case everyone = "public"
            case organization = "org"
            case members = "private"
        }

        /// The role of a user in it, as spelled by `userMembership`.
        package enum Role: String, Sendable {
            case owner, admin, member, nonmember
        }

        package var id: String
        package var title: String
        package var members: [String]
        /// The owner; the portal's first administrator by default.
        package var owner: String?
        package var admins: [String] = []
        package var description: String?
        package var snippet: String?
        package var tags: [String] = []
        package var access = Access.organization
        package var isInvitationOnly = true

        /// Returns the role of a user; an anonymous caller is a nonmember.
        func role(of username: String?) -> Role {
            guard let username else { return .nonmember }
            if username == owner { return .owner }
            if admins.contains(username) { return .admin }
            return members.contains(username) ? .member : .nonmember
        }
    }
}
