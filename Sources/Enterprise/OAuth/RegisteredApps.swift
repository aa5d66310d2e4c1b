import Facts
import Formats

/// `apps/{client_id}` and `registerApp`, for the organization's administrators.
enum RegisteredApps {
    static func app(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        administer(&deployment, &visit) { deployment, visit, place in
            let clientID = visit.names["client_id"] ?? ""
            guard let app = deployment.portals[place].apps.first(where: { $0.clientID == clientID }) else {
                let known = deployment.portals[place].apps.map(\.clientID).joined(separator: ", ")
                return .refused(
                    OAuth.Said.invalidClientID,
                    Because(
                        OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                        wouldPass: "one of: \(known)"))
            }
            return .json(json(app))
        }
    }

    static func register(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        administer(&deployment, &visit) { deployment, visit, place in
            let text = visit.parameters.given("redirect_uris") ?? "[]"
            let list = (try? JSONReader.read(Array(text.utf8)))?.elements?.compactMap(\.text)
            let app = PortalState.App(
                clientID: OAuthState.letters(12, &deployment.generator),
                clientSecret: OAuthState.letters(24, &deployment.generator), redirectURIs: list ?? [text],
                itemID: visit.parameters.given("itemid"), type: visit.parameters.given("apptype") ?? "multiple")
            deployment.portals[place].apps.append(app)
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
        _ deployment: inout Deployment, _ visit: inout Visit,
        _ body: (inout Deployment, inout Visit, Int) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            guard caller != .anonymous else { return SharingDoor.required("oauth2/apps", visit) }
            guard case .member(_, let account) = caller, deployment.portals[place].accounts[account].isAdministrator
            else {
                return SharingDoor.forbidden(
                    &visit,
                    Because(
                        OAuth.Rules.notAdministrator, facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                        wouldPass: "a member with the role org_admin"))
            }
            return body(&deployment, &visit, place)
        }
    }
}
