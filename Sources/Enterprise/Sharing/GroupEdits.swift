// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// `createGroup`, and `update`, `delete` and `join` of a group (docs/reference/sharing.md#groups).
enum GroupEdits {
    static func create(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            signedIn(&deployment, &context, "createGroup") { deployment, context, index, number in
                if let refused = PrivilegeDoor.refuse(
                    &deployment, &context, index, .member(portal: index, account: number), needs: Privileges.createGroup
                ) {
                    return refused
                }
                guard let title = context.parameters.given("title") else {
                    return SharingDoor.Refused(
                        errorBody: Sharing.ErrorBodies.notGiven.about("title"),
                        verdict: Verdict(
                            Sharing.Rules.notGiven, facts: [.init("missing", "title")], wouldPass: "title=…"), context
                    ).outcome
                }
                let id = Hex.encode((0..<16).map { _ in UInt8.random(in: 0...255, using: &deployment.generator) })
                var group = PortalState.Group(id, title: title)
                group.owner = deployment.portals[index].accounts[number].username
                group.created = context.now
                group.access = .members
                if let refused = change(&group, &deployment, &context, index, number) { return refused }
                deployment.portals[index].groups.append(group)
                let portal = deployment.portals[index]
                let subject = GroupDescription.Subject(
                    group: group, born: context.now, username: group.owner, place: .member, isNew: true)
                return .json(
                    .object([
                        .init("success", .bool(true)),
                        .init("group", GroupDescription.table(portal.release).json(subject, portal.release)),
                    ]))
            }
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        managed(&deployment, &context) { deployment, context, index, number in
            var group = deployment.portals[index].groups[number]
            let caller = context.caller.flatMap { deployment.portals[index].accounts.number(named: $0) } ?? 0
            if let refused = change(&group, &deployment, &context, index, caller) { return refused }
            deployment.portals[index].groups[number] = group
            return done(group)
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        managed(&deployment, &context, needs: "portal:admin:deleteGroups") { deployment, context, index, number in
            guard !deployment.portals[index].groups[number].isProtected else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.groupProtected, Sharing.Rules.groupProtected,
                    [("group", deployment.portals[index].groups[number].id)], "the group after unprotect", context)
            }
            return done(deployment.remove(group: number, portal: index))
        }
    }

    static func join(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        found(&deployment, &context) { deployment, context, index, number, account in
            let name = deployment.portals[index].accounts[account].username
            if deployment.portals[index].groups[number].role(of: name) == .nonmember {
                if let refused = PrivilegeDoor.refuse(
                    &deployment, &context, index, .member(portal: index, account: account), needs: Privileges.joinGroup)
                {
                    return refused
                }
                if deployment.portals[index].groups[number].isInvitationOnly {
                    if !deployment.portals[index].groups[number].applicants.contains(where: { $0.username == name }) {
                        deployment.portals[index].groups[number].applicants.append(
                            GroupApplicant(username: name, received: context.now))
                    }
                } else {
                    deployment.portals[index].groups[number].members.append(name)
                    let group = deployment.portals[index].groups[number]
                    let data = JSON.object([
                        .init("groupId", .string(group.id)), .init("groupTitle", .string(group.heading)),
                    ])
                    deployment.notify(name, portal: index, "group_join", data, context)
                }
            }
            return done(deployment.portals[index].groups[number])
        }
    }

    static func leave(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        found(&deployment, &context) { deployment, context, index, number, account in
            let name = deployment.portals[index].accounts[account].username
            guard deployment.portals[index].groups[number].owner != name else {
                let verdict = Verdict(
                    Sharing.Rules.ownerLeaves, facts: [.init("username", name)], wouldPass: "another member")
                return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.ownerLeaves, verdict: verdict, context)
                    .outcome
            }
            deployment.portals[index].groups[number].remove(name)
            return done(deployment.portals[index].groups[number])
        }
    }

    private static func done(_ group: PortalState.Group) -> Outcome {
        .json(.object([.init("success", .bool(true)), .init("groupId", .string(group.id))]))
    }

    private static func change(
        _ group: inout PortalState.Group, _ deployment: inout Deployment, _ context: inout RequestContext,
        _ index: Int, _ caller: Int
    ) -> Outcome? {
        let given = context.parameters
        func isTrue(_ name: String) -> Bool? { given.given(name).map { ASCII.equal($0, "true") } }
        group.title = given.given("title") ?? group.title
        if let text = given["description"] { group.description = text.isEmpty ? nil : text }
        if let text = given["snippet"] { group.snippet = text.isEmpty ? nil : text }
        if let list = given["tags"] { group.tags = ItemEdits.list(list) }
        if let list = given["capabilities"] { group.capabilities = ItemEdits.list(list) }
        group.isInvitationOnly = isTrue("isinvitationonly") ?? group.isInvitationOnly
        group.isViewOnly = isTrue("isviewonly") ?? group.isViewOnly
        group.isProtected = isTrue("protected") ?? group.isProtected
        group.sortField = given.given("sortfield") ?? group.sortField
        group.sortOrder = given.given("sortorder") ?? group.sortOrder
        if let file = given.files.first(where: { $0.name == "thumbnail" }) {
            group.thumbnail = Thumbnails.keep(
                file, "groups/\(group.id)", &deployment.portals[index], at: context.now)
        }
        guard let access = given.given("access").flatMap({ Scenario.Group.Access(rawValue: $0.lowercased()) }),
            access != group.access
        else { return nil }
        let needed: String? =
            switch access {
            case .everyone: "portal:user:shareGroupToPublic"
            case .organization: "portal:user:shareGroupToOrg"
            case .members: nil
            }
        if let needed {
            let member = Caller.member(portal: index, account: caller)
            if let refused = PrivilegeDoor.refuse(&deployment, &context, index, member, needs: needed) {
                return refused
            }
        }
        guard access != .everyone || deployment.portals[index].sharesGroupsPublicly else {
            let verdict = Verdict(
                Sharing.Rules.groupToPublic, facts: [.init("access", access.rawValue)],
                wouldPass: "access=org or access=private")
            return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.groupToPublic, verdict: verdict, context).outcome
        }
        group.access = access
        return nil
    }

    // MARK: the way in

    /// Runs `body` with the number of the group, for a signed-in member who may see the group.
    static func found(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Int, Int) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            CommunityGroup.answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) {
                deployment, context, index, caller, group in
                guard case .member(_, let account) = caller else {
                    return SharingDoor.required("community/groups/\(group.id)", context)
                }
                let number = deployment.portals[index].groups.firstIndex { $0.id == group.id } ?? 0
                return body(&deployment, &context, index, number, account)
            }
        }
    }

    /// Runs `body` with the number of the group, for its owner, its managers and those whose role has the privilege.
    static func managed(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        needs privilege: String = "portal:admin:updateGroups",
        _ body: (inout Deployment, inout RequestContext, Int, Int) -> Outcome
    ) -> Outcome {
        found(&deployment, &context) { deployment, context, index, number, account in
            refuse(&deployment, &context, index, number, account, needs: privilege)
                ?? body(&deployment, &context, index, number)
        }
    }

    /// Returns the refusal of a member who neither manages the group nor has the privilege.
    static func refuse(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ number: Int, _ account: Int,
        needs privilege: String
    ) -> Outcome? {
        let name = deployment.portals[index].accounts[account].username
        let role = deployment.portals[index].groups[number].role(of: name)
        if [.owner, .admin].contains(role) || deployment.portals[index].may(account, privilege) { return nil }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                Sharing.Rules.notGroupManager,
                facts: [
                    .init("username", name), .init("role", role.rawValue), .init("privilege", privilege),
                ], wouldPass: "the owner, a manager or an administrator"))
    }

    private static func signedIn(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ resource: String,
        _ body: (inout Deployment, inout RequestContext, Int, Int) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard case .member(_, let number) = caller else {
                return SharingDoor.required("community/\(resource)", context)
            }
            return body(&deployment, &context, index, number)
        }
    }
}

extension Scenario.Group {
    /// Removes a person who is not the owner.
    mutating func remove(_ username: String) {
        members.removeAll { $0 == username }
        admins.removeAll { $0 == username }
    }
}
