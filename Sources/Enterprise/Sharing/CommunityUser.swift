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
            for item in deployment.content(ofPortal: index, context, where: { $0.owner == owner }) {
                for tag in Set(item.tags) { counts[tag, default: 0] += 1 }
            }
            let tags = counts.sorted { $0.key < $1.key }.map {
                JSON.object([.init("tag", .string($0.key)), .init("count", .int($0.value))])
            }
            return .json(.object([.init("tags", .array(tags))]))
        }
    }

    /// Checks the door, finds the member, and answers with the result of `body`.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Caller, Int) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            let name = context.names["username"] ?? ""
            guard let number = number(of: name, deployment.portals[index].accounts),
                deployment.maySee(deployment.portals[index].accounts[number], caller)
            else { return missing(name, deployment, context, caller) }
            return body(&deployment, &context, index, caller, number)
        }
    }

    /// Returns the member of that name, or of that id: ArcGIS API for Python 2.4 asks by the ids that a search gave.
    private static func number(of name: String, _ accounts: Accounts) -> Int? {
        if let number = accounts.number(named: name) { return number }
        guard name.utf8.count == 32, name.utf8.allSatisfy({ ASCII.isDigit($0) || 97...102 ~= $0 }) else { return nil }
        return accounts.indices.first { UserDescription.id(accounts[$0].username) == name }
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

    /// Returns a member's JSON. `isListed` is an entry in a list or a search, which has no privileges and no groups.
    static func json(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ number: Int, _ caller: Caller,
        isListed: Bool = false
    ) -> JSON {
        // The portal is read where it stands: a copy of it would cost as much as the rest of the answer.
        let account = deployment.portals[index].accounts[number]
        var view = UserDescription.View.listed
        if caller == .anonymous { view = .anonymous }
        if !isListed, case .member(_, let other) = caller,
            other == number || deployment.portals[index].accounts[other].isAdministrator
        {
            view = .own
        }
        let groups =
            isListed || view == .anonymous
            ? []
            : deployment.portals[index].groups.filter {
                $0.role(of: account.username) != .nonmember && deployment.maySee($0, caller)
            }.map {
                CommunityGroup.json($0, deployment, index, .member(portal: index, account: number), in: .member)
            }
        let subject = UserDescription.Subject(
            account: account, groups: groups, born: deployment.portals[index].created, view: view,
            privileges: view == .own
                ? PortalState.privileges(ofRole: account.role, among: deployment.portals[index].roles) : [])
        let release = SharingRelease(
            version: deployment.portals[index].profile.version, year: deployment.portals[index].year)
        return UserDescription.description.json(subject, release)
    }
}

extension Deployment {
    /// Returns whether the caller may see that there is such a member: everybody whose profile is public, the
    /// organization those that are not private (docs/reference/sharing.md#u3).
    func maySee(_ account: Account, _ caller: Caller) -> Bool {
        switch caller {
        case .anonymous: account.access == .everyone
        case .member(let portal, let number):
            account.access != .owner || portals[portal].accounts[number].isAdministrator
                || portals[portal].accounts[number].username == account.username
        case .app, .siteAdmin, .storeUser: account.access != .owner
        }
    }
}
