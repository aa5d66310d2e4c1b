// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Features {
    /// What single edits say that failed, and clauses that are not valid. Numbers and texts are those of Esri's list; the
    /// HRESULT behind a number is captured or stands in the examples of addFeatures and applyEdits.
    enum EditErrorBodies {
        private static let codes = Evidence.documented(
            "developers.arcgis.com/rest/services-reference/enterprise/feature-service-error-codes/")
        private static let failed = -2_147_467_259
        private static let valueFailed = -2_147_217_395
        private static let constraintFailed = -2_147_207_418

        static let notNullable = ErrorBody(
            "service.edit.1001", 1001, "Field: ‹› is not nullable. Cannot set null value.", extendedCode: valueFailed,
            envelope: .edit, family: "edit", of: [.server, .hosted], evidence: codes)
        static let noM = ErrorBody(
            "service.edit.1002", 1002, "Geometry does not have m-values.", extendedCode: failed, envelope: .edit,
            family: "edit", of: [.server, .hosted], evidence: codes)
        static let geometryUpdate = ErrorBody(
            "service.edit.1004", 1004, "Geometry update not allowed.", extendedCode: failed, envelope: .edit,
            family: "edit", of: [.server, .hosted], evidence: codes)
        static let curve = ErrorBody(
            "service.edit.1005", 1005, "True curve update not allowed.", extendedCode: failed, envelope: .edit,
            family: "edit", of: [.server, .hosted], evidence: .captured("Esri/offline-editor-js#463"))
        static let untrustedHTML = ErrorBody(
            "service.edit.1006", 1006, "Invalid untrusted HTML content detected in field: ‹›.", extendedCode: failed,
            envelope: .edit, family: "edit", of: [.server, .hosted], evidence: codes)
        static let attachment = ErrorBody(
            "service.edit.1008", 1008, "Adding an attachment failed.", extendedCode: failed, envelope: .edit,
            family: "edit", of: [.server, .hosted], evidence: codes)
        static let missing = ErrorBody(
            "service.edit.1011", 1011, "Object is missing.", extendedCode: failed, envelope: .edit, family: "edit",
            of: [.server, .hosted], evidence: codes)
        static let noZ = ErrorBody(
            "service.edit.1014", 1014, "Geometry does not have z-values.", extendedCode: failed, envelope: .edit,
            family: "edit", of: [.server, .hosted], evidence: codes)
        static let geometry = ErrorBody(
            "service.edit.1015", 1015, "Geometry could not be set.", extendedCode: failed, envelope: .edit,
            family: "edit", of: [.server, .hosted], evidence: codes)
        static let value = ErrorBody(
            "service.edit.1016", 1016, "Setting of value for ‹› failed.", extendedCode: valueFailed, envelope: .edit,
            family: "edit", of: [.server, .hosted], evidence: codes)
        /// Documented with the number of an update that failed for no reason of its own.
        static let constraint = ErrorBody(
            "service.edit.1019", 1019, "Violated attribute constraint rule. [Error No: ‹›]",
            extendedCode: constraintFailed, envelope: .edit, family: "edit", of: [.server, .hosted],
            evidence: .documented("docs/reference/editing.md#documentation: applyEdits, examples four and five"))
        static let globalIDMissing = ErrorBody(
            "service.edit.1020", 1020, "Missing GlobalID.", extendedCode: failed, envelope: .edit, family: "edit",
            of: [.server, .hosted], since: .v10_4, evidence: codes)
        static let globalIDEmpty = ErrorBody(
            "service.edit.1021", 1021, "Empty GlobalID.", extendedCode: failed, envelope: .edit, family: "edit",
            of: [.server, .hosted], since: .v10_4, evidence: codes)
        static let globalIDTaken = ErrorBody(
            "service.edit.1022", 1022, "Unique constraint violation error on inserting the value.",
            extendedCode: failed, envelope: .edit, family: "edit", of: [.server, .hosted], since: .v10_4,
            evidence: codes)
        static let notEditable = ErrorBody(
            "service.edit.1023", 1023, "Field: ‹› is not editable.", extendedCode: failed, envelope: .edit,
            family: "edit", of: [.server, .hosted], evidence: codes)
        /// Servers before the list of numbers gave the database's own.
        static let valueHRESULT = ErrorBody(
            "service.edit.value-hresult", valueFailed, "Setting of Value for ‹› failed.", envelope: .edit,
            family: "edit", of: [.server],
            evidence: .documented("docs/reference/editing.md#documentation: Setting of Value for depth failed."))
        static let invalidField = ErrorBody(
            "service.edit.3008", 3008, "Invalid field name.", envelope: .validation, family: "validateSQL",
            of: [.server, .hosted], since: .v10_3, evidence: codes)
        static let invalidSQL = ErrorBody(
            "service.edit.3002", 3002, "Sql expression syntax error.", envelope: .validation, family: "validateSQL",
            of: [.server, .hosted], since: .v10_3, evidence: codes)
    }

    static let editErrorBodies: [ErrorBody] = [
        EditErrorBodies.notNullable, EditErrorBodies.noM, EditErrorBodies.geometryUpdate, EditErrorBodies.curve,
        EditErrorBodies.untrustedHTML, EditErrorBodies.attachment, EditErrorBodies.missing, EditErrorBodies.noZ,
        EditErrorBodies.geometry, EditErrorBodies.value, EditErrorBodies.constraint, EditErrorBodies.globalIDMissing,
        EditErrorBodies.globalIDEmpty, EditErrorBodies.globalIDTaken, EditErrorBodies.notEditable,
        EditErrorBodies.valueHRESULT, EditErrorBodies.invalidField, EditErrorBodies.invalidSQL,
    ]
}
