// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

extension DirectoryForm {
    /// The forms by the operation's path below its service. The labels are those in printed manuals of services
    /// directories (docs.itrontotal.com, Query service parameters); others are inferred from the parameter's name.
    static let table: [String: DirectoryForm] = [
        "{layer}/query": DirectoryForm(
            title: "Query", fields: filters + output + sums,
            formats: ["html", "json", "geojson", "pbf"]),
        "query": DirectoryForm(
            title: "Query", fields: [Field("Layer Definitions", "layerDefs", .area)] + locations + output),
        "export": DirectoryForm(
            title: "Export Map Image",
            fields: [
                Field("Bounding Box", "bbox"), Field("Bounding Box Spatial Reference", "bboxSR"),
                Field("Layers", "layers"), Field("Layer Definitions", "layerDefs", .area),
                Field("Image Size", "size"), Field("Image Spatial Reference", "imageSR"),
                Field("Image Format", "format", .choice(["png", "png8", "png24", "png32"])),
                Field("Background Transparent", "transparent", .truth(false)), Field("DPI", "dpi"),
                Field("Time", "time"),
            ], formats: ["html", "json", "image"]),
        "identify": DirectoryForm(
            title: "Identify",
            fields: [
                Field("Geometry", "geometry", .area), Field("Geometry Type", "geometryType", .choice(pointFirst)),
                Field("Spatial Reference", "sr", only: .mapServer),
                Field("Layers", "layers", only: .mapServer),
                Field("Layer Definitions", "layerDefs", .area, only: .mapServer),
                Field("Tolerance", "tolerance", only: .mapServer),
                Field("Map Extent", "mapExtent", only: .mapServer),
                Field("Image Display", "imageDisplay", only: .mapServer),
                Field("Return Geometry", "returnGeometry", .truth(true), only: .mapServer),
            ]),
        "find": DirectoryForm(
            title: "Find",
            fields: [
                Field("Search Text", "searchText", only: .mapServer),
                Field("Contains", "contains", .truth(true), only: .mapServer),
                Field("Search Fields", "searchFields", only: .mapServer),
                Field("Spatial Reference", "sr", only: .mapServer), Field("Layers", "layers", only: .mapServer),
                Field("Return Geometry", "returnGeometry", .truth(true), only: .mapServer),
                Field("Text", "text", only: .geocodeServer), Field("Out Fields", "outFields", only: .geocodeServer),
            ]),
        "queryDomains": DirectoryForm(title: "Query Domains", fields: [Field("Layers", "layers")]),
        "{layer}/queryRelatedRecords": DirectoryForm(
            title: "Query Related Records",
            fields: [
                Field("Object IDs", "objectIds"), Field("Relationship ID", "relationshipId"),
                Field("Out Fields", "outFields"), Field("Definition Expression", "definitionExpression"),
                Field("Return Geometry", "returnGeometry", .truth(true)), Field("Output Spatial Reference", "outSR"),
            ]),
        "{layer}/queryAttachments": DirectoryForm(
            title: "Query Attachments",
            fields: [
                Field("Object IDs", "objectIds"), Field("Definition Expression", "definitionExpression"),
                Field("Attachment Types", "attachmentTypes"), Field("Size", "size"), Field("Keywords", "keywords"),
            ]),
        "{layer}/addFeatures": edit("Add Features", [Field("Features", "features", .area)]),
        "{layer}/updateFeatures": edit("Update Features", [Field("Features", "features", .area)]),
        "{layer}/deleteFeatures": edit("Delete Features", filters),
        "{layer}/applyEdits": edit(
            "Apply Edits",
            [
                Field("Adds", "adds", .area), Field("Updates", "updates", .area), Field("Deletes", "deletes", .area),
                Field("Use Global IDs", "useGlobalIds", .truth(false), since: .v10_4),
            ]),
        "applyEdits": edit(
            "Apply Edits",
            [
                Field("Edits", "edits", .area),
                Field("Use Global IDs", "useGlobalIds", .truth(false), since: .v10_4),
            ]),
        "{layer}/calculate": edit(
            "Calculate", [Field("Where", "where", .area), Field("Expression", "calcExpression", .area)]),
        "{layer}/validateSQL": DirectoryForm(
            title: "Validate SQL",
            fields: [
                Field("SQL", "sql", .area),
                Field("SQL Type", "sqlType", .choice(["where", "expression", "statement"])),
            ]),
        "{layer}/{oid}/addAttachment": DirectoryForm(
            title: "Add Attachment", fields: [Field("Attachment", "attachment", .file)], isPosted: true),
        "{layer}/{oid}/updateAttachment": DirectoryForm(
            title: "Update Attachment",
            fields: [Field("Attachment ID", "attachmentId"), Field("Attachment", "attachment", .file)],
            isPosted: true),
        "{layer}/{oid}/deleteAttachments": DirectoryForm(
            title: "Delete Attachments", fields: [Field("Attachment IDs", "attachmentIds")], isPosted: true),
        "findAddressCandidates": DirectoryForm(
            title: "Find Address Candidates",
            fields: [
                Field("Single Line Input", "SingleLine"), Field("Out Fields", "outFields"),
                Field("Output Spatial Reference", "outSR"), Field("Search Extent", "searchExtent"),
                Field("Max Locations", "maxLocations"), Field("Magic Key", "magicKey"),
            ]),
        "suggest": DirectoryForm(title: "Suggest", fields: [Field("Text", "text")]),
        "reverseGeocode": DirectoryForm(
            title: "Reverse Geocode",
            fields: [Field("Location", "location"), Field("Output Spatial Reference", "outSR")]),
        "geocodeAddresses": DirectoryForm(
            title: "Geocode Addresses",
            fields: [Field("Addresses", "addresses", .area), Field("Output Spatial Reference", "outSR")]),
        "exportImage": DirectoryForm(
            title: "Export Image",
            fields: [Field("Bounding Box", "bbox"), Field("Image Size", "size"), Field("Image Format", "format")],
            formats: ["html", "json", "image"]),
    ].merging(geometry) { one, _ in one }

    private static let pointFirst = [
        "esriGeometryPoint", "esriGeometryMultipoint", "esriGeometryPolyline", "esriGeometryPolygon",
        "esriGeometryEnvelope",
    ]

    /// The fields for where to search.
    private static let locations: [Field] = [
        Field("Time", "time"), Field("Input Geometry", "geometry", .area),
        Field("Geometry Type", "geometryType", .choice(["esriGeometryEnvelope"] + pointFirst.dropLast())),
        Field("Input Spatial Reference", "inSR"),
        Field(
            "Spatial Relationship", "spatialRel",
            .choice(
                [
                    "Intersects", "Contains", "Crosses", "EnvelopeIntersects", "IndexIntersects", "Overlaps", "Touches",
                    "Within", "Relation",
                ].map { "esriSpatialRel\($0)" })),
        Field("Relation", "relationParam"),
    ]

    private static let filters: [Field] =
        [
            Field("Where", "where", .area), Field("Text", "text", only: .mapServer), Field("Object IDs", "objectIds"),
        ] + locations + [
            Field("Distance", "distance", since: .v10_3),
            Field(
                "Units", "units",
                .choice(
                    ["Meter", "StatuteMile", "Foot", "Kilometer", "NauticalMile", "USNauticalMile"].map {
                        "esriSRUnit_\($0)"
                    }), since: .v10_3),
        ]

    /// The fields for what to return.
    private static let output: [Field] = [
        Field("Out Fields", "outFields"), Field("Return Geometry", "returnGeometry", .truth(true)),
        Field("Return True Curves", "returnTrueCurves", .truth(false), since: .v10_3),
        Field("Max Allowable Offset", "maxAllowableOffset"),
        Field("Geometry Precision", "geometryPrecision", since: .v10_1), Field("Output Spatial Reference", "outSR"),
        Field("Return IDs Only", "returnIdsOnly", .truth(false), since: .v10_0_0),
        Field("Return Count Only", "returnCountOnly", .truth(false), since: .v10_0_0),
        Field("Return Z", "returnZ", .truth(false), since: .v10_1),
        Field("Return M", "returnM", .truth(false), since: .v10_1),
    ]

    private static let sums: [Field] = [
        Field("Return Extent Only", "returnExtentOnly", .truth(false), since: .v10_3),
        Field("Return Distinct Values", "returnDistinctValues", .truth(false), since: .v10_1),
        Field("Order By Fields", "orderByFields", since: .v10_1),
        Field("Group By Fields (For Statistics)", "groupByFieldsForStatistics", since: .v10_1),
        Field("Output Statistics", "outStatistics", .area, since: .v10_1),
        Field("Having Clause", "having", since: .v10_6), Field("Result Offset", "resultOffset", since: .v10_3),
        Field("Result Record Count", "resultRecordCount", since: .v10_3),
        Field("Quantization Parameters", "quantizationParameters", since: .v10_6_1),
    ]

    private static func edit(_ title: String, _ fields: [Field]) -> DirectoryForm {
        DirectoryForm(
            title: title,
            fields: fields + [Field("Rollback On Failure", "rollbackOnFailure", .truth(true), since: .v10_1)],
            isPosted: true)
    }
}
