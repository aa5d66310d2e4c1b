// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

extension Scenario {
    /// A group of a portal: who is in it, who may see it, and how it is described.
    public struct Group: Sendable, Codable {
        /// Who may see that there is such a group.
        package enum Access: String, Sendable, CaseIterable, Codable {
            case everyone = "public"
            case organization = "org"
            case members = "private"
        }

        /// What somebody is in it, as `userMembership` spells it.
        package enum Role: String, Sendable {
            case owner, admin, member, nonmember
        }

        /// Its id.
        package var id: String
        /// Its title; `nil`: the id.
        package var title: String?
        /// User names of its members.
        package var members: [String]
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        /// The portal's first administrator unless given.
        package var owner: String?
        package var admins: [String] = []
        package var description: String?
        package var snippet: String?
        package var tags: [String] = []
        package var access = Access.organization
        package var isInvitationOnly = true
        package var isViewOnly = false
        package var isOpenData = false
        package var isProtected = false
        package var capabilities: [String] = []
        /// The identity provider's name of the group whose people are in it; `nil`: members are chosen here.
        package var providerGroupName: String?
        /// What its items are sorted by.
        package var sortField = "title"
        package var sortOrder = "asc"
        /// The time of its creation by a client; `nil`: it is as old as the portal.
        package var created: Instant?
        /// The people who asked to join it.
        package var applicants: [GroupApplicant] = []
        package var categories: JSON?
        /// The name of its thumbnail below `info`.
        package var thumbnail: String?
        let place: CodeLocation

        /// Writes a group; findings name `file`, `line` and `column`.
        public init(
            _ id: String, title: String? = nil, members: [String] = [], otherKeys: [String: Value] = [:],
            file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            self.id = id
            self.title = title
            self.members = members
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
        }

        /// What it is called.
        var heading: String { title ?? id }

        /// What a person is in it; nobody is a nonmember.
        func role(of username: String?) -> Role {
            guard let username else { return .nonmember }
            if username == owner { return .owner }
            if admins.contains(username) { return .admin }
            return members.contains(username) ? .member : .nonmember
        }
    }
}

extension Scenario.Group: ScenarioPart {
    static let table = KeyTable<Self>(
        "a group",
        [
            KeyRow("id", .string, "Its id.", isRequired: true, always: \.id),
            KeyRow("title", .string, "Its title.", \.title),
            KeyRow("members", listOf: .string, "The user names of its members.", \.members),
            KeyRow(
                "owner", .string, "The owner; default: the portal's first administrator.", \.owner),
            KeyRow("admins", listOf: .string, "The user names of its managers, in addition to the owner.", \.admins),
            KeyRow("access", .word, "Who may see that the group exists; default: org.", loaded: \.access),
            KeyRow("description", .string, "Its description.", \.description),
            KeyRow("snippet", .string, "Its summary.", \.snippet),
            KeyRow("tags", listOf: .string, "Its tags.", \.tags),
            KeyRow(
                "isInvitationOnly", .boolean, "Whether joining requires an invitation; default: true.",
                loaded: \.isInvitationOnly),
            KeyRow(
                "isViewOnly", .boolean, "Whether only its managers may add items; default: false.", loaded: \.isViewOnly
            ),
            KeyRow(
                "isOpenData", .boolean, "Whether it is a source of open data; default: false.", loaded: \.isOpenData),
            KeyRow("protected", .boolean, "Whether it cannot be deleted; default: false.", loaded: \.isProtected),
            KeyRow(
                "providerGroupName", .string,
                "The group of the identity provider whose people are in it, where logins.saml has updateGroupsAtSignin.",
                \.providerGroupName),
            KeyRow(
                "capabilities", .strings,
                "Its capabilities: updateitemcontrol for a group whose members may change items.",
                loaded: \.capabilities),
        ])

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    private init(at place: CodeLocation) {
        (id, members, otherKeys) = ("", [], [:])
        self.place = place
    }
}
