// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What members are licensed for: the user types of the organization, that of a member, and lists of apps and bundles,
/// which a portal without a license server has none of
/// (developers.arcgis.com/rest/users-groups-and-items/user-license-types).
enum MemberLicenses {
    /// `portals/{id}/userLicenseTypes`.
    static func types(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalResources.signedIn(&deployment, &context, "userLicenseTypes") { deployment, context, index, _ in
            let types = types(deployment.portals[index])
            let page = ResultPage(context.parameters, total: types.count)
            let list = types[page.range].map { json($0, deployment.portals[index]) }
            return .json(.object(page.members + [.init("userLicenseTypes", .array(list))]))
        }
    }

    static func type(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalResources.signedIn(&deployment, &context, "userLicenseTypes") { deployment, context, index, _ in
            let (id, types) = (context.names["license"] ?? "", types(deployment.portals[index]))
            guard let type = types.first(where: { $0.id == id }) else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.licenseType.about(id), Sharing.Rules.licenseType, [("userLicenseType", id)],
                    "one of \(types.map(\.id).joined(separator: ", "))", context)
            }
            return .json(json(type, deployment.portals[index]))
        }
    }

    /// `community/users/{username}/userLicenseType`.
    static func ofMember(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.member(&deployment, &context, needs: "portal:admin:viewUsers", isOwn: true) {
            deployment, _, index, number in
            let id = deployment.portals[index].accounts[number].licenseType
            return .json(
                .object([
                    .init("id", .string(id)), .init("name", .string(UserType.named(id)?.name ?? id)),
                    .init("apps", .array([])),
                ]))
        }
    }

    /// Returns a handler of a list of a member that is empty: no license server gave anything.
    static func noneOfMember(_ key: String) -> Route.Handler {
        { deployment, context in
            PrivilegeDoor.member(&deployment, &context, needs: "portal:admin:viewUsers", isOwn: true) {
                _, context, _, _ in
                .json(.object(ResultPage(context.parameters, total: 0).members + [.init(key, .array([]))]))
            }
        }
    }

    /// Returns a handler of a list of the organization that is empty.
    static func none(_ key: String) -> Route.Handler {
        { deployment, context in
            PrivilegeDoor.read(&deployment, &context, needs: "portal:admin:manageLicenses") { _, context, _ in
                .json(.object(ResultPage(context.parameters, total: 0).members + [.init(key, .array([]))]))
            }
        }
    }

    private static func types(_ portal: PortalState) -> [UserType] {
        UserType.all.filter { type in type.until.map { portal.version < $0 } ?? true }
    }

    /// With as many members as the subscription says, and those who have it.
    private static func json(_ type: UserType, _ portal: PortalState) -> JSON {
        let assigned = portal.accounts.list.count { $0.licenseType == type.id && !$0.isGone }
        return .object([
            .init("id", .string(type.id)), .init("name", .string(type.name)),
            .init("description", .string(type.name)), .init("level", .string("\(type.level)")),
            .init("state", .string("active")), .init("maxUsers", .int(50)), .init("assignedUsers", .int(assigned)),
            .init("appBundles", .array([])), .init("apps", .array([])),
        ])
    }
}
