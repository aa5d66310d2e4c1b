// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/security/oauth`: the registered apps as administrators move them between portals
/// (developers.arcgis.com/rest/enterprise-administration/portal/oauth).
enum PortalOAuth {
    /// `getAppInfo`: an app by `appID`; without one, all that were registered.
    @Sendable static func info(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let apps = deployment.portals[index].apps.filter { !$0.isGone && !$0.isStanding }
        guard let id = context.parameters.given("appid") else {
            return .json(.object([.init("apps", .array(apps.map(json)))]))
        }
        guard let app = apps.first(where: { $0.clientID == id }) else { throw .missing(id, apps.map(\.clientID)) }
        return .json(json(app))
    }

    /// `changeAppID`: the app has a new id, and the old one is nobody's.
    @Sendable static func change(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let (old, new) = (try context.needed("currentAppID"), try context.needed("newAppID"))
        let apps = deployment.portals[index].apps
        guard let number = apps.firstIndex(where: { $0.clientID == old && !$0.isGone }) else {
            throw .missing(old, apps.filter { !$0.isGone && !$0.isStanding }.map(\.clientID))
        }
        guard !apps.contains(where: { $0.clientID == new }) else {
            throw .badValue("newAppID", new, "an id that no app has")
        }
        deployment.portals[index].apps[number].clientID = new
        return PortalOperation.done()
    }

    /// `updateAppInfo`: `appInfo` with the app's id, secret and redirect URIs.
    @Sendable static func update(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let given = JSON.object(try context.neededObject("appInfo"))
        let id = given["appId"]?.text ?? ""
        guard let number = deployment.portals[index].apps.firstIndex(where: { $0.clientID == id && !$0.isGone }) else {
            throw .missing(id, deployment.portals[index].apps.filter { !$0.isGone }.map(\.clientID))
        }
        if let secret = given["appSecret"]?.text { deployment.portals[index].apps[number].clientSecret = secret }
        if let uris = given["redirectURIs"]?.elements {
            deployment.portals[index].apps[number].redirectURIs = uris.compactMap(\.text)
        }
        return PortalOperation.done()
    }

    /// No body was ever shown.
    private static func json(_ app: PortalState.App) -> JSON {
        .object([
            .init("appId", .string(app.clientID)), .init("itemId", .orNull(app.itemID)),
            .init("appType", .string(app.type)), .init("redirectURIs", .strings(app.redirectURIs)),
        ])
    }
}
