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
            .json(deployment.portals[index].documents[key] ?? .object([]))
        }
    }

    /// `create`, `configure` and `update`: `providers`, `signUpMode`, `level`, `role`, `userLicenseType`, `groups`.
    static func configure(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:manageSecurity") {
            deployment, context, index in
            guard let providers = context.parameters.given("providers") else {
                return SharingDoor.notGiven("providers", context)
            }
            let given = context.parameters
            deployment.portals[index].documents[key] = .object([
                .init("signUpMode", .string(given.given("signupmode") ?? "Invitation")),
                .init("providers", .strings(NameList.read(providers))),
                .init("role", .string(given.given("role") ?? "org_user")),
                .init("level", .string(given.given("level") ?? "2")),
                .init("userLicenseType", .orNull(given.given("userlicensetype"))),
                .init("groups", .strings(NameList.read(given.given("groups")))),
            ])
            deployment.portals[index].set("canSignInSocial", .bool(true))
            return SharingDoor.done()
        }
    }

    /// `delete` and `remove`.
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
