// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/security/config/updateIdentityStore` and `testIdentityStore`: where the portal looks for enterprise users
/// and groups (docs/reference/admin.md#e10). There is no directory to ask: what is tested is that the settings are whole.
enum IdentityStore {
    private static let names = ["userStoreConfig", "groupStoreConfig"]

    @Sendable static func update(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        for config in try given(context) { deployment.portals[index].security.change(config) }
        return PortalOperation.done()
    }

    @Sendable static func test(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        _ = try given(context)
        return PortalOperation.done()
    }

    private static func given(_ context: RequestContext) throws(PortalRefusal) -> [JSON.Member] {
        let sent = names.filter { context.parameters.given($0.lowercased()) != nil }
        guard !sent.isEmpty else { throw .notGiven(names[0]) }
        var configs: [JSON.Member] = []
        for name in sent {
            let config = JSON.object(try context.neededObject(name))
            let type = config["type"]?.text ?? ""
            guard ["BUILTIN", "WINDOWS", "LDAP", "AZURE", "AZURE_AD", "SAML", "OIDC"].contains(type) else {
                throw .badValue(name, type, "a type of BUILTIN, WINDOWS or LDAP")
            }
            let properties = config["properties"]
            // What a store of that type cannot do without (the properties are documented as required).
            let needed: [String] =
                switch type {
                case "WINDOWS": ["user", "userPassword"]
                case "LDAP":
                    ["user", "userPassword", name == "userStoreConfig" ? "ldapURLForUsers" : "ldapURLForRoles"]
                default: []
                }
            if let lacking = needed.first(where: { (properties?[$0]?.text ?? "").isEmpty }) {
                throw PortalRefusal(
                    Administration.ErrorBodies.identityStore, Administration.Rules.identityStore,
                    [("store", name), ("type", type), ("missing", lacking)], "\(lacking) among the properties")
            }
            configs.append(.init(name, config))
        }
        return configs
    }
}
