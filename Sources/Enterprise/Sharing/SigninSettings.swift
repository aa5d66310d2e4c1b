// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portals/{id}/signinSettings`: the order of the ways to sign in, and which apps members may sign in to. Keys are
/// documented; their order and the values are inferred (docs/reference/enterprise-logins.md#the-configuration-api).
enum SigninSettings {
    private static let key = "signinSettings"
    private static let names = ["blockBetaApps", "blockUnapprovedThirdpartyApps", "showSocialMediaLinks"]

    static func read(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalSelf.answer(&deployment, &context) { deployment, _, index, _ in
            let portal = deployment.portals[index]
            let logins =
                (portal.hasBuiltInLogins ? ["arcgis"] : []) + (portal.hasSAMLLogins ? ["saml"] : [])
                + (portal.hasOIDCLogins ? ["oidc"] : [])
            let order = JSON.object([
                .init("logins", .strings(logins)), .init("social", .strings(SocialProviders.names(portal))),
            ])
            var members: [JSON.Member] = [.init("signinOptionsOrder", order)]
            for member in portal.documents[key]?.members ?? [] {
                members.removeAll { $0.name == member.name }
                members.append(member)
            }
            return .json(.object(members))
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:manageSecurity") {
            deployment, context, index in
            var members = deployment.portals[index].documents[key]?.members ?? []
            func set(_ name: String, _ value: JSON) {
                members.removeAll { $0.name == name }
                members.append(.init(name, value))
            }
            if let text = context.parameters.given("signinoptionsorder"),
                let order = try? JSONReader.read(Array(text.utf8)), order.members != nil
            {
                set("signinOptionsOrder", order)
            }
            for name in names {
                guard let text = context.parameters.given(name.lowercased()) else { continue }
                set(name, .bool(ASCII.equal(text, "true")))
            }
            if let text = context.parameters["termsandconditions"] { set("termsAndConditions", .string(text)) }
            deployment.portals[index].documents[key] = .object(members)
            return SharingDoor.done()
        }
    }
}
