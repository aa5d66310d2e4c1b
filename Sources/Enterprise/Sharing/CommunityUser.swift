import Facts
import Formats

/// `community/users/{username}` and what lies below it, and the user object of `portals/self` and `community/self`.
enum CommunityUser {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        answer(&deployment, &visit) { deployment, visit, place, caller, number in
            .json(json(deployment, visit, place, number, caller))
        }
    }

    /// `tags`: those of the member's items and how many have each, by name.
    static func tags(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        UserContent.answer(&deployment, &visit) { deployment, visit, place, _, owner in
            var counts: [String: Int] = [:]
            for item in deployment.content(ofPortal: place, visit) where item.owner == owner {
                for tag in Set(item.tags) { counts[tag, default: 0] += 1 }
            }
            let tags = counts.sorted { $0.key < $1.key }.map {
                JSON.object([.init("tag", .string($0.key)), .init("count", .int($0.value))])
            }
            return .json(.object([.init("tags", .array(tags))]))
        }
    }

    /// `notifications`, `invitations`: what only the member and administrators may see.
    static func own(_ name: String, _ body: JSON) -> Route.Handler {
        { deployment, visit in
            answer(&deployment, &visit) { deployment, visit, place, caller, number in
                UserContent.refuse(&deployment, &visit, place, caller, number) ?? .json(.object([.init(name, body)]))
            }
        }
    }

    /// Passes the door, finds the member, and answers with what `body` says. Nobody is told of members without a token.
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit,
        _ body: (inout Deployment, inout Visit, Int, Caller, Int) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            let name = visit.names["username"] ?? ""
            guard caller != .anonymous, let number = deployment.portals[place].accounts.number(named: name) else {
                return missing(name, deployment, visit, caller)
            }
            return body(&deployment, &visit, place, caller, number)
        }
    }

    static func missing(_ name: String, _ deployment: Deployment, _ visit: Visit, _ caller: Caller) -> Outcome {
        SharingDoor.Refused(
            words: Sharing.Said.userMissing,
            because: Because(
                Sharing.Rules.userMissing,
                facts: [.init("username", name), .init("caller", deployment.name(of: caller) ?? "anonymous")],
                wouldPass: "a member's name as it is spelt, and a token"), visit
        ).outcome
    }

    static func json(
        _ deployment: Deployment, _ visit: Visit, _ place: Int, _ number: Int, _ caller: Caller
    ) -> JSON {
        let portal = deployment.portals[place]
        let account = portal.accounts[number]
        let groups = portal.groups.filter {
            $0.role(of: account.username) != .nonmember && deployment.maySee($0, caller)
        }.map {
            CommunityGroup.json(
                $0, deployment, visit, place, .member(portal: place, account: number), hasMembership: true)
        }
        var isOwn = caller == .member(portal: place, account: number)
        if case .member(_, let other) = caller { isOwn = isOwn || portal.accounts[other].isAdministrator }
        let subject = UserShape.Subject(account: account, groups: groups, born: portal.created, isOwn: isOwn)
        return UserShape.shape.json(subject, visit.profile.version)
    }
}
