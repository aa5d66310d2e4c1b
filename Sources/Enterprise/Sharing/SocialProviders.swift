// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portals/{id}/socialProviders`: the social networks by whose logins people may join. They are configured and shown;
/// nobody signs in by them here, for they stand outside of every test
/// (developers.arcgis.com/rest/users-groups-and-items/social-providers).
enum SocialProviders {
    private static let key = "socialProviders"

    static func read(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalSelf.answer(&deployment, &context) { deployment, _, index, _ in
            .json(.object([.init("config", deployment.portals[index].documents[key] ?? .object([]))]))
        }
    }

    /// `configure`: `providers` and `signUpMode`, and what members get who join by themselves.
    static func configure(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:manageSecurity") {
            deployment, context, index in
            guard let providers = context.parameters.given("providers") else {
                return SharingDoor.notGiven("providers", context)
            }
            let given = context.parameters
            let mode = given.given("signupmode") ?? "Invitation"
            let joining: [JSON.Member] = [
                .init("role", .string(given.given("role") ?? "org_user")),
                .init("userLicenseType", .orNull(given.given("userlicensetype"))),
                .init("userCreditAssignment", .int(given.given("usercreditassignment").flatMap { Int($0) } ?? -1)),
                .init("groups", .strings(NameList.read(given.given("groups")))),
            ]
            deployment.portals[index].documents[key] = .object(
                [.init("signUpMode", .string(mode)), .init("providers", .strings(NameList.read(providers)))]
                    + (ASCII.equal(mode, "Automatic") ? joining : []))
            deployment.portals[index].set("canSignInSocial", .bool(true))
            return SharingDoor.done()
        }
    }

    /// `remove`.
    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:manageSecurity") { deployment, _, index in
            deployment.portals[index].documents[key] = nil
            deployment.portals[index].set("canSignInSocial", .bool(false))
            return SharingDoor.done()
        }
    }

    static func names(_ portal: PortalState) -> [String] {
        portal.documents[key]?["providers"]?.elements?.compactMap(\.text) ?? []
    }
}
