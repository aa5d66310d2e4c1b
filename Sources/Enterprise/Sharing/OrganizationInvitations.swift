// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Invitations to the organization: `portals/{id}/invite`, `invitations` and `deleteInvitations`, and
/// `community/signUp`, by which somebody who was invited joins.
enum OrganizationInvitations {
    static let privilege = "portal:admin:inviteUsers"

    /// Invites people. Who has a password, or is known to an identity provider, is a member at once; the others wait
    /// until they sign up. Those who are members already are not invited, and nobody says why
    /// (docs/reference/sharing.md#u7).
    static func invite(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            let text = context.parameters.given("invitationlist")
            guard text != nil || context.parameters.given("emails") != nil else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.emailsRequired, Sharing.Rules.notGiven, [("missing", "emails")],
                    "emails=…, or invitationList as JSON", context)
            }
            var people = text.flatMap { try? JSONReader.read(Array($0.utf8)) }?["invitations"]?.elements ?? []
            people += NameList.read(context.parameters.given("emails")).map {
                .object([.init("email", .string($0)), .init("username", .string($0))])
            }
            var notInvited: [String] = []
            for person in people {
                let name = person["username"]?.text ?? person["email"]?.text ?? ""
                if !invite(person, name, &deployment, context, index) { notInvited.append(name) }
            }
            return SharingDoor.done([.init("notInvited", .strings(notInvited))])
        }
    }

    private static func invite(
        _ person: JSON, _ name: String, _ deployment: inout Deployment, _ context: RequestContext, _ index: Int
    ) -> Bool {
        guard !name.isEmpty, deployment.portals[index].accounts.number(namedLike: name) == nil else { return false }
        let names = [person["firstname"]?.text, person["lastname"]?.text].compactMap(\.self)
        let isEnterprise = person["targetUserProvider"]?.text == "enterprise"
        var member = NewMember(username: name)
        member.password = person["password"]?.text ?? ""
        member.provider = isEnterprise ? .enterprise : .arcgis
        member.role = person["role"]?.text.flatMap { $0.isEmpty ? nil : $0 }
        member.licenseType = person["userLicenseType"]?.text.flatMap { $0.isEmpty ? nil : $0 }
        member.fullName =
            person["fullname"]?.text ?? person["fullName"]?.text
            ?? (names.isEmpty ? nil : names.joined(separator: " "))
        member.email = person["email"]?.text
        member.nameID = person["idpUsername"]?.text
        member.groups = NameList.read(person["groups"]?.text)
        guard !member.password.isEmpty || isEnterprise else {
            let id = "O" + Hex.encode(deployment.generator.bytes(16))
            deployment.portals[index].organizationInvitations.append(
                OrganizationInvitation(
                    id: id, email: member.email ?? "", username: name, role: member.role ?? "org_user",
                    licenseType: member.licenseType, from: context.caller ?? "", received: context.now,
                    expires: context.now.advanced(minutes: GroupInvitation.minutes)))
            return true
        }
        do throws(NewMember.Problem) {
            try member.join(&deployment.portals[index], at: context.now)
            return true
        } catch { return false }
    }

    static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            let waiting = deployment.portals[index].organizationInvitations.filter { $0.expires > context.now }
            let page = ResultPage(context.parameters, total: waiting.count)
            return .json(.object(page.members + [.init("invitations", .array(waiting[page.range].map(json)))]))
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            let ids = NameList.read(context.parameters.given("invitationids") ?? context.parameters.given("ids"))
            let known = deployment.portals[index].organizationInvitations.map(\.id)
            deployment.portals[index].organizationInvitations.removeAll { ids.contains($0.id) }
            return SharingDoor.done([.init("notDeleted", .strings(ids.filter { !known.contains($0) }))])
        }
    }

    /// Makes an invitation an account. Nobody else joins by himself: a portal's sign-up is off (documented of
    /// `disableSignup` since 10.8.1), unless its administrators turned it on.
    static func signUp(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            SharingDoor.answer(&deployment, &context) { deployment, context, index, _ in
                for name in ["username", "password"] where context.parameters.given(name) == nil {
                    return SharingDoor.notGiven(name, context)
                }
                let given = context.parameters
                let (username, email) = (given.given("username") ?? "", given.given("email") ?? "")
                let number = deployment.portals[index].organizationInvitations.firstIndex {
                    $0.expires > context.now && ($0.username == username || (!email.isEmpty && $0.email == email))
                }
                let isOpen = deployment.portals[index].documents["system/properties"]?["disableSignup"]?.truth == false
                guard number != nil || isOpen else {
                    return SharingDoor.refused(
                        Sharing.ErrorBodies.signUpOff, Sharing.Rules.signUpOff, [("username", username)],
                        "a name or an email address that was invited", context)
                }
                var member = NewMember(username: username)
                member.password = given.given("password") ?? ""
                member.fullName = given.given("fullname")
                member.email = email
                if let number {
                    member.role = deployment.portals[index].organizationInvitations[number].role
                    member.licenseType = deployment.portals[index].organizationInvitations[number].licenseType
                }
                do throws(NewMember.Problem) {
                    try member.join(&deployment.portals[index], at: context.now)
                } catch { return refused(error, username, context) }
                if let number { deployment.portals[index].organizationInvitations.remove(at: number) }
                return SharingDoor.done([.init("username", .string(username))])
            }
        }
    }

    private static func refused(_ problem: NewMember.Problem, _ name: String, _ context: RequestContext) -> Outcome {
        switch problem {
        case .taken:
            SharingDoor.refused(
                Sharing.ErrorBodies.usernameTaken.about(name), Sharing.Rules.usernameTaken, [("username", name)],
                "a name that community/checkUsernames suggests", context)
        case .unknownType(let id):
            SharingDoor.refused(
                Sharing.ErrorBodies.licenseType.about(id), Sharing.Rules.licenseType, [("userLicenseType", id)],
                "one of \(UserType.all.map(\.id).joined(separator: ", "))", context)
        case .role(let role):
            SharingDoor.refused(
                Sharing.ErrorBodies.roleBeyondType, Sharing.Rules.roleBeyondType, [("role", role)],
                "an invitation with a role that the user type allows", context)
        case .password(let lack):
            SharingDoor.refused(
                Sharing.ErrorBodies.weakPassword, Sharing.Rules.weakPassword, [("username", name), ("lacks", lack)],
                "a password with at least \(lack)", context)
        }
    }

    static func json(_ invitation: OrganizationInvitation) -> JSON {
        .object([
            .init("id", .string(invitation.id)), .init("targetType", .string("organization")),
            .init("targetId", .string(PortalState.organizationID)), .init("email", .string(invitation.email)),
            .init("username", .string(invitation.username)), .init("role", .string(invitation.role)),
            .init("userLicenseType", .orNull(invitation.licenseType)), .init("accepted", .bool(false)),
            .init("received", .time(invitation.received)), .init("dateAccepted", .int(-1)),
            .init("expiration", .time(invitation.expires)),
            .init("fromUsername", .object([.init("username", .string(invitation.from))])),
        ])
    }
}
