// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `community/groups/{id}` and the resources below it, and the groups of a user object.
enum CommunityGroup {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) { deployment, context, index, caller, group in
            .json(json(group, deployment, context, index, caller, hasMembership: true))
        }
    }

    /// `users`: the owner, the managers, and all other members (documented).
    static func users(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) { _, _, _, _, group in
            let admins = [group.owner].compactMap(\.self) + group.admins.filter { $0 != group.owner }
            return .json(
                .object([
                    .init("owner", .orNull(group.owner)), .init("admins", .strings(admins)),
                    .init("users", .strings(group.members.filter { !admins.contains($0) })),
                ]))
        }
    }

    /// Checks the door, finds the group, and answers with the result of `body`. `words` is the error if there is none,
    /// which differs between content and community.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ errorBody: ErrorBody,
        _ body: (inout Deployment, inout RequestContext, Int, Caller, PortalState.Group) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            let id = context.names["id"] ?? ""
            let group = deployment.portals[index].groups.first { $0.id == id }
            guard let group, deployment.maySee(group, caller) else {
                return SharingDoor.Refused(
                    errorBody: errorBody,
                    verdict: Verdict(
                        Sharing.Rules.groupMissing,
                        facts: [
                            .init("group", id), .init("caller", deployment.name(of: caller) ?? "anonymous"),
                            .init("access", group?.access.rawValue ?? "there is none"),
                        ], wouldPass: "the id of a group that the caller may see"), context
                ).outcome
            }
            return body(&deployment, &context, index, caller, group)
        }
    }

    /// The values for a group's JSON.
    struct Subject: Sendable {
        var group: PortalState.Group
        var born: Instant
        /// The user whose membership is reported, or `nil`.
        var username: String?
        var hasMembership: Bool
    }

    static let description = SharingDescription<Subject>(
        rows: [
            .init("id") { .string($0.group.id) }, .init("title") { .string($0.group.heading) },
            .init("isInvitationOnly") { .bool($0.group.isInvitationOnly) },
            .init("owner") { .orNull($0.group.owner) }, .init("description") { .orNull($0.group.description) },
            .init("snippet") { .orNull($0.group.snippet) }, .init("tags") { .strings($0.group.tags) },
            .init("phone", .null), .init("sortField", .string("title")), .init("sortOrder", .string("asc")),
            .init("isViewOnly", .bool(false)), .init("thumbnail", .null), .init("created") { .time($0.born) },
            .init("modified") { .time($0.born) }, .init("access") { .string($0.group.access.rawValue) },
            .init("capabilities", .array([])), .init("isFav", .bool(false)), .init("isReadOnly", .bool(false)),
            .init("protected", .bool(false)), .init("autoJoin", .bool(false)),
            .init("notificationsEnabled", .bool(false)), .init("provider", .null), .init("providerGroupName", .null),
            .init("userMembership") { subject in
                guard subject.hasMembership, let username = subject.username else { return nil }
                return .object([
                    .init("username", .string(username)),
                    .init("memberType", .string(subject.group.role(of: username).rawValue)),
                ])
            },
        ], evidence: .captured("TerriaJS/terriajs ArcGisPortal_user-info (an Enterprise portal, 2020)"))

    static func json(
        _ group: PortalState.Group, _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ caller: Caller,
        hasMembership: Bool = false
    ) -> JSON {
        var username: String?
        if case .member = caller { username = deployment.name(of: caller) }
        let subject = Subject(
            group: group, born: deployment.portals[index].created, username: username, hasMembership: hasMembership)
        return description.json(subject, context.profile.version)
    }
}

extension Deployment {
    /// Returns whether the caller may see that the group exists.
    func maySee(_ group: PortalState.Group, _ caller: Caller) -> Bool {
        switch (group.access, caller) {
        case (.everyone, _): true
        case (_, .anonymous), (_, .siteAdmin), (_, .storeUser): false
        case (.organization, _): true
        case (.members, .member(let portal, let account)):
            portals[portal].accounts[account].isAdministrator
                || group.role(of: portals[portal].accounts[account].username) != .nonmember
        case (.members, .app): false
        }
    }
}
