// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The members of a group: `userlist`, `addUsers`, `removeUsers`, `updateUsers`, and `invite` with the invitations of a
/// member (docs/reference/sharing.md#r6, #r7, #r11 and #r12).
enum GroupMembers {
    /// The most users that one call takes (documented).
    private static let most = 25

    /// The members a page at a time; the owner stands by itself and is not counted.
    static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        CommunityGroup.answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) {
            deployment, context, index, _, group in
            let portal = deployment.portals[index]
            func fullName(_ name: String) -> String {
                portal.accounts.number(named: name).map { portal.accounts[$0].fullName } ?? name
            }
            let people =
                group.admins.filter { $0 != group.owner }.map { ($0, "admin") }
                + group.members.filter { $0 != group.owner && !group.admins.contains($0) }.map { ($0, "member") }
            let page = ResultPage(context.parameters, total: people.count)
            let hasOrganization = portal.release.version.isOnline ? portal.year >= 2021 : portal.version >= .v10_9
            let users = people[page.range].map { name, type -> JSON in
                let organization: [JSON.Member] =
                    hasOrganization ? [.init("orgId", .string(PortalState.organizationID))] : []
                return .object(
                    [
                        .init("username", .string(name)), .init("fullName", .string(fullName(name))),
                        .init("memberType", .string(type)), .init("thumbnail", .null),
                        .init("joined", .time(group.created ?? portal.created)),
                    ] + organization)
            }
            let owner = group.owner ?? ""
            return .json(
                .object(
                    page.members + [
                        .init(
                            "owner",
                            .object([
                                .init("username", .string(owner)), .init("fullName", .string(fullName(owner))),
                            ])), .init("users", .array(users)),
                    ]))
        }
    }

    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, context, index, number in
            let users = NameList.read(context.parameters.given("users"))
            let admins = NameList.read(context.parameters.given("admins"))
            if let refused = tooMany(users + admins, context) { return refused }
            let known = deployment.portals[index].accounts
            var notAdded: [String] = []
            for name in users + admins {
                guard known.number(named: name) != nil else {
                    notAdded.append(name)
                    continue
                }
                deployment.portals[index].groups[number].remove(name)
                if admins.contains(name) {
                    deployment.portals[index].groups[number].admins.append(name)
                } else {
                    deployment.portals[index].groups[number].members.append(name)
                }
            }
            return .json(.object([.init("notAdded", .strings(notAdded))]))
        }
    }

    /// Removes members; those who never were members are listed (docs/reference/sharing.md#r6).
    static func remove(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, context, index, number in
            let users = NameList.read(context.parameters.given("users"))
            if let refused = tooMany(users, context) { return refused }
            var notRemoved: [String] = []
            for name in users {
                let role = deployment.portals[index].groups[number].role(of: name)
                if role == .nonmember || role == .owner {
                    notRemoved.append(name)
                } else {
                    deployment.portals[index].groups[number].remove(name)
                }
            }
            return .json(.object([.init("notRemoved", .strings(notRemoved))]))
        }
    }

    /// Makes members managers, and managers members.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, context, index, number in
            let users = NameList.read(context.parameters.given("users"))
            let admins = NameList.read(context.parameters.given("admins"))
            if let refused = tooMany(users + admins, context) { return refused }
            let results = (users + admins).map { name -> JSON in
                let role = deployment.portals[index].groups[number].role(of: name)
                let isMember = role == .admin || role == .member
                if isMember {
                    deployment.portals[index].groups[number].remove(name)
                    if admins.contains(name) {
                        deployment.portals[index].groups[number].admins.append(name)
                    } else {
                        deployment.portals[index].groups[number].members.append(name)
                    }
                }
                return .object([.init("username", .string(name)), .init("success", .bool(isMember))])
            }
            return .json(.object([.init("results", .array(results))]))
        }
    }

    /// Invites users. It says success of somebody invited before as well (docs/reference/sharing.md#r5).
    static func invite(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, context, index, number in
            let group = deployment.portals[index].groups[number]
            for name in NameList.read(context.parameters.given("users"))
            where deployment.portals[index].accounts.number(named: name) != nil {
                let isInvited = deployment.portals[index].invitations.contains {
                    $0.group == group.id && $0.username == name
                }
                guard !isInvited else { continue }
                let id = "G" + Hex.encode((0..<16).map { _ in UInt8.random(in: 0...255, using: &deployment.generator) })
                deployment.portals[index].invitations.append(
                    GroupInvitation(
                        id: id, group: group.id, username: name, from: context.caller ?? "", received: context.now))
            }
            return .json(.object([.init("success", .bool(true)), .init("groupId", .string(group.id))]))
        }
    }

    static func tooMany(_ names: [String], _ context: RequestContext, most: Int = most) -> Outcome? {
        guard names.count > most else { return nil }
        let verdict = Verdict(
            Sharing.Rules.tooManyUsers, facts: [.init("users", "\(names.count)")], wouldPass: "at most \(most)")
        return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.tooManyUsers, verdict: verdict, context).outcome
    }
}
