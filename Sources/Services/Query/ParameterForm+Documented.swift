// SPDX-License-Identifier: Apache-2.0

import Facts

/// What the documentation says of values: the default of a parameter, and the words that it knows.
extension ParameterForm {
    private static let manual = "developers.arcgis.com/rest/services-reference/enterprise/"
    private static let ofQueries = Evidence.documented("\(manual)query-feature-service-layer/")

    private static let usual: [(String, Values, String)] = [
        ("geometryType", .word, "esriGeometryEnvelope"), ("spatialRel", .word, "esriSpatialRelIntersects"),
        ("inSR", .reference, "4326"), ("outSR", .reference, "4326"), ("returnGeometry", .truth, "true"),
        ("returnIdsOnly", .truth, "false"), ("returnCountOnly", .truth, "false"), ("returnExtentOnly", .truth, "false"),
        ("returnZ", .truth, "false"), ("returnM", .truth, "false"), ("returnCentroid", .truth, "false"),
        ("returnTrueCurves", .truth, "false"), ("resultOffset", .number, "0"), ("sqlFormat", .word, "none"),
        ("returnExceededLimitFeatures", .truth, "true"), ("timeReferenceUnknownClient", .truth, "false"),
        ("units", .word, "esriSRUnit_Foot"),
    ]

    static let defaults: [ParameterForm] = usual.map { name, values, value in
        ParameterForm(name, values, value, .usual, of: ["{layer}/query"], ofQueries)
    }

    static let defaultsOfEdits: [ParameterForm] = {
        let pages: [(page: String, operation: String, defaults: [(String, Values, String)])] = [
            (
                "apply-edits-feature-service-layer", "{layer}/applyEdits",
                [
                    ("useGlobalIds", .truth, "false"), ("returnEditResults", .truth, "true"),
                    ("trueCurveClient", .truth, "false"), ("usePreviousEditMoment", .truth, "false"),
                    ("async", .truth, "false"), ("editsUploadFormat", .word, "json"),
                ]
            ),
            ("add-features", "{layer}/addFeatures", []),
            ("update-features", "{layer}/updateFeatures", [("trueCurveClient", .truth, "false")]),
            (
                "delete-features", "{layer}/deleteFeatures",
                [("returnDeleteResults", .truth, "true"), ("async", .truth, "false")]
            ),
        ]
        let ofAll: [(String, Values, String)] = [
            ("rollbackOnFailure", .truth, "true"), ("returnEditMoment", .truth, "false"),
        ]
        return pages.flatMap { row in
            (ofAll + row.defaults).map { name, values, value in
                ParameterForm(
                    name, values, value, .usual, of: [row.operation], .documented("\(manual)\(row.page)/"))
            }
        }
    }()

    private static let known: [(String, Values, [String])] = [
        (
            "spatialRel", .word,
            ["Contains", "Crosses", "EnvelopeIntersects", "IndexIntersects", "Overlaps", "Touches", "Within"].map {
                "esriSpatialRel\($0)"
            }
        ),
        (
            "units", .word,
            ["Meter", "StatuteMile", "Kilometer", "NauticalMile", "USNauticalMile"].map { "esriSRUnit_\($0)" }
        ),
        ("resultType", .word, ["none", "standard", "tile"]), ("sqlFormat", .word, ["standard"]),
        ("time", .list, ["1000", "1000,2000", "null,2000", "1000,null"]),
        ("orderByFields", .list, ["NAME ASC", "NAME DESC", "NAME ASC, N DESC"]),
        ("outFields", .list, ["*", "NAME,N"]), ("objectIds", .list, ["1,2"]),
        ("geometry", .json, ["0,0,3,3", #"{"xmin":0,"ymin":0,"xmax":3,"ymax":3}"#]),
        ("inSR", .reference, [#"{"wkid":102100}"#]), ("outSR", .reference, [#"{"wkid":102100}"#, "102100"]),
        ("maxAllowableOffset", .number, ["2"]), ("geometryPrecision", .number, ["3"]),
        ("resultRecordCount", .number, ["1"]),
        (
            "quantizationParameters", .json,
            [
                #"{"mode":"view","originPosition":"upperLeft","tolerance":1,"extent":{"xmin":0,"ymin":0,"xmax":3,"ymax":3}}"#,
                #"{"mode":"edit","originPosition":"lowerLeft","extent":{"xmin":0,"ymin":0,"xmax":3,"ymax":3}}"#,
            ]
        ),
        (
            "outStatistics", .json,
            ["count", "sum", "min", "max", "avg", "stddev", "var"].map {
                #"[{"statisticType":"\#($0)","onStatisticField":"N","outStatisticFieldName":"V"}]"#
            }
        ),
        ("returnGeometry", .truth, ["false"]), ("returnIdsOnly", .truth, ["true"]),
        ("returnCountOnly", .truth, ["true"]), ("returnExtentOnly", .truth, ["true"]), ("returnZ", .truth, ["true"]),
        ("returnM", .truth, ["true"]), ("returnTrueCurves", .truth, ["true"]),
    ]

    static let words: [ParameterForm] = known.flatMap { name, values, all in
        all.map { ParameterForm(name, values, $0, .taken, of: ["{layer}/query"], ofQueries) }
    }
}
