// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Who may do something to the organization, its members and its groups: the privileges of the role decide.
enum PrivilegeDoor {
    typealias Body = (inout Deployment, inout RequestContext, Int) -> Outcome

    /// Returns the refusal of a caller whose role lacks the privilege, or `nil` if it has it. Nobody gets 499.
    static func refuse(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ caller: Caller,
        needs privilege: String
    ) -> Outcome? {
        guard caller != .anonymous else { return SharingDoor.required(context.route.path, context) }
        guard case .member(_, let number) = caller else {
            return SharingDoor.forbidden(
                &context,
                Verdict(
                    Sharing.Rules.notAdministrator, facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                    wouldPass: "a member with the role org_admin"))
        }
        guard !deployment.portals[index].may(number, privilege) else { return nil }
        let (name, role) = (
            deployment.portals[index].accounts[number].username, deployment.portals[index].accounts[number].role
        )
        let isAdministrative = privilege.hasPrefix("portal:admin:")
        // A role that somebody made lacks the privilege; one of the three is the wrong one.
        let rule =
            isAdministrative && deployment.portals[index].role(role) == nil
            ? Sharing.Rules.notAdministrator : Sharing.Rules.noPrivilege
        let others = deployment.portals[index].roles.filter { $0.privileges.contains(privilege) }.map(\.name)
        let standing = ["org_user", "org_publisher", "org_admin"].filter { Privileges.of($0).contains(privilege) }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                rule,
                facts: [.init("user", name), .init("role", role), .init("privilege", privilege)],
                wouldPass: "a member with the role \((standing + others).joined(separator: " or "))"))
    }

    /// Runs `body` for a caller with the privilege; changes require POST.
    static func posted(
        _ deployment: inout Deployment, _ context: inout RequestContext, needs privilege: String, _ body: Body
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            read(&deployment, &context, needs: privilege, body)
        }
    }

    /// Runs `body` for a caller with the privilege.
    static func read(
        _ deployment: inout Deployment, _ context: inout RequestContext, needs privilege: String, _ body: Body
    ) -> Outcome {
        PortalSelf.answer(&deployment, &context) { deployment, context, index, caller in
            refuse(&deployment, &context, index, caller, needs: privilege) ?? body(&deployment, &context, index)
        }
    }

    /// Runs `body` with the number of the member in the path, for a caller with the privilege and, if `isOwn`, for the
    /// member.
    static func member(
        _ deployment: inout Deployment, _ context: inout RequestContext, needs privilege: String, isOwn: Bool = false,
        _ body: (inout Deployment, inout RequestContext, Int, Int) -> Outcome
    ) -> Outcome {
        CommunityUser.answer(&deployment, &context) { deployment, context, index, caller, number in
            if isOwn, case .member(_, number) = caller { return body(&deployment, &context, index, number) }
            return refuse(&deployment, &context, index, caller, needs: privilege)
                ?? body(&deployment, &context, index, number)
        }
    }

    /// Runs `body` with the number of the member in the path; changes require POST.
    static func postedMember(
        _ deployment: inout Deployment, _ context: inout RequestContext, needs privilege: String, isOwn: Bool = false,
        _ body: (inout Deployment, inout RequestContext, Int, Int) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            member(&deployment, &context, needs: privilege, isOwn: isOwn, body)
        }
    }
}

extension SharingDoor {
    /// Returns a refusal in the portal's envelope.
    static func refused(
        _ errorBody: ErrorBody, _ rule: Rule, _ facts: [(String, String)], _ wouldPass: String,
        _ context: RequestContext
    ) -> Outcome {
        Refused(
            errorBody: errorBody,
            verdict: Verdict(rule, facts: facts.map { .init($0.0, $0.1) }, wouldPass: wouldPass), context
        ).outcome
    }

    /// Returns the refusal of a request that lacks a parameter.
    static func notGiven(_ name: String, _ context: RequestContext) -> Outcome {
        refused(
            Sharing.ErrorBodies.notGiven.about(name), Sharing.Rules.notGiven, [("missing", name)], "\(name)=…", context)
    }

    /// `{"success":true}`, with what follows.
    static func done(_ members: [JSON.Member] = []) -> Outcome {
        .json(.object([.init("success", .bool(true))] + members))
    }
}
