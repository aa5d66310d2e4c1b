// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `apps/{client_id}`, its `update`, and `registerApp`, for the organization's administrators.
enum RegisteredApps {
    static func app(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administer(&deployment, &context) { deployment, context, index in
            switch number(deployment, context, index) {
            case .failure(let refusal): .refused(OAuth.ErrorBodies.invalidClientID, refusal.verdict)
            case .success(let number): .json(json(deployment.portals[index].apps[number]))
            }
        }
    }

    /// Replaces the `redirect_uris`, a JSON array. This affects sign-ins in progress.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administer(&deployment, &context) { deployment, context, index in
            switch number(deployment, context, index) {
            case .failure(let refusal): return .refused(OAuth.ErrorBodies.invalidClientID, refusal.verdict)
            case .success(let number):
                if let uris = redirectURIs(context) { deployment.portals[index].apps[number].redirectURIs = uris }
                return .json(json(deployment.portals[index].apps[number]))
            }
        }
    }

    private static func number(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> Result<Int, Refusal> {
        let clientID = context.names["client_id"] ?? ""
        let known = deployment.portals[index].apps.map(\.clientID)
        guard let number = known.firstIndex(of: clientID) else {
            return .failure(
                Refusal(
                    Verdict(
                        OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                        wouldPass: "one of: \(known.joined(separator: ", "))")))
        }
        return .success(number)
    }

    /// Returns the `redirect_uris`. Text that is not a JSON array is a single URI.
    private static func redirectURIs(_ context: RequestContext) -> [String]? {
        guard let text = context.parameters.given("redirect_uris") else { return nil }
        return (try? JSONReader.read(Array(text.utf8)))?.elements?.compactMap(\.text) ?? [text]
    }

    static func register(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administer(&deployment, &context) { deployment, context, index in
            let app = PortalState.App(
                clientID: OAuthState.string(12, &deployment.generator),
                clientSecret: OAuthState.string(24, &deployment.generator), redirectURIs: redirectURIs(context) ?? [],
                itemID: context.parameters.given("itemid"), type: context.parameters.given("apptype") ?? "multiple")
            deployment.portals[index].apps.append(app)
            return .json(json(app))
        }
    }

    private static func json(_ app: PortalState.App) -> JSON {
        .object([
            .init("itemId", app.itemID.map(JSON.string) ?? .null), .init("client_id", .string(app.clientID)),
            .init("client_secret", .string(app.clientSecret)), .init("appType", .string(app.type)),
            .init("redirect_uris", .array(app.redirectURIs.map(JSON.string))),
        ])
    }

    private static func administer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("oauth2/apps", context) }
            guard case .member(_, let account) = caller, deployment.portals[index].accounts[account].isAdministrator
            else {
                return SharingDoor.forbidden(
                    &context,
                    Verdict(
                        OAuth.Rules.notAdministrator, facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                        wouldPass: "a member with the role org_admin"))
            }
            return body(&deployment, &context, index)
        }
    }
}
