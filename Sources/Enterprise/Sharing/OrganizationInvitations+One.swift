// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portals/{id}/invitations/{invitation}`, and its `delete`, by which clients take one back
/// (docs/reference/sharing.md#l8).
extension OrganizationInvitations {
    static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            guard let number = find(deployment, context, index) else { return missing(context) }
            return .json(json(deployment.portals[index].organizationInvitations[number]))
        }
    }

    static func deleteOne(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            guard let number = find(deployment, context, index) else { return missing(context) }
            let id = deployment.portals[index].organizationInvitations.remove(at: number).id
            return SharingDoor.done([.init("id", .string(id))])
        }
    }

    private static func find(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> Int? {
        let id = context.names["invitation"] ?? ""
        return deployment.portals[index].organizationInvitations.firstIndex { $0.id == id && $0.expires > context.now }
    }

    private static func missing(_ context: RequestContext) -> Outcome {
        SharingDoor.refused(
            Sharing.ErrorBodies.invitationMissing, Sharing.Rules.invitationMissing,
            [("invitation", context.names["invitation"] ?? "")], "the id of an invitation that waits", context)
    }
}
