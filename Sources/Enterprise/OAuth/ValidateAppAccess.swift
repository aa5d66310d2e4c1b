import Facts
import Formats

/// `oauth2/validateAppAccess`: whether the member of a token may use an app (arcgis-rest-js, validate-app-access).
enum ValidateAppAccess {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        switch SharingDoor.caller(&deployment, &visit) {
        case .failure(let refused): return refused.outcome
        case .success(.anonymous):
            return SharingDoor.Refused(
                words: Tokens.Said.portalTokenRequired,
                because: Because(
                    Tokens.Rules.required, facts: [.init("resource", "oauth2/validateAppAccess")],
                    wouldPass: "a member's token"), visit
            ).outcome
        case .success: break
        }
        let clientID = visit.parameters.given("client_id") ?? ""
        let apps = deployment.portals[place].apps
        guard apps.contains(where: { $0.clientID == clientID }) else {
            return SharingDoor.Refused(
                words: OAuth.Said.invalidRequest,
                because: Because(
                    OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                    wouldPass: "one of: \(apps.map(\.clientID).joined(separator: ", "))"), visit
            ).outcome
        }
        return .json(.object([.init("valid", .bool(true)), .init("viewOnlyUserTypeApp", .bool(false))]))
    }
}
