// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Those who asked to join a group, for its managers: `community/groups/{id}/applications`, and `accept` and `decline`
/// (developers.arcgis.com/rest/users-groups-and-items/group-applications).
enum GroupApplications {
    static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        managed(&deployment, &context) { deployment, _, index, number in
            let applicants = deployment.portals[index].groups[number].applicants
            return .json(
                .object([
                    .init("applications", .array(applicants.map { json($0, deployment.portals[index].accounts) }))
                ]))
        }
    }

    static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        managed(&deployment, &context) { deployment, context, index, number in
            found(deployment.portals[index].groups[number], context) { applicant in
                .json(json(applicant, deployment.portals[index].accounts))
            }
        }
    }

    /// Returns a handler that accepts or declines an application. The applicant is notified.
    static func answer(accepts: Bool) -> Route.Handler {
        { deployment, context in
            ItemEdits.posted(&context) { context in
                managed(&deployment, &context) { deployment, context, index, number in
                    let group = deployment.portals[index].groups[number]
                    return found(group, context) { applicant in
                        let name = applicant.username
                        deployment.portals[index].groups[number].applicants.removeAll { $0.username == name }
                        if accepts { deployment.portals[index].groups[number].members.append(name) }
                        let data = JSON.object([
                            .init("groupId", .string(group.id)), .init("groupTitle", .string(group.heading)),
                        ])
                        deployment.notify(
                            name, portal: index,
                            accepts ? "application_accepted" : "application_declined", data, context)
                        return SharingDoor.done([
                            .init("username", .string(name)), .init("groupId", .string(group.id)),
                        ])
                    }
                }
            }
        }
    }

    private static func found(
        _ group: PortalState.Group, _ context: RequestContext, _ body: (GroupApplicant) -> Outcome
    ) -> Outcome {
        let name = context.names["username"] ?? ""
        if let applicant = group.applicants.first(where: { $0.username == name }) { return body(applicant) }
        let known = group.applicants.map(\.username)
        return SharingDoor.refused(
            Sharing.ErrorBodies.applicationMissing, Sharing.Rules.applicationMissing,
            [("group", group.id), ("username", name)],
            known.isEmpty ? "somebody who asked to join" : "one of \(known.joined(separator: ", "))", context)
    }

    private static func json(_ applicant: GroupApplicant, _ accounts: Accounts) -> JSON {
        let fullName = accounts.number(named: applicant.username).map { accounts[$0].fullName }
        return .object([
            .init("username", .string(applicant.username)),
            .init("fullname", .string(fullName ?? applicant.username)), .init("received", .time(applicant.received)),
        ])
    }

    /// Reading needs no POST.
    private static func managed(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Int) -> Outcome
    ) -> Outcome {
        CommunityGroup.answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) {
            deployment, context, index, caller, group in
            guard case .member(_, let account) = caller else {
                return SharingDoor.required("community/groups/\(group.id)", context)
            }
            let number = deployment.portals[index].groups.firstIndex { $0.id == group.id } ?? 0
            return GroupEdits.refuse(&deployment, &context, index, number, account, needs: "portal:admin:updateGroups")
                ?? body(&deployment, &context, index, number)
        }
    }
}
