// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `platformSelf` and `exchangeToken`: tokens for another app of the same organization (arcgis-rest-js app-tokens).
enum PlatformTokens {
    /// Returns a token for the member of the cookie or token, and for the app in the header fields.
    static func platformSelf(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard case .member(_, let account) = caller else {
                return SharingDoor.required("oauth2/platformSelf", context)
            }
            let fields = context.call.request.fields
            let clientID = fields["x-esri-auth-client-id"] ?? ""
            let redirect = fields["x-esri-auth-redirect-uri"] ?? ""
            guard let app = deployment.portals[index].apps.firstIndex(where: { $0.clientID == clientID }) else {
                return unknown(deployment, context, index, clientID)
            }
            let registered = deployment.redirectURIs(portal: index, app: app, context)
            guard RedirectURI.isAllowed(redirect, registered) else {
                let verdict = Verdict(
                    OAuth.Rules.redirectUnregistered,
                    facts: [.init("redirect_uri", redirect), .init("registered", registered.joined(separator: " "))],
                    wouldPass: registered.first.map { "X-Esri-Auth-Redirect-Uri: \($0)" } ?? "a registered one")
                return .refused(OAuth.ErrorBodies.redirectInvalid, verdict)
            }
            let minutes = TokenEndpoint.memberMinutes
            let string = OAuth.accessToken(&deployment, index, account, minutes, context.now)
            return .json(
                .object([
                    .init("username", .string(deployment.portals[index].accounts[account].username)),
                    .init("token", .string(string)), .init("expires_in", .number(String(minutes * 60))),
                ]), caching: .oauth)
        }
    }

    static func exchange(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard case .member(_, let account) = caller else {
                return SharingDoor.required("oauth2/exchangeToken", context)
            }
            let clientID = context.parameters.given("client_id") ?? ""
            guard deployment.portals[index].apps.contains(where: { $0.clientID == clientID }) else {
                return unknown(deployment, context, index, clientID)
            }
            let string = OAuth.accessToken(&deployment, index, account, TokenEndpoint.memberMinutes, context.now)
            return .json(.object([.init("token", .string(string))]), caching: .oauth)
        }
    }

    private static func unknown(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ clientID: String
    ) -> Outcome {
        let apps = deployment.portals[index].apps.map(\.clientID).joined(separator: ", ")
        return .refused(
            OAuth.ErrorBodies.invalidClientID,
            Verdict(
                OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)], wouldPass: "one of: \(apps)"))
    }
}
