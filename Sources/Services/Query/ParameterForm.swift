// SPDX-License-Identifier: Apache-2.0

package import Facts

/// What becomes of the values of a parameter: those that are not what its documentation says, its default, and the words
/// that it knows. One table for queries, edits and attachments, printed on the fidelity page and asked by a test.
///
/// For every parameter: its name may be written in any letters; an empty value counts as none; of several with one name
/// the first counts; one that the operation does not know is ignored
/// (docs/reference/http.md#rules-of-every-resource).
package struct ParameterForm: Sendable {
    /// The values that a parameter takes.
    package enum Values: String, Sendable, CaseIterable {
        case truth = "true or false"
        case number = "a number"
        case word = "a keyword"
        case list = "a list with commas"
        case json = "JSON"
        case text = "text"
        case reference = "a spatial reference"
    }

    /// What a value does.
    package enum Effect: String, Sendable, CaseIterable {
        /// The parameter is refused by its name.
        case refused = "is refused"
        /// As if the parameter were not there.
        case ignored = "is ignored"
        /// Everything but `true` is false.
        case counts = "counts as false"
        /// It is `true` in other letters.
        case reads = "is read as true"
        /// It is taken as it is.
        case taken = "is taken as it is"
        /// It is what counts where the parameter is not there.
        case usual = "is the default"
    }

    /// The paths of the operations: `{layer}/query`.
    package var operations: [String]
    package var name: String
    package var values: Values
    /// A value that is wrong, beyond the range, no keyword, or what the documentation names.
    package var value: String
    package var does: Effect
    package var evidence: Evidence

    init(
        _ name: String, _ values: Values, _ value: String, _ does: Effect, of operations: [String],
        _ evidence: Evidence = .inferred("no client was seen to send it")
    ) {
        (self.name, self.values, self.value, self.does) = (name, values, value, does)
        (self.operations, self.evidence) = (operations, evidence)
    }

    private static let query = ["{layer}/query"]
    private static let bad = Evidence.reported(
        "docs/reference/query.md#errors: the words of a bad parameter; that this value is one is inferred")

    private static let badEdit = Evidence.reported(
        "docs/reference/editing.md#lists-that-cannot-be-read: the words; that this value is one is inferred")

    /// Clients that are written in Python send their truth values as Python writes them.
    private static let python = Evidence.reported(
        "pypi.org/project/arcgis/2.4.4 features/layer.py and Esri/ArcREST src/arcrest/agol/services.py send True and False"
    )

    package static let all: [ParameterForm] =
        queries + sums + edits + attachments + replicas + defaults + defaultsOfEdits + words

    private static let queries: [ParameterForm] = [
        .init("where", .text, "NAME ==", .refused, of: query, bad),
        .init("objectIds", .list, "1,x", .refused, of: query, bad),
        .init("geometry", .json, "{\"x\":", .refused, of: query, bad),
        .init("geometryType", .word, "esriGeometryCircle", .refused, of: query),
        .init("inSR", .reference, "here", .refused, of: query),
        .init("spatialRel", .word, "esriSpatialRelNear", .refused, of: query),
        .init("relationParam", .text, "T", .refused, of: query),
        .init("distance", .number, "far", .refused, of: query),
        .init("units", .word, "esriSRUnit_Ell", .refused, of: query),
        .init("time", .list, "soon", .refused, of: query, bad),
        .init("outFields", .list, "NOPE", .refused, of: query, bad),
        .init("returnGeometry", .truth, "False", .counts, of: query, python),
        .init(
            "outSR", .reference, "there", .ignored, of: query,
            .reported("fgpv-vpgf/fgpv-vpgf#3379: sent as [object Object], rows came in the layer's own reference")),
        .init("returnIdsOnly", .truth, "True", .reads, of: query, python),
        .init("returnCountOnly", .truth, "True", .reads, of: query, python),
        .init("returnExtentOnly", .truth, "True", .reads, of: query, python),
        .init("returnDistinctValues", .truth, "True", .reads, of: query, python),
        .init("returnZ", .truth, "True", .reads, of: query, python),
        .init("returnM", .truth, "True", .reads, of: query, python),
        .init("returnTrueCurves", .truth, "maybe", .counts, of: query),
        .init("returnCentroid", .truth, "True", .reads, of: query, python),
        .init("orderByFields", .list, "NAME upwards", .refused, of: query, bad),
        .init("groupByFieldsForStatistics", .list, "NOPE", .refused, of: query, bad),
        .init("outStatistics", .json, "[{]", .refused, of: query, bad),
        .init("having", .text, "COUNT(", .refused, of: query, bad),
        .init("resultOffset", .number, "-1", .refused, of: query, bad),
        .init("resultRecordCount", .number, "0", .refused, of: query, bad),
        .init("maxAllowableOffset", .number, "-1", .refused, of: query),
        .init("geometryPrecision", .number, "x", .refused, of: query),
        .init("quantizationParameters", .json, "x", .refused, of: query),
        .init("resultType", .word, "whole", .ignored, of: query),
        .init("sqlFormat", .word, "mine", .ignored, of: query),
        .init(
            "text", .text, "%", .taken, of: query,
            .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-map-service-layer/: between the signs of LIKE"
            )),
        .init("layerDefs", .json, "[0]", .refused, of: ["query"]),
    ]

    private static let sums: [ParameterForm] = [
        .init("bin", .json, "x", .refused, of: ["{layer}/queryBins"]),
        .init("outTimeReference", .text, "Mars/Olympus", .refused, of: ["{layer}/queryBins"]),
        .init("outStatistics", .json, "[{]", .refused, of: ["{layer}/queryBins", "{layer}/queryDateBins"]),
        .init("binOrder", .word, "upwards", .ignored, of: ["{layer}/queryBins", "{layer}/queryDateBins"]),
        .init("binField", .word, "NOPE", .refused, of: ["{layer}/queryDateBins"]),
        .init("outAnalytics", .json, "x", .refused, of: ["{layer}/queryAnalytic"]),
        .init("resultOffset", .number, "-1", .refused, of: ["{layer}/queryAnalytic"]),
    ]

    private static let replicas: [ParameterForm] = [
        .init("layers", .list, "x", .refused, of: ["createReplica", "extractChanges"]),
        .init("layerQueries", .json, "x", .refused, of: ["createReplica", "extractChanges"]),
        .init("syncModel", .word, "perRow", .refused, of: ["createReplica"]),
        .init("syncDirection", .word, "sideways", .refused, of: ["createReplica"]),
        .init("dataFormat", .word, "tape", .refused, of: ["createReplica", "extractChanges"]),
        .init("transportType", .word, "pigeon", .ignored, of: ["createReplica"]),
        .init("returnAttachments", .truth, "True", .reads, of: ["createReplica"], python),
        .init("replicaID", .text, "x", .refused, of: ["synchronizeReplica", "unRegisterReplica"]),
        .init("layerServerGens", .json, "x", .refused, of: ["extractChanges"]),
        .init("serverGens", .list, "x", .refused, of: ["extractChanges"]),
        .init("returnIdsOnly", .truth, "True", .reads, of: ["extractChanges"], python),
    ]

    private static let edits: [ParameterForm] = [
        .init("features", .json, "x", .refused, of: ["{layer}/addFeatures", "{layer}/updateFeatures"], badEdit),
        .init("adds", .json, "x", .refused, of: ["{layer}/applyEdits"], badEdit),
        .init("updates", .json, "x", .refused, of: ["{layer}/applyEdits"], badEdit),
        .init("attachments", .json, "x", .refused, of: ["{layer}/applyEdits"]),
        .init("edits", .json, "x", .refused, of: ["applyEdits"]),
        .init("objectIds", .list, "1,x", .refused, of: ["{layer}/deleteFeatures"]),
        .init(
            "rollbackOnFailure", .truth, "False", .counts, of: ["{layer}/applyEdits", "{layer}/addFeatures"], python),
        .init("useGlobalIds", .truth, "True", .reads, of: ["{layer}/applyEdits"], python),
        .init("returnEditResults", .truth, "False", .counts, of: ["{layer}/applyEdits"], python),
        .init("calcExpression", .json, "x", .refused, of: ["{layer}/calculate"]),
        .init("sqlType", .word, "poem", .refused, of: ["{layer}/validateSQL"]),
    ]

    private static let attachments: [ParameterForm] = [
        .init("attachmentIds", .list, "x", .refused, of: ["{layer}/{oid}/deleteAttachments"]),
        .init("attachmentId", .number, "x", .refused, of: ["{layer}/{oid}/updateAttachment"]),
        .init("objectIds", .list, "1,x", .refused, of: ["{layer}/queryAttachments", "{layer}/queryRelatedRecords"]),
        .init("definitionExpression", .text, "NAME ==", .refused, of: ["{layer}/queryRelatedRecords"]),
        .init("relationshipId", .number, "x", .refused, of: ["{layer}/queryRelatedRecords"]),
        .init("returnUrl", .truth, "True", .reads, of: ["{layer}/queryAttachments"], python),
        .init("attachmentTypes", .list, "x", .taken, of: ["{layer}/queryAttachments"]),
        .init("size", .list, "x", .taken, of: ["{layer}/queryAttachments"]),
    ]
}
