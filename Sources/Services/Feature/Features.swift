// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The rows of feature services: how they are edited, their files, the rows that they are related to.
enum Features {
    /// The operations that change rows of a FeatureServer's layers.
    static let edits: [Resource] = [
        Resource(
            "applyEdits", [.featureServer], "Edits of several layers.", since: .v10_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/apply-edits-feature-service/"),
            answer: ServiceEditOperation.answer),
        Resource(
            "{layer}/addFeatures", [.featureServer], "Adds rows.", since: .v10_0_0,
            evidence: .documented("docs/reference/editing.md#documentation; captured in Esri/arcgis-rest-js"),
            answer: EditOperation.add),
        Resource(
            "{layer}/updateFeatures", [.featureServer], "Changes rows.", since: .v10_0_0,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/update-features/"),
            answer: EditOperation.update),
        Resource(
            "{layer}/deleteFeatures", [.featureServer], "Deletes rows.", since: .v10_0_0,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/delete-features/"),
            answer: DeleteOperation.answer),
        Resource(
            "{layer}/applyEdits", [.featureServer], "Adds, changes and deletes rows.", since: .v10_0_0,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/apply-edits-feature-service-layer/"),
            answer: EditOperation.apply),
        Resource(
            "{layer}/calculate", [.featureServer], "Sets fields of many rows.", since: .v10_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/calculate-feature-service-layer/"),
            answer: CalculateOperation.answer),
        Resource(
            "{layer}/validateSQL", [.featureServer], "Validates a clause.", since: .v10_3,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/validate-sql-feature-service-layer/"),
            answer: ValidateOperation.answer),
        Resource(
            "append", [.featureServer], "Adds the rows of a file to a layer, later.", since: .v10_7_1,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/append-feature-service/"),
            answer: AppendOperation.answer),
        Resource(
            "{layer}/append", [.featureServer], "Adds the rows of a file to the layer, later.", since: .v10_7_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/append-feature-service-layer/"),
            answer: AppendOperation.answer),
        Resource(
            "{layer}/append/jobs/{job}", [.featureServer], "The status of append.", since: .v10_7_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/append-feature-service-layer/"),
            answer: AppendOperation.job),
        Resource(
            "jobs/{job}/status", [.featureServer], "The status of an asynchronous edit.", since: .v10_9_1,
            evidence: .documented("docs/reference/editing.md#documentation: applyEdits, example six"),
            answer: EditJobOperation.status),
    ]

    /// The resources below a single row, and those that relate rows to others.
    static let rows: [Resource] = [
        Resource(
            "{layer}/queryRelatedRecords", [.mapServer, .featureServer],
            "The related rows of another layer.",
            since: .v10_0_0, needs: .query, evidence: .captured("Esri/arcgis-rest-js feature-service mocks"),
            answer: RelatedRowsOperation.answer),
        Resource(
            "{layer}/queryAttachments", [.mapServer, .featureServer], "The attachments of several rows.",
            since: .v10_5, needs: .query,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-attachments-feature-service-layer/"),
            answer: AttachmentQueryOperation.answer),
        Resource(
            "{layer}/{oid}", [.mapServer, .featureServer], "One row.", since: .v10_0_0, needs: .query,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks"), answer: RowOperation.answer),
        Resource(
            "{layer}/{oid}/attachments", [.mapServer, .featureServer], "The attachments of a row.", since: .v10_0_0,
            needs: .query,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks"), answer: AttachmentOperation.list),
        Resource(
            "{layer}/{oid}/attachments/{attachment}", [.mapServer, .featureServer], "An attachment of a row.",
            since: .v10_0_0, needs: .query,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/attachment-feature-service/: a stream"),
            answer: AttachmentOperation.bytes),
        Resource(
            "{layer}/{oid}/addAttachment", [.featureServer], "Adds an attachment to a row.", since: .v10_0_0,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks"), answer: AttachmentEditOperation.add),
        Resource(
            "{layer}/{oid}/updateAttachment", [.featureServer], "Replaces an attachment.", since: .v10_0_0,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks"), answer: AttachmentEditOperation.update),
        Resource(
            "{layer}/{oid}/deleteAttachments", [.featureServer], "Deletes attachments of a row.", since: .v10_0_0,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks"), answer: AttachmentEditOperation.delete),
    ]
}
