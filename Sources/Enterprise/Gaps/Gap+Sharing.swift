// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Gaps of a portal: `sharing/rest` and `portaladmin`.
extension Gap {
    func sharing(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        switch row?.audience ?? .anyone {
        case .anyone, .members, .administrators:
            SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
                refuse(deployment, &context, index, caller) ?? inSharing(context)
            }
        case .owner: UserContent.answer(&deployment, &context) { _, context, _, _, _ in inSharing(context) }
        case .publisher:
            UserContent.answer(&deployment, &context) { deployment, context, index, caller, _ in
                if case .member(_, let number) = caller,
                    !deployment.portals[index].may(number, Privileges.publishing)
                {
                    return SharingDoor.forbidden(
                        &context,
                        Verdict(
                            Sharing.Rules.noPrivilege,
                            facts: [
                                .init("user", deployment.name(of: caller) ?? "nobody"),
                                .init("role", deployment.portals[index].accounts[number].role),
                                .init("privilege", Privileges.publishing),
                            ], wouldPass: "a member with the role org_publisher or org_admin"))
                }
                return inSharing(context)
            }
        }
    }

    /// Returns the refusal of a caller who may not ask for what is there.
    private func refuse(
        _ deployment: Deployment, _ context: inout RequestContext, _ index: Int, _ caller: Caller
    ) -> Outcome? {
        guard let audience = row?.audience, audience != .anyone else { return nil }
        guard caller != .anonymous else { return SharingDoor.required(path, context) }
        guard audience == .administrators else { return nil }
        if case .member(_, let number) = caller, deployment.portals[index].accounts[number].isAdministrator {
            return nil
        }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                Sharing.Rules.notAdministrator,
                facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                wouldPass: "a member with the role org_admin"))
    }

    private func inSharing(_ context: RequestContext) -> Outcome {
        if let given { return Gap.outcome(given) }
        guard row != nil else { return SharingDoor.noResource(told, instead(.portal), context) }
        return SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notEmulated.about(path),
            verdict: Verdict(Sharing.Rules.notEmulated, facts: told, wouldPass: howToGive), context
        ).outcome
    }

    func portalAdmin(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        if row?.audience != .anyone, let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        if let given { return Gap.outcome(given) }
        guard row != nil else {
            return .refused(
                Administration.ErrorBodies.noResource.about(last),
                Verdict(Administration.Rules.portalNoResource, facts: told, wouldPass: instead(.portal)))
        }
        return .refused(
            Administration.ErrorBodies.notEmulated.about(path),
            Verdict(Administration.Rules.portalNotEmulated, facts: told, wouldPass: howToGive))
    }
}
