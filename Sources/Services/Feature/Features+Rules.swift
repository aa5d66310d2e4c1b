// SPDX-License-Identifier: Apache-2.0

import Facts

extension Features {
    /// The rules by which edits are refused.
    enum EditRules {
        static let method = Rule(
            "edit.method", "Edits require POST.", advice: "Send the parameters in the body of a POST.",
            evidence: .reported("Esri/resource-proxy#60: 405, Method not allowed"))
        static let capability = Rule(
            "edit.capability", "The layer lacks the capability that the edit requires.",
            advice: "Publish feature access with Create, Update, Delete and Editing.",
            evidence: .documented("docs/reference/editing.md#documentation: applyEdits, example seven"))
        static let parameter = Rule(
            "edit.bad-parameter", "A parameter of the edit cannot be read.",
            advice: "See the parameter named in the verdict.",
            evidence: .reported("Esri/arcgis-maps-sdk-dotnet-samples#54: the words; that this causes them is inferred"))
        static let noEdits = Rule(
            "edit.no-edits", "The request names no edits.", advice: "Send adds, updates or deletes.",
            evidence: .captured("Esri/ArcREST#244"))
        static let missing = Rule(
            "edit.object-missing", "The layer has no row with that id.",
            advice: "Query with returnIdsOnly=true; deleted rows do not come back.", evidence: codes)
        static let notNullable = Rule(
            "edit.null-value", "A required field has no value.",
            advice: "See the field's nullable and defaultValue.", evidence: codes)
        static let value = Rule(
            "edit.bad-value", "A value does not fit the type or the length of its field.",
            advice: "Send dates in milliseconds since 1970 and strings no longer than length.",
            evidence: .documented("docs/reference/editing.md#documentation: Setting of Value for depth failed."))
        static let notEditable = Rule(
            "edit.not-editable", "The edit changes a field that clients may not write.",
            advice: "Omit fields with editable: false.", evidence: codes)
        static let untrustedHTML = Rule(
            "edit.untrusted-html", "A value contains HTML that the service does not trust.",
            advice: "Escape < and >, or use the elements that Esri lists as supported.",
            evidence: .reported("Esri/Survey123Community#642, Esri/Survey123Community#643; the number is documented"))
        static let outsideDomain = Rule(
            "edit.outside-domain", "A value is outside its field's domain.",
            advice: "Use a code or a number of the field's domain.",
            evidence: .inferred("servers are not known to check; a scenario may have them do it"))
        static let geometry = Rule(
            "edit.bad-geometry", "The layer cannot store the geometry.",
            advice: "Compare it with the layer's geometryType, hasZ and hasM; send a known spatialReference.",
            evidence: .captured("Esri/offline-editor-js#463 (1005); the other numbers are documented"))
        static let geometryUpdate = Rule(
            "edit.geometry-update", "The service does not allow changes of geometries.",
            advice: "Update only attributes.", evidence: codes)
        static let constraint = Rule(
            "edit.constraint", "The row violates a constraint rule of the layer.",
            advice: "Read the details; a client that checks only addResults does not notice a rollback.",
            evidence: .documented("docs/reference/editing.md#documentation: applyEdits, examples four and five"))
        static let globalID = Rule(
            "edit.global-id", "With useGlobalIds, a row has no global id, or another row has the same one.",
            advice: "Send a new GUID with every added row.", evidence: codes)
        static let attachmentEdit = Rule(
            "edit.attachment", "An attachment of the edit cannot be read or does not belong to a row.",
            advice: "Send the data in base64, with the parentGlobalId of a row.", evidence: codes)
        static let append = Rule(
            "edit.append-source", "What is to be appended cannot be found, or cannot be read.",
            advice: "Send appendItemId or appendUploadId with appendUploadFormat, or edits with a feature collection.",
            evidence: .inferred("no server's answer was captured"))
        static let upload = Rule(
            "edit.upload", "The upload is not there, or what belongs to it is missing.",
            advice: "Send the file as multipart/form-data; take the itemID from the answer of upload or register.",
            evidence: .inferred("no server's answer was captured"))
        static let unknownJob = Rule(
            "edit.unknown-job", "No job has that id.", advice: "Use the statusUrl of the answer.",
            evidence: .inferred("no server's answer was captured"))

        private static let codes = Evidence.documented(
            "developers.arcgis.com/rest/services-reference/enterprise/feature-service-error-codes/")
    }

    /// The rules by which attachments, related rows and single rows are refused.
    enum RowRules {
        static let noAttachments = Rule(
            "attachment.none", "The layer has no attachments.", advice: "See hasAttachments.",
            evidence: .reported(
                "Esri/arcgis-rest-js attachments.test.ts has it refused in other words: Invalid or missing input parameters."
            ))
        static let attachmentMissing = Rule(
            "attachment.missing", "The row has no attachment with that id.",
            advice: "Use an id from attachmentInfos.", evidence: .inferred("no server's answer was captured"))
        static let noFile = Rule(
            "attachment.no-file", "The request has no file.",
            advice: "Send multipart/form-data with a part named attachment that has a filename.",
            evidence: .inferred("no server's answer was captured"))
        static let relationship = Rule(
            "related.unknown-relationship", "The layer has no relationship with that id.",
            advice: "Use an id from the layer's relationships.", evidence: .inferred("no server's answer was captured"))
        static let row = Rule(
            "feature.missing", "The layer has no row with that id.",
            advice: "Use an id that returnIdsOnly=true returns.",
            evidence: .captured("openaddresses/esri-dump: the words of an ImageServer; of layers inferred"))
    }

    static let rules: [Rule] = [
        EditRules.method, EditRules.capability, EditRules.parameter, EditRules.noEdits, EditRules.missing,
        EditRules.notNullable,
        EditRules.value, EditRules.notEditable, EditRules.untrustedHTML, EditRules.outsideDomain, EditRules.geometry,
        EditRules.geometryUpdate, EditRules.constraint, EditRules.globalID, EditRules.attachmentEdit,
        EditRules.append, EditRules.upload, EditRules.unknownJob, RowRules.noAttachments, RowRules.attachmentMissing,
        RowRules.noFile,
        RowRules.relationship, RowRules.row,
    ]
}
