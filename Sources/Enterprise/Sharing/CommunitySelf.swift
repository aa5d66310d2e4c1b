import Facts
import Formats

/// `community/self`: who the token is; nobody's token is 499 in a 200, which arcgis-rest-js waits for.
enum CommunitySelf {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        switch SharingDoor.caller(&deployment, &visit) {
        case .failure(let refused): return refused.outcome
        case .success(.member(_, let number)):
            return .json(CommunityUser.json(deployment.portals[place], number))
        case .success:
            return SharingDoor.Refused(
                words: Tokens.Said.portalTokenRequired,
                because: Because(
                    Tokens.Rules.required, facts: [.init("resource", "community/self")],
                    wouldPass: "a member's token"), visit
            ).outcome
        }
    }
}
