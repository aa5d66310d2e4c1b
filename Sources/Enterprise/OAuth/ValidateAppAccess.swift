// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `oauth2/validateAppAccess`: returns whether the member of a token may use an app (arcgis-rest-js,
/// validate-app-access).
enum ValidateAppAccess {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("oauth2/validateAppAccess", context) }
            let clientID = context.parameters.given("client_id") ?? ""
            let apps = deployment.portals[index].apps
            guard apps.contains(where: { $0.clientID == clientID }) else {
                let verdict = Verdict(
                    OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                    wouldPass: "one of: \(apps.map(\.clientID).joined(separator: ", "))")
                return SharingDoor.Refused(errorBody: OAuth.ErrorBodies.invalidRequest, verdict: verdict, context)
                    .outcome
            }
            return .json(.object([.init("valid", .bool(true)), .init("viewOnlyUserTypeApp", .bool(false))]))
        }
    }
}
