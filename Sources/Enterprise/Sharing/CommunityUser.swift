// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `community/users/{username}` and the resources below it, and the user object of `portals/self` and `community/self`.
enum CommunityUser {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context) { deployment, context, index, caller, number in
            .json(json(deployment, context, index, number, caller))
        }
    }

    /// `tags`: the tags of the member's items with their counts, by name.
    static func tags(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
            var counts: [String: Int] = [:]
            for item in deployment.content(ofPortal: index, context) where item.owner == owner {
                for tag in Set(item.tags) { counts[tag, default: 0] += 1 }
            }
            let tags = counts.sorted { $0.key < $1.key }.map {
                JSON.object([.init("tag", .string($0.key)), .init("count", .int($0.value))])
            }
            return .json(.object([.init("tags", .array(tags))]))
        }
    }

    /// `notifications` and `invitations`, which only the member and administrators may see.
    static func own(_ name: String, _ body: JSON) -> Route.Handler {
        { deployment, context in
            answer(&deployment, &context) { deployment, context, index, caller, number in
                UserContent.refuse(&deployment, &context, index, caller, number) ?? .json(.object([.init(name, body)]))
            }
        }
    }

    /// Checks the door, finds the member, and answers with the result of `body`. Without a token, no member is visible.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Caller, Int) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            let name = context.names["username"] ?? ""
            guard caller != .anonymous, let number = deployment.portals[index].accounts.number(named: name) else {
                return missing(name, deployment, context, caller)
            }
            return body(&deployment, &context, index, caller, number)
        }
    }

    static func missing(
        _ name: String, _ deployment: Deployment, _ context: RequestContext, _ caller: Caller
    ) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.userMissing,
            verdict: Verdict(
                Sharing.Rules.userMissing,
                facts: [.init("username", name), .init("caller", deployment.name(of: caller) ?? "anonymous")],
                wouldPass: "the exact name of a member, and a token"), context
        ).outcome
    }

    static func json(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ number: Int, _ caller: Caller
    ) -> JSON {
        let portal = deployment.portals[index]
        let account = portal.accounts[number]
        let groups = portal.groups.filter {
            $0.role(of: account.username) != .nonmember && deployment.maySee($0, caller)
        }.map {
            CommunityGroup.json(
                $0, deployment, context, index, .member(portal: index, account: number), hasMembership: true)
        }
        var isOwn = caller == .member(portal: index, account: number)
        if case .member(_, let other) = caller { isOwn = isOwn || portal.accounts[other].isAdministrator }
        let subject = UserDescription.Subject(account: account, groups: groups, born: portal.created, isOwn: isOwn)
        return UserDescription.description.json(subject, context.profile.version)
    }
}
