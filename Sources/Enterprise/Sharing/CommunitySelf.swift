import Facts
import Formats

/// `community/self`: who the token is; nobody's token is 499 in a 200, which arcgis-rest-js waits for.
enum CommunitySelf {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            guard case .member(_, let number) = caller else { return SharingDoor.required("community/self", visit) }
            return .json(CommunityUser.json(deployment, visit, place, number, caller))
        }
    }
}
