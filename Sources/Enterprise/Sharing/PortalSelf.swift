import Facts
import Formats

/// `portals/self` and `portals/{id}`: the organization, and with a token the caller.
enum PortalSelf {
    /// What Enterprise calls its only organization (SRV, community td-p/135124).
    static let organizationID = "0123456789ABCDEF"

    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        answer(&deployment, &visit) { deployment, visit, place, caller in
            let portal = deployment.portals[place]
            var subject = Subject(
                portal: portal, url: deployment.url(ofPortal: place, visit), port: deployment.places[place],
                helperServices: HelperServices.of(portal: place, deployment, visit))
            switch caller {
            case .member(_, let number):
                subject.user = CommunityUser.json(deployment, visit, place, number, caller)
            case .app(_, let number): subject.appID = portal.apps[number].clientID
            default: break
            }
            return .json(shape.json(subject, portal.version))
        }
    }

    /// Passes the door and holds the id in the path, if there is one, against the organization's.
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit,
        _ body: (inout Deployment, inout Visit, Int, Caller) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            if let id = visit.names["id"], id != "self", id != organizationID {
                return SharingDoor.Refused(
                    words: Sharing.Said.portalMissing,
                    because: Because(
                        Sharing.Rules.portalMissing, facts: [.init("id", id)],
                        wouldPass: "portals/self, or portals/\(organizationID)"), visit
                ).outcome
            }
            return body(&deployment, &visit, place, caller)
        }
    }
}
