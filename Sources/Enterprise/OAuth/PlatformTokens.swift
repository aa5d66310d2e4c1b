import Facts
import Formats

/// `platformSelf` and `exchangeToken`: a token for another app of the same organization (arcgis-rest-js app-tokens).
enum PlatformTokens {
    /// The member of the cookie or token, for the app that the fields name.
    static func platformSelf(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            guard case .member(_, let account) = caller else {
                return SharingDoor.required("oauth2/platformSelf", visit)
            }
            let fields = visit.call.request.fields
            let clientID = fields["x-esri-auth-client-id"] ?? ""
            let redirect = fields["x-esri-auth-redirect-uri"] ?? ""
            guard let app = deployment.portals[place].apps.firstIndex(where: { $0.clientID == clientID }) else {
                return unknown(deployment, visit, place, clientID)
            }
            let registered = deployment.redirectURIs(portal: place, app: app, visit)
            guard RedirectURI.isAllowed(redirect, registered) else {
                let because = Because(
                    OAuth.Rules.redirectUnregistered,
                    facts: [.init("redirect_uri", redirect), .init("registered", registered.joined(separator: " "))],
                    wouldPass: registered.first.map { "X-Esri-Auth-Redirect-Uri: \($0)" } ?? "a registered one")
                return .refused(OAuth.Said.redirectInvalid, because)
            }
            let minutes = TokenEndpoint.memberMinutes
            let letters = OAuth.accessToken(&deployment, place, account, minutes, visit.now)
            return .json(
                .object([
                    .init("username", .string(deployment.portals[place].accounts[account].username)),
                    .init("token", .string(letters)), .init("expires_in", .number(String(minutes * 60))),
                ]), caching: .oauth)
        }
    }

    static func exchange(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            guard case .member(_, let account) = caller else {
                return SharingDoor.required("oauth2/exchangeToken", visit)
            }
            let clientID = visit.parameters.given("client_id") ?? ""
            guard deployment.portals[place].apps.contains(where: { $0.clientID == clientID }) else {
                return unknown(deployment, visit, place, clientID)
            }
            let letters = OAuth.accessToken(&deployment, place, account, TokenEndpoint.memberMinutes, visit.now)
            return .json(.object([.init("token", .string(letters))]), caching: .oauth)
        }
    }

    private static func unknown(_ deployment: Deployment, _ visit: Visit, _ place: Int, _ clientID: String) -> Outcome {
        let apps = deployment.portals[place].apps.map(\.clientID).joined(separator: ", ")
        return .refused(
            OAuth.Said.invalidClientID,
            Because(
                OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)], wouldPass: "one of: \(apps)"))
    }
}
