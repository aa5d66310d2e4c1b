import Facts
import Formats

/// `oauth2/validateAppAccess`: whether the member of a token may use an app (arcgis-rest-js, validate-app-access).
enum ValidateAppAccess {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            guard caller != .anonymous else { return SharingDoor.required("oauth2/validateAppAccess", visit) }
            let clientID = visit.parameters.given("client_id") ?? ""
            let apps = deployment.portals[place].apps
            guard apps.contains(where: { $0.clientID == clientID }) else {
                let because = Because(
                    OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                    wouldPass: "one of: \(apps.map(\.clientID).joined(separator: ", "))")
                return SharingDoor.Refused(words: OAuth.Said.invalidRequest, because: because, visit).outcome
            }
            return .json(.object([.init("valid", .bool(true)), .init("viewOnlyUserTypeApp", .bool(false))]))
        }
    }
}
