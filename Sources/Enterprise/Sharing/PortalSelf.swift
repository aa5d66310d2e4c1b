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
            if let unknown = unknown(context) { return unknown }
            return body(&deployment, &context, index, caller)
        }
    }

    /// Returns the refusal of an id that is not the organization's, or of a word that is no id: those have sixteen letters
    /// and digits.
    static func unknown(_ context: RequestContext) -> Outcome? {
        guard let id = context.names["id"], !ASCII.equal(id, "self"), id != PortalState.organizationID else {
            return nil
        }
        let wouldPass = "portals/self, or portals/\(PortalState.organizationID)"
        guard id.utf8.count == 16, id.utf8.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) }) else {
            return SharingDoor.noResource(
                [.init("path", context.route.path), .init("word", id)], wouldPass, context)
        }
        return SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.portalMissing,
            verdict: Verdict(Sharing.Rules.portalMissing, facts: [.init("id", id)], wouldPass: wouldPass), context
        ).outcome
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
