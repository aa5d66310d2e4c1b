// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Features {
    /// The error bodies of operations that edit, and of rows and their files.
    enum ErrorBodies {
        static let method = ErrorBody(
            "service.edit.method", 405, "Method not allowed", family: "edit", of: [.server, .hosted],
            evidence: .reported("Esri/resource-proxy#60: 405, Method not allowed"))
        static let capability = ErrorBody(
            "service.edit.capability", 400, "Requested operation is not supported by this service.", family: "edit",
            of: [.server, .hosted],
            evidence: .documented("docs/reference/editing.md#documentation: applyEdits, example seven"))
        static let unsupported = ErrorBody(
            "service.edit.unsupported", 400, "Requested operation is not supported by this service.", family: "edit",
            of: [.server, .hosted], evidence: .inferred("answered as an edit without the capability is"))
        static let badParameter = ErrorBody(
            "service.edit.bad-parameter", 400, "Unable to complete operation.",
            details: .list(["Unable to perform ‹› operation."]), family: "edit", of: [.server, .hosted],
            evidence: .reported("Esri/arcgis-maps-sdk-dotnet-samples#54; that this causes it is inferred"))
        static let hostedParameter = ErrorBody(
            "service.edit.bad-parameter-hosted", 400, "Cannot perform operation. Invalid operation parameters.",
            details: .list(["'‹›' parameter is invalid"]), family: "edit", of: [.online],
            evidence: .captured("docs/reference/editing.md#lists-that-cannot-be-read: without the reason behind it"))
        static let noEdits = ErrorBody(
            "service.edit.no-edits", 400, "", details: .list(["Invalid parameters"]), family: "edit",
            of: [.server, .hosted], evidence: .captured("Esri/ArcREST#244"))
        static let noGlobalIDs = ErrorBody(
            "service.edit.no-global-ids", 405, "This operation is not supported.",
            details: .list(["'useGlobalIds' parameter is invalid"]), family: "edit", of: [.online],
            evidence: .captured("Esri/arcgis-python-api#2147: a hosted table"))
        static let rolledBack = ErrorBody(
            "service.edit.rolled-back", 400, "Unable to complete operation.",
            details: .list(["Operation rolled back."]),
            family: "edit", of: [.server, .hosted],
            evidence: .documented("docs/reference/editing.md#documentation: applyEdits, examples four and five"))
        static let layersRolledBack = ErrorBody(
            "service.edit.layers-rolled-back", 400, "Unable to complete operation.",
            details: .list(["Edits to layer ‹› rolled back."]), family: "edit", of: [.server, .hosted],
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/feature-service-error-codes/: 2000"))
        static let unknownLayer = ErrorBody(
            "service.edit.unknown-layer", 400, "Unable to complete operation.", details: .list(["Layer not found."]),
            family: "edit", of: [.server, .hosted],
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/feature-service-error-codes/: 2001"))
        static let notAppended = ErrorBody(
            "service.append", 400, "Unable to append features.", details: .list(["'‹›' parameter is invalid"]),
            family: "append", of: [.server, .hosted], since: .v10_7_1,
            evidence: .inferred("as other parameters of hosted services; never shown"))
        static let upload = ErrorBody(
            "service.upload", 400, "Invalid or missing input parameters.",
            details: .list(["'‹›' parameter is invalid"]),
            family: "uploads", of: [.server, .hosted],
            evidence: .inferred("no server's answer was captured; it is that of other bad parameters"))
        static let unknownJob = ErrorBody(
            "service.edit.unknown-job", 400, "Unable to complete operation.", family: "edit", of: [.server, .hosted],
            since: .v10_9_1, evidence: .inferred("no server's answer was captured"))
        static let noFile = ErrorBody(
            "service.attachment.no-file", 400, "Unable to complete operation.",
            details: .list(["Unable to perform ‹› operation."]), family: "attachment", of: [.server, .hosted],
            evidence: .inferred("no server's answer was captured"))
        static let noAttachment = ErrorBody(
            "service.attachment.unknown", 400, "Unable to complete operation.", family: "attachment",
            of: [.server, .hosted], evidence: .inferred("no server's answer was captured"))
        static let noAttachments = ErrorBody(
            "service.attachment.none", 400, "Invalid or missing input parameters.", family: "attachment",
            of: [.server, .hosted],
            evidence: .reported("Esri/arcgis-rest-js packages/arcgis-rest-feature-service/test/attachments.test.ts"))
        static let relationship = ErrorBody(
            "service.related.unknown-relationship", 400, "Invalid or missing input parameters.", family: "related",
            of: [.server, .hosted], evidence: .inferred("no server's answer was captured"))
        static let row = ErrorBody(
            "service.row.unknown", 400, "Unable to complete operation.", family: "row", of: [.server, .hosted],
            evidence: .captured("openaddresses/esri-dump: an ImageServer's answer; of layers inferred"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.method, ErrorBodies.capability, ErrorBodies.unsupported, ErrorBodies.badParameter,
        ErrorBodies.hostedParameter,
        ErrorBodies.noEdits, ErrorBodies.noGlobalIDs, ErrorBodies.rolledBack, ErrorBodies.layersRolledBack,
        ErrorBodies.unknownLayer,
        ErrorBodies.unknownJob, ErrorBodies.notAppended, ErrorBodies.upload, ErrorBodies.noFile,
        ErrorBodies.noAttachment, ErrorBodies.noAttachments,
        ErrorBodies.relationship, ErrorBodies.row,
    ]
}
