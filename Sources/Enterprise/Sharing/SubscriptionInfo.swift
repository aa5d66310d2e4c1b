// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `subscriptionInfo` of `portals/self`, and the resource of that name. Values are of a license that never expires
/// (inferred).
enum SubscriptionInfo {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalResources.signedIn(&deployment, &context, "subscriptionInfo") { deployment, _, index, _ in
            .json(json(deployment.portals[index].release))
        }
    }

    static func json(_ release: SharingRelease) -> JSON { description.json((), release) }

    private static let licenses = JSON.object(
        ["advancedUT", "creatorUT", "insightsAnalystUT", "storytellerUT", "viewerUT"].map { .init($0, .int(50)) })

    static let description = SharingDescription<Void>(
        rows: [
            .init("id", .string(PortalState.organizationID)), .init("type", .string("In House")),
            .init("state", .string("active")), .init("expDate", .int(-1)),
            .init("userLicenseTypes", since: .v10_7, licenses),
            .init("maxUsersPerLevel", .object([.init("1", .int(0)), .init("2", .int(200))])),
            .init("maxUsers", .int(200)), .init("availableCredits", .int(-1)),
            .init(
                "collaborationSettings",
                .object([
                    .init("level", .string("4")), .init("maxItemSizeInMB", .int(1024)),
                    .init("maxReplicationPackageSizeInMB", .int(5120)),
                ])),
            .init("hubSettings", since: .online, online: .from(2021), .object([.init("enabled", .bool(false))])),
            .init("companionOrganizations", since: .online, online: .from(2021), .array([])),
            .init("orgCapabilities", .array([])),
            .init("storageRegion", since: .online, online: .from(2021), .string("us1")),
        ],
        evidence: .captured("docs/reference/sharing.md#u15; Esri/arcgis-rest-js and Esri/solution.js mocks"))
}
