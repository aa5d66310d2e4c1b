import Facts
import Formats

/// `apps/{client_id}`, its `update`, and `registerApp`, for the organization's administrators.
enum RegisteredApps {
    static func app(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        administer(&deployment, &visit) { deployment, visit, place in
            switch number(deployment, visit, place) {
            case .failure(let refusal): .refused(OAuth.Said.invalidClientID, refusal.because)
            case .success(let number): .json(json(deployment.portals[place].apps[number]))
            }
        }
    }

    /// Its addresses from now on: `redirect_uris`, a JSON list. Sign-ins that are under way feel it.
    static func update(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        administer(&deployment, &visit) { deployment, visit, place in
            switch number(deployment, visit, place) {
            case .failure(let refusal): return .refused(OAuth.Said.invalidClientID, refusal.because)
            case .success(let number):
                if let uris = redirectURIs(visit) { deployment.portals[place].apps[number].redirectURIs = uris }
                return .json(json(deployment.portals[place].apps[number]))
            }
        }
    }

    private static func number(_ deployment: Deployment, _ visit: Visit, _ place: Int) -> Result<Int, Refusal> {
        let clientID = visit.names["client_id"] ?? ""
        let known = deployment.portals[place].apps.map(\.clientID)
        guard let number = known.firstIndex(of: clientID) else {
            return .failure(
                Refusal(
                    Because(
                        OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                        wouldPass: "one of: \(known.joined(separator: ", "))")))
        }
        return .success(number)
    }

    /// `redirect_uris`; what is no JSON list is one address.
    private static func redirectURIs(_ visit: Visit) -> [String]? {
        guard let text = visit.parameters.given("redirect_uris") else { return nil }
        return (try? JSONReader.read(Array(text.utf8)))?.elements?.compactMap(\.text) ?? [text]
    }

    static func register(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        administer(&deployment, &visit) { deployment, visit, place in
            let app = PortalState.App(
                clientID: OAuthState.letters(12, &deployment.generator),
                clientSecret: OAuthState.letters(24, &deployment.generator), redirectURIs: redirectURIs(visit) ?? [],
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
