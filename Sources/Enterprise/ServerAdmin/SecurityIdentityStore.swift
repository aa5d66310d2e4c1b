// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/security/config/…`: how the site is secured, and where its users are.
enum SecurityIdentityStore {
    static let routes: [Route] = [
        Administration.operation(
            "security/config/update", "Changes how the site is secured; it can federate the server.",
            .reported("Esri/arcgis-cookbook server_admin_client; Esri/arcgis-powershell-dsc"), update),
        Administration.operation(
            "security/config/updateIdentityStore", "Changes where users and roles are.",
            .reported("docs/reference/admin.md#f5")
        ) { deployment, context, index throws(AdminRefusal) in
            var old = deployment.sites[index].settings[SettingsPath.security] ?? .object([])
            for name in ["userStoreConfig", "roleStoreConfig"] where context.parameters.given(name.lowercased()) != nil
            {
                old = old.merging([.init(name, try store(name, context, deployment, index))])
            }
            deployment.sites[index].settings[SettingsPath.security] = old
            return .json(Administration.success)
        },
        Administration.operation(
            "security/config/testIdentityStore", "Whether a store can be reached.",
            Administration.Terms(isReadOnly: true),
            .documented("developers.arcgis.com/rest/enterprise-administration/server/testidentitystore")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try store("userStoreConfig", context, deployment, index)
            if context.parameters.given("rolestoreconfig") != nil {
                _ = try store("roleStoreConfig", context, deployment, index)
            }
            return .json(Administration.success)
        },
    ]

    private static let types = ["BUILTIN", "WINDOWS", "LDAP", "ASP_NET", "JAVA"]

    private static func store(
        _ name: String, _ context: RequestContext, _ deployment: Deployment, _ index: Int
    ) throws(AdminRefusal) -> JSON {
        let store = try context.object(name, "{\"type\":\"BUILTIN\",\"properties\":{}}")
        let type = store["type"]?.text ?? ""
        guard types.contains(type) else { throw AdminRefusal.badValue(name, type, types) }
        guard type == SecurityStore.builtIn || !deployment.servers[index].hasBrokenStore else {
            throw AdminRefusal(
                Administration.ErrorBodies.storeUnreachable.about(type), Administration.Rules.storeUnreachable,
                facts: [.init("type", type)], wouldPass: "a server without store: \"unreachable\" in the scenario")
        }
        return store
    }

    /// The members that clients send one by one.
    private static let members: [(name: String, isBoolean: Bool)] = [
        ("securityEnabled", true), ("authenticationMode", false), ("authenticationTier", false),
        ("httpsProtocols", false), ("cipherSuites", false), ("HSTSEnabled", true),
        ("virtualDirsSecurityEnabled", true), ("allowDirectAccess", true), ("allowedAdminAccessIPs", false),
        ("allowInternetCORSEnabled", true), ("contentSecurityPolicy", false),
    ]

    @Sendable private static func update(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        var given: [JSON.Member] = []
        if context.parameters.given("securityconfig") != nil {
            given = try context.object("securityConfig").members ?? []
        }
        for (name, isBoolean) in members {
            guard let text = context.parameters[name.lowercased()] else { continue }
            given.append(.init(name, isBoolean ? .bool(ASCII.equal(text, "true")) : .string(text)))
        }
        if context.parameters.given("portalproperties") != nil {
            given.append(.init("portalProperties", try context.object("portalProperties")))
        }
        if let text = context.parameters.given("protocol") ?? JSON.object(given)["Protocol"]?.text {
            let kinds = ["HTTP", "HTTPS", "HTTP_AND_HTTPS"]
            guard kinds.contains(text) else { throw AdminRefusal.badValue("Protocol", text, kinds) }
            given += [.init("sslEnabled", .bool(text != "HTTP")), .init("httpEnabled", .bool(text != "HTTPS"))]
        }
        // Last: after it the request is answered by another site.
        let config = JSON.object(given)
        if let isSecured = config["securityEnabled"]?.truth { deployment.servers[index].isSecured = isSecured }
        federate(&deployment, context, index, config)
        let kept = given.filter { !["portalProperties", "securityEnabled", "Protocol"].contains($0.name) }
        let old = deployment.sites[index].settings[SettingsPath.security] ?? .object([])
        deployment.sites[index].settings[SettingsPath.security] = old.merging(kept)
        return .json(Administration.success)
    }

    /// A server becomes a portal's by what its configuration names, and its own again without it
    /// (Esri/arcgis-cookbook).
    private static func federate(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ config: JSON
    ) {
        if let url = config["portalProperties"]?["portalUrl"]?.text
            ?? config["portalProperties"]?["privatePortalUrl"]?.text
        {
            let asked = PlainURL(url)
            let portal = deployment.portals.indices.first { number in
                let own = PlainURL(deployment.url(ofPortal: number, context))
                return asked.map { $0.authority == own?.authority && $0.path == own?.path } ?? false
            }
            guard let portal, deployment.servers[index].federation?.portal != portal else { return }
            deployment.servers[index].federation = FederationState(
                portal: portal, url: config["portalProperties"]?["serverUrl"]?.text, adminURL: nil,
                owningSystemURL: nil, role: "FEDERATED_SERVER", hasStaleKey: false)
        } else if config["authenticationTier"]?.text == "GIS_SERVER", deployment.servers[index].federation != nil {
            deployment.unfederate(server: index)
        }
    }
}
