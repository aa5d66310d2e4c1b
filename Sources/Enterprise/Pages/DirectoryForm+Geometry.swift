// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

extension DirectoryForm {
    /// The forms of a geometry service. The labels are those of directories of real servers
    /// (docs/reference/geometry-service.md#the-pages), as far as they were seen; others are inferred.
    static let geometry: [String: DirectoryForm] = [
        "project": DirectoryForm(
            title: "Project",
            fields: [
                Field("Input Spatial Reference", "inSR"), Field("Output Spatial Reference", "outSR"), geometries,
                Field("Transformation", "transformation", .area, since: .v10_1),
                Field("Transform Forward", "transformForward", .truth(true), since: .v10_1),
                Field("Vertical", "vertical", .truth(false), since: .v10_7),
            ]),
        "simplify": DirectoryForm(title: "Simplify", fields: [reference, geometries]),
        "buffer": DirectoryForm(
            title: "Buffer",
            fields: [
                geometries, Field("Input Spatial Reference", "inSR"), Field("Output Spatial Reference", "outSR"),
                Field("Buffer Spatial Reference", "bufferSR"), Field("Distances", "distances"), Field("Unit", "unit"),
                Field("Union Results", "unionResults", .truth(false)),
                Field("Geodesic", "geodesic", .truth(false), since: .v10_1),
            ]),
        "areasAndLengths": DirectoryForm(
            title: "Areas and Lengths",
            fields: [
                reference, Field("Polygons", "polygons", .area), Field("Length Units (WKID)", "lengthUnit"),
                Field("Area Units", "areaUnit"), calculation,
            ]),
        "lengths": DirectoryForm(
            title: "Lengths",
            fields: [
                reference, Field("Polylines", "polylines", .area), Field("Length Units (WKID)", "lengthUnit"),
                calculation,
            ]),
        "labelPoints": DirectoryForm(
            title: "Label Points", fields: [reference, Field("Polygons", "polygons", .area)]),
        "relation": DirectoryForm(
            title: "Relation",
            fields: [
                reference, Field("Geometries 1", "geometries1", .area), Field("Geometries 2", "geometries2", .area),
                Field(
                    "Relation", "relation",
                    .choice(
                        [
                            "Intersection", "Cross", "Disjoint", "In", "InteriorIntersection", "LineCoincidence",
                            "LineTouch", "Overlap", "PointTouch", "Touch", "Within", "Relation",
                        ].map { "esriGeometryRelation\($0)" })), Field("Relation Parameter", "relationParam"),
            ]),
        "convexHull": DirectoryForm(title: "Convex Hull", fields: [reference, geometries]),
        "cut": DirectoryForm(
            title: "Cut",
            fields: [reference, Field("Target Geometries", "target", .area), Field("Cutter", "cutter", .area)]),
        "densify": DirectoryForm(
            title: "Densify",
            fields: [
                reference, geometries, Field("Max Segment Length", "maxSegmentLength"),
                Field("Length Unit", "lengthUnit"), Field("Geodesic", "geodesic", .truth(false)),
            ]),
        "difference": DirectoryForm(title: "Difference", fields: [reference, geometries, single]),
        "distance": DirectoryForm(
            title: "Distance",
            fields: [
                reference, Field("Geometry 1", "geometry1", .area), Field("Geometry 2", "geometry2", .area),
                Field("Distance Unit", "distanceUnit"), Field("Geodesic", "geodesic", .truth(false)),
            ]),
        "generalize": DirectoryForm(
            title: "Generalize",
            fields: [
                reference, geometries, Field("Max Deviation", "maxDeviation"),
                Field("Deviation Unit", "deviationUnit"),
            ]),
        "intersect": DirectoryForm(title: "Intersect", fields: [reference, geometries, single]),
        "offset": DirectoryForm(
            title: "Offset",
            fields: [
                reference, geometries, Field("Offset Distance", "offsetDistance"), Field("Offset Unit", "offsetUnit"),
                Field(
                    "Offset How", "offsetHow",
                    .choice(["Rounded", "Bevelled", "Mitered"].map { "esriGeometryOffset\($0)" })),
                Field("Bevel Ratio", "bevelRatio"), Field("Simplify Result", "simplifyResult", .truth(false)),
            ]),
        "reshape": DirectoryForm(
            title: "Reshape",
            fields: [reference, Field("Target Geometry", "target", .area), Field("Reshaper", "reshaper", .area)]),
        "trimExtend": DirectoryForm(
            title: "Trim Extend",
            fields: [
                reference, Field("Polylines", "polylines", .area), Field("Trim Extend To", "trimExtendTo", .area),
                Field("Extend How", "extendHow"),
            ]),
        "autoComplete": DirectoryForm(
            title: "Auto Complete",
            fields: [reference, Field("Polygons", "polygons", .area), Field("Polylines", "polylines", .area)]),
        "union": DirectoryForm(title: "Union", fields: [reference, geometries]),
        "findTransformations": DirectoryForm(
            title: "FindTransformations",
            fields: [
                Field("Input Spatial Reference", "inSR"), Field("Output Spatial Reference", "outSR"),
                Field("Extent Of Interest", "extentOfInterest", .area), Field("Number Of Results", "numOfResults"),
                Field("Vertical", "vertical", .truth(false), since: .v10_7),
            ]),
        "fromGeoCoordinateString": DirectoryForm(
            title: "From GeoCoordinateString",
            fields: [
                reference, Field("Strings", "strings", .area), Field("Conversion Type", "conversionType", notations),
                Field("Conversion Mode", "conversionMode"),
            ]),
        "toGeoCoordinateString": DirectoryForm(
            title: "To GeoCoordinateString",
            fields: [
                reference, Field("Coordinates", "coordinates", .area),
                Field("Conversion Type", "conversionType", notations), Field("Conversion Mode", "conversionMode"),
                Field("Number Of Digits", "numOfDigits"), Field("Rounding", "rounding", .truth(true)),
                Field("Add Spaces", "addSpaces", .truth(true)),
            ]),
    ]

    private static let reference = Field("Spatial Reference", "sr")
    private static let geometries = Field("Geometries", "geometries", .area)
    private static let single = Field("Geometry", "geometry", .area)
    private static let calculation = Field(
        "Calculation Type", "calculationType", .choice(["planar", "geodesic", "preserveShape"]), since: .v10_1)
    private static let notations = Kind.choice(["MGRS", "USNG", "UTM", "GeoRef", "GARS", "DMS", "DDM", "DD"])
}
