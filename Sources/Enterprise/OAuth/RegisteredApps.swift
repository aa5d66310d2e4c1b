// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `apps/{client_id}`, its `update` and `unregister`, and `registerApp`.
enum RegisteredApps {
    static func app(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administer(&deployment, &context) { deployment, context, index in
            switch number(deployment, context, index) {
            case .failure(let refusal): .refused(OAuth.ErrorBodies.invalidClientID, refusal.verdict)
            case .success(let number): .json(json(deployment.portals[index].apps[number], deployment.portals[index]))
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
                return .json(json(deployment.portals[index].apps[number], deployment.portals[index]))
            }
        }
    }

    private static func number(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> Result<Int, Refusal> {
        let clientID = context.names["client_id"] ?? ""
        let known = deployment.portals[index].apps.filter { !$0.isGone }.map(\.clientID)
        guard let number = deployment.portals[index].apps.firstIndex(where: { $0.clientID == clientID && !$0.isGone })
        else {
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

    /// Registers an app with an item of the caller, or of anybody for administrators.
    static func register(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            let itemID = context.parameters.given("itemid")
            let item = itemID.flatMap { deployment.item($0, ofPortal: index, context) }
            if case .member(_, let account) = caller, let item,
                item.owner == deployment.portals[index].accounts[account].username
            {
                return add(&deployment, context, index, itemID)
            }
            if let refused = refuse(&deployment, &context, index, caller) { return refused }
            return add(&deployment, context, index, itemID)
        }
    }

    private static func add(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ itemID: String?
    ) -> Outcome {
        var app = PortalState.App(
            // 16 letters and digits, and a secret of 32 hexadecimal digits (docs/reference/oauth.md).
            clientID: String(
                OAuthState.string(24, &deployment.generator).filter { $0.isLetter || $0.isNumber }.prefix(16)),
            clientSecret: Hex.encode(deployment.generator.bytes(16)), redirectURIs: redirectURIs(context) ?? [],
            itemID: itemID, type: context.parameters.given("apptype") ?? "multiple")
        app.registered = context.now
        app.privileges = list(context, "privileges") ?? []
        app.referrers = list(context, "httpreferrers") ?? []
        deployment.portals[index].apps.append(app)
        return .json(json(app, deployment.portals[index]))
    }

    /// `registeredAppInfo` of an item, for its owner and administrators.
    static func ofItem(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.owned(&deployment, &context) { deployment, context, index, _, _, item in
            let app = deployment.portals[index].apps.first { $0.itemID == item.id && !$0.isGone }
            guard let app else {
                let verdict = Verdict(
                    OAuth.Rules.unknownClient, facts: [.init("item", item.id)],
                    wouldPass: "an item with which an app is registered")
                return SharingDoor.Refused(errorBody: OAuth.ErrorBodies.invalidRequest, verdict: verdict, context)
                    .outcome
            }
            return .json(json(app, deployment.portals[index]))
        }
    }

    /// Ends the registration of an app; its item stays.
    static func unregister(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
                switch number(deployment, context, index) {
                case .failure(let refusal): return .refused(OAuth.ErrorBodies.invalidClientID, refusal.verdict)
                case .success(let number):
                    let itemID = deployment.portals[index].apps[number].itemID
                    let owner = itemID.flatMap { deployment.item($0, ofPortal: index, context) }?.owner
                    var isOwner = false
                    if case .member(_, let account) = caller {
                        isOwner = deployment.portals[index].accounts[account].username == owner
                    }
                    if !isOwner, let refused = refuse(&deployment, &context, index, caller) { return refused }
                    // Tokens refer to apps by number, so that its place stays.
                    deployment.portals[index].apps[number].isGone = true
                    deployment.portals[index].apps[number].clientID = "unregistered/\(number)"
                    return .json(
                        .object([.init("success", .bool(true)), .init("itemId", .orNull(itemID))]))
                }
            }
        }
    }

    private static func list(_ context: RequestContext, _ name: String) -> [String]? {
        guard let text = context.parameters.given(name) else { return nil }
        return (try? JSONReader.read(Array(text.utf8)))?.elements?.compactMap(\.text) ?? ItemEdits.list(text)
    }

    /// The keys of ArcGIS Online of 2023 (docs/reference/oauth.md#grants-that-were-recorded, A7); those of API keys stand
    /// before the last in one capture and behind it in another.
    private static func json(_ app: PortalState.App, _ portal: PortalState) -> JSON {
        let isNew = portal.release.version.isOnline ? portal.year >= 2023 : portal.version >= .v11_4
        let registered = JSON.time(app.registered ?? portal.created)
        var members: [JSON.Member] = [
            .init("itemId", app.itemID.map(JSON.string) ?? .null), .init("client_id", .string(app.clientID)),
            .init("client_secret", .string(app.clientSecret)), .init("appType", .string(app.type)),
            .init("redirect_uris", .array(app.redirectURIs.map(JSON.string))), .init("registered", registered),
            .init("modified", registered), .init("apnsProdCert", .null), .init("apnsSandboxCert", .null),
            .init("gcmApiKey", .null),
        ]
        guard isNew else { return .object(members) }
        members += [
            .init("httpReferrers", .strings(app.referrers)), .init("privileges", .strings(app.privileges)),
            .init("isBeta", .bool(false)), .init("isPersonalAPIToken", .bool(false)),
        ]
        let keys: [JSON.Member] = [1, 2].map { .init("apiToken\($0)Active", .bool(app.activeKeys.contains($0))) }
        let triage: [JSON.Member] = [.init("customAppLoginShowTriage", .bool(false))]
        return .object(members + (app.type == "apikey" ? triage + keys : keys + triage))
    }

    /// Returns 403 for a caller who is no administrator, and 499 for one who is nobody.
    private static func refuse(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ caller: Caller
    ) -> Outcome? {
        guard caller != .anonymous else { return SharingDoor.required("oauth2/apps", context) }
        if case .member(_, let account) = caller, deployment.portals[index].accounts[account].isAdministrator {
            return nil
        }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                OAuth.Rules.notAdministrator, facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                wouldPass: "a member with the role org_admin"))
    }

    private static func administer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            refuse(&deployment, &context, index, caller) ?? body(&deployment, &context, index)
        }
    }
}
