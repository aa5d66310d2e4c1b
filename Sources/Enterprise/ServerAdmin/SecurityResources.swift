// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/security/…`: the server's authentication and the settings of its own token service.
enum SecurityResources {
    /// docs/reference/federation.md#rules: what the configuration becomes once a server is federated
    /// (Esri/arcgis-cookbook).
    static func config(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { deployment, context, index in
            let server = deployment.servers[index]
            let changed = deployment.sites[index].settings[SettingsPath.security]?.members ?? []
            guard let federation = server.federation else {
                return JSON.object([
                    .init("securityEnabled", .bool(server.isSecured)),
                    .init("authenticationMode", .string("ARCGIS_TOKEN")),
                    .init("authenticationTier", .string("GIS_SERVER")),
                    .init("userStoreConfig", .object([.init("type", .string("BUILTIN"))])),
                    .init("sslEnabled", .bool(true)), .init("httpEnabled", .bool(true)),
                    .init("virtualDirsSecurityEnabled", .bool(false)), .init("allowDirectAccess", .bool(true)),
                ]).merging(changed)
            }
            let portal = federation.owningSystemURL ?? deployment.url(ofPortal: federation.portal, context)
            let stores = ["authenticationMode", "authenticationTier", "userStoreConfig", "roleStoreConfig"]
            return JSON.object([
                .init("securityEnabled", .bool(server.isSecured)),
                .init("authenticationMode", .string("ARCGIS_PORTAL_TOKEN")),
                .init("authenticationTier", .string("ARCGIS_PORTAL")),
                .init("userStoreConfig", .object([.init("type", .string("PORTAL"))])),
                .init("sslEnabled", .bool(true)), .init("httpEnabled", .bool(true)),
                .init("virtualDirsSecurityEnabled", .bool(false)),
                .init(
                    "portalProperties",
                    .object([
                        .init("portalUrl", .string(portal)), .init("privatePortalUrl", .string(portal)),
                        // The secret is shown only once, when the server is registered.
                        .init("portalSecretKey", .null), .init("portalMode", .string("ARCGIS_PORTAL_FEDERATION")),
                        .init("serverId", .string(FederatedServers.id(server.name))),
                        .init("serverUrl", .string(deployment.url(ofServer: index, context))), .init("token", .null),
                        .init("referer", .string(portal)),
                    ])), .init("allowDirectAccess", .bool(true)),
            ]).merging(changed.filter { !stores.contains($0.name) })
        }
    }

    /// `admin/security/tokens`: docs/reference/server-tokens.md#issuing-tokens. The shared key is not shown.
    static func tokens(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { deployment, context, index in
            let tokens = deployment.servers[index].tokens
            let allowsGet = tokens.allowsGet ?? (context.choice(.serverTokenGet) == .pass)
            let allowsQuery = tokens.allowsQueryCredentials ?? (context.choice(.serverTokenQueryCredentials) == .pass)
            return .object([
                .init("type", .string("BUILTIN")),
                .init(
                    "properties",
                    .object([
                        .init("allowHttpGet", .string("\(allowsGet)")),
                        .init("allowHttpPostQueryParams", .string("\(allowsQuery)")),
                        .init("longTimeout", .string("\(tokens.longMinutes)")), .init("sharedKey", .string("")),
                        .init("shortTimeout", .string("\(tokens.shortMinutes)")),
                    ])),
            ])
        }
    }

    /// `admin/security/tokens/update`: takes `tokenManagerConfig` as `tokens` shows it. A new `sharedKey` invalidates
    /// all tokens.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if let refused = ServerAdministrator.enter(&deployment, &context, index) { return refused }
        let text = context.parameters.given("tokenmanagerconfig") ?? ""
        guard let config = JSON.lenient(text), let given = config["properties"], !context.isGet
        else {
            return .refused(
                Administration.ErrorBodies.badConfig,
                Verdict(
                    Administration.Rules.badConfig, facts: [.init("tokenManagerConfig", text)],
                    wouldPass: "a POST with tokenManagerConfig={\"type\":\"BUILTIN\",\"properties\":{…}}"))
        }
        var tokens = deployment.servers[index].tokens
        if let minutes = given["shortTimeout"]?.text.flatMap(Int64.init), minutes > 0 { tokens.shortMinutes = minutes }
        if let minutes = given["longTimeout"]?.text.flatMap(Int64.init), minutes > 0 { tokens.longMinutes = minutes }
        if let allows = given["allowHttpGet"]?.text { tokens.allowsGet = allows == "true" }
        if let allows = given["allowHttpPostQueryParams"]?.text { tokens.allowsQueryCredentials = allows == "true" }
        if given["sharedKey"]?.text?.isEmpty == false { deployment.servers[index].issuer.rotate() }
        deployment.servers[index].tokens = tokens
        return .json(Administration.success)
    }
}
