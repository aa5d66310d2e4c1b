// SPDX-License-Identifier: Apache-2.0

import Facts

/// `rest/admin/services`: the definitions of services, of hosted ones above all.
extension Surface {
    static let restAdmin =
        DocumentedPath.group(
            .server, below: ["rest/admin"], manual: servicesManual, source: servicesHierarchy, since: .v10_1,
            readBy: .members,
            [.get(""), .get("services", "hosted-feature-service/"), .get("services/{folder}")])
        + ["FeatureServer", "MapServer"].flatMap { type in
            DocumentedPath.group(
                .server,
                below: [
                    "rest/admin/services/{service}/\(type)", "rest/admin/services/{folder}/{service}/\(type)",
                ],
                manual: servicesManual, source: servicesHierarchy, since: .v10_1, readBy: .members, definitionRows)
        }
        + DocumentedPath.group(
            .server,
            below: [
                "rest/admin/services/{service}/KnowledgeGraphServer",
                "rest/admin/services/{folder}/{service}/KnowledgeGraphServer",
            ],
            manual: servicesManual, source: servicesHierarchy, since: .v11_1, readBy: .members,
            [
                .get("", "kgs-hosted-server-admin/"), .post("refresh", "kgs-refresh-admin/"),
                .get("status", "kgs-status-admin/"),
                .post("updateDefinition", "kgs-updatedefinition-admin/"), .get("dataModel", "kgs-datamodel-admin/"),
                .get("dataModel/edit", "kgs-datamodel-edit-admin/"),
                .post("dataModel/edit/update", "kgs-datamodel-edit-update-admin/"),
            ])

    private static let definitionRows: [DocumentedPath.Row] = [
        .get("", "hosted-feature-service/"), .get("status"), .get("jobs/{job}"), .get("jobs/{job}/status"),
        .post("refresh"),
        .post("addToDefinition", "add-to-definition-feature-service/"),
        .post("updateDefinition", "update-definition-feature-service/"),
        .post("deleteFromDefinition", "delete-from-definition-feature-service/"),
        .post("cleanupChangeTracking", "cleanup-change-tracking/", since: .v10_9_1),
        .post("createReplica"), .post("rebuildHostedFeatureServiceIndexes"), .get("webhooks"), .post("webhooks/create"),
        .get("webhooks/{webhook}"), .post("webhooks/{webhook}/{operation}"), .get("append/{job}"),
        .get("{layer}", "feature-layer/"), .post("{layer}/addToDefinition", "add-to-definition-feature-layer/"),
        .post("{layer}/updateDefinition", "update-definition-feature-layer/"),
        .post("{layer}/deleteFromDefinition", "delete-from-definition-feature-layer/"),
        .post("{layer}/truncate", "fs-truncate/"), .post("{layer}/refresh"), .get("{layer}/sources"),
        .post("updateTiles"), .post("deleteTiles"), .post("edit"), .post("start"), .post("stop"), .post("swap"),
    ]
}
