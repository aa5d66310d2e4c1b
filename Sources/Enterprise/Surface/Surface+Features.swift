// SPDX-License-Identifier: Apache-2.0

import Facts

/// `rest/services`: feature services.
extension Surface {
    static let featureServer = service(
        "FeatureServer", since: .v10_0_0,
        [
            .get("", "feature-service/"), .get("layers", since: .v10_1), .both("query", "query-feature-service/"),
            .post("applyEdits", "apply-edits-feature-service/", since: .v10_1),
            .get("jobs/{job}/status", since: .v10_9_1),
            .get("jobs/{job}", since: .v10_1), .both("queryDomains", "query-domains-feature-service/", since: .v10_5_1),
            .both("queryDataElements", "query-data-elements-feature-service/", since: .v10_6_1),
            .both("queryContingentValues", "query-contingent-values-feature-service/", since: .v11_1),
            .get("relationships", "relationships-feature-service/", since: .v10_6_1),
            .get("replicas", "replicas-feature-service/", since: .v10_1),
            .get("replicas/{replica}", "replica-info/", since: .v10_1),
            .post("createReplica", "create-replica/", since: .v10_1),
            .post("synchronizeReplica", "synchronize-replica/", since: .v10_1),
            .post("unRegisterReplica", "unregister-replica-feature-service/", since: .v10_1),
            .both("extractChanges", "extract-changes-feature-service/", since: .v10_7_1),
            .post("cleanupChangeTracking", "cleanupchangetracking-feature-service/", since: .v10_9_1),
            .both("getEstimates", "get-estimate-feature-service/", since: .v10_8_1),
            .post("append", "append-feature-service/", since: .v10_7_1), .post("refresh"),
            .get("legend"), .get("exts/{extension}", since: .v10_1), .get("WFSServer"), .get("OGCFeatureServer"),
            .get("sharedTemplates", "shared-templates/", since: .v11_3),
            .both("sharedTemplates/query", "query-shared-templates/", since: .v11_3),
            .post("sharedTemplates/{operation}", "add-shared-template/", since: .v11_3),
        ] + featureLayerRows + infoRows + uploadRows)

    private static let featureLayerRows: [DocumentedPath.Row] = [
        .get("{layer}", "layer-feature-service/"), .both("{layer}/query", "query-feature-service-layer/"),
        .both("{layer}/queryRelatedRecords", "query-related-records-feature-service/"),
        .both("{layer}/queryAttachments", "query-attachments-feature-service-layer/", since: .v10_5_1),
        .both("{layer}/queryTopFeatures", "query-top-features-feature-servicelayer/", since: .v10_7_1),
        .both("{layer}/queryAnalytic", "query-analytic/", since: .v10_9_1),
        .both("{layer}/queryBins", "query-bins/", since: .v11_1),
        .both("{layer}/queryDateBins", "query-date-bins-fsl/", since: .v10_9_1),
        .both("{layer}/queryHistogram", since: .v10_9_1), .both("{layer}/query3d", "fs-query-3d/", since: .v11_1),
        .post("{layer}/addFeatures", "add-features/"), .post("{layer}/updateFeatures", "update-features/"),
        .post("{layer}/deleteFeatures", "delete-features/"),
        .post("{layer}/applyEdits", "apply-edits-feature-service-layer/"),
        .post("{layer}/calculate", "calculate-feature-service-layer/", since: .v10_1),
        .both("{layer}/validateSQL", "validate-sql-feature-service-layer/", since: .v10_3),
        .post("{layer}/append", "append-feature-service-layer/", since: .v10_7_1),
        .get("{layer}/append/jobs/{job}", "append-feature-service-layer/", since: .v10_7_1),
        .both("{layer}/getEstimates", "get-estimates-feature-servicelayer/", since: .v10_8_1),
        .both("{layer}/generateRenderer", "generate-renderer/", since: .v10_1),
        .get("{layer}/htmlPopup"), .get("{layer}/images/{image}", "image-feature-service/"),
        .get("{layer}/iteminfo", "item-information/", since: .v10_6_1),
        .get("{layer}/metadata", "metadata/", since: .v10_6_1),
        .post("{layer}/updateMetadata", "fs-update-metadata/", since: .v10_8_1),
        .get("{layer}/thumbnail/{file}", "thumbnail/", since: .v10_6_1),
        .get("{layer}/fieldGroups", "fs-field-groups/", since: .v10_9_1),
        .get("{layer}/contingentValues", "fs-contingent-values/", since: .v10_9_1),
        .get("{layer}/templates", "fs-template/", since: .v11_1), .both("{layer}/assets", "fs-assets/", since: .v11_1),
        .both("{layer}/queryAssets", "fs-query-assets/", since: .v11_1),
        .post("{layer}/uploadAssets", "fs-upload-assets/", since: .v11_1),
        .post("{layer}/convert3D", "fs-convert-3d/", since: .v11_1),
        .get("{layer}/{oid}", "feature-feature-service/"),
        .get("{layer}/{oid}/htmlPopup", "html-popup-feature-service/"),
        .get("{layer}/{oid}/attachments", "attachment-infos-feature-service/"),
        .get("{layer}/{oid}/attachments/{attachment}", "attachment-feature-service/"),
        .post("{layer}/{oid}/addAttachment", "add-attachment/"),
        .post("{layer}/{oid}/updateAttachment", "update-attachment/"),
        .post("{layer}/{oid}/deleteAttachments", "delete-attachments/"),
    ]
}
