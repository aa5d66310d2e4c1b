// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portals/self` and `portals/{id}`: the organization, and with a token the caller.
enum PortalSelf {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context) { deployment, context, index, caller in
            let portal = deployment.portals[index]
            var subject = Subject(
                portal: portal, url: deployment.url(ofPortal: index, context), port: deployment.ports[index],
                helperServices: HelperServices.of(portal: index, deployment, context))
            switch caller {
            case .member(_, let number):
                subject.user = CommunityUser.json(deployment, context, index, number, caller)
            case .app(_, let number): subject.appID = portal.apps[number].clientID
            default: break
            }
            return .json(portal.overridden(description.json(subject, portal.release)))
        }
    }

    /// Checks the door, and compares the id in the path, if any, with the organization's.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Caller) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            if let id = context.names["id"], id != "self", id != PortalState.organizationID {
                return SharingDoor.Refused(
                    errorBody: Sharing.ErrorBodies.portalMissing,
                    verdict: Verdict(
                        Sharing.Rules.portalMissing, facts: [.init("id", id)],
                        wouldPass: "portals/self, or portals/\(PortalState.organizationID)"), context
                ).outcome
            }
            return body(&deployment, &context, index, caller)
        }
    }
}

extension PortalState {
    /// Returns `portals/self` with the scenario's own settings: in place of the double's, or in their alphabetical
    /// place.
    fileprivate func overridden(_ json: JSON) -> JSON {
        guard case .object(let given)? = properties, case .object(var members) = json else { return json }
        for member in given {
            if let index = members.firstIndex(where: { $0.name == member.name }) {
                members[index].value = member.value
            } else {
                let after = members.firstIndex { PortalSelf.settingNames.contains($0.name) && $0.name > member.name }
                let end = members.lastIndex { PortalSelf.settingNames.contains($0.name) }.map { $0 + 1 }
                members.insert(member, at: after ?? end ?? members.count)
            }
        }
        return .object(members)
    }
}
