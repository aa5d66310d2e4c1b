// SPDX-License-Identifier: Apache-2.0

import Facts

/// The parameters of geometry services (documented: the page of each operation).
extension Shaping {
    static let parameters: [OperationParameter] =
        overlays + measures + lines + projections + notations

    private static func rows(_ operation: String) -> OperationParameter.Rows {
        OperationParameter.Rows(operation: operation, kind: .geometryServer)
    }

    private static func page(_ path: String) -> Evidence {
        .documented("developers.arcgis.com/rest/services-reference/enterprise/\(path)/")
    }

    private static let read = Evidence.inferred(
        "a limit of this double: a server reads the file (docs/reference/geometry-service.md#how-geometries-are-written)"
    )
    private static let names = Evidence.reported("Esri/arcgis-python-api#1223: names of units are not read")
    private static let python = Evidence.reported(
        "Esri/ArcREST src/arcrest/geometryservice/geometryservice.py sends truth values as Python writes them")
    private static let square =
        #"{"geometryType":"esriGeometryPolygon","geometries":[{"rings":[[[0,0],[0,2],[2,2],[2,0],[0,0]]]}]}"#
    private static let bare = #"[{"rings":[[[0,0],[0,2],[2,2],[2,0],[0,0]]]}]"#
    private static let path = #"{"geometryType":"esriGeometryPolyline","geometries":[{"paths":[[[0,1],[4,1],[4,5]]]}]}"#
    private static let line = #"{"paths":[[[1,-1],[1,3]]]}"#

    /// A list of geometries: in JSON, as an array without its type, and what is neither. `written` says that the other
    /// form is documented.
    private static func shapes(
        _ rows: OperationParameter.Rows, _ name: String, _ example: String, _ other: String? = nil,
        need: OperationParameter.Need = .required,
        written: Evidence = .inferred("the reading that fails no client")
    ) -> [OperationParameter] {
        let bad = OperationParameter.Reading.refused(Rules.bad.id)
        var list = [
            rows.acts(name, example, ["x": bad, "{": bad, "[null]": bad], need: need),
            rows.acts(
                name, example, [#"{"url":"https://gis.example/a.txt"}"#: .refused(Rules.url.id)], need: need,
                evidence: read),
        ]
        if let other { list.append(rows.acts(name, example, [other: .read(example)], need: need, evidence: written)) }
        return list
    }

    /// A spatial reference that the answer does not depend on.
    private static func unmoved(_ rows: OperationParameter.Rows) -> OperationParameter {
        rows.ignores(
            "sr", "4326", "it is computed in the coordinates as they are",
            evidence: .inferred("a limit of this double: a server computes on the grid of the reference"))
    }

    private static let overlays: [OperationParameter] = {
        let points = "0,0,3,0,0,3"
        let typed =
            #"{"geometryType":"esriGeometryPoint","geometries":[{"x":0,"y":0},{"x":3,"y":0},{"x":0,"y":3}]}"#
        var all: [OperationParameter] = []
        for (name, address) in [("simplify", "simplify"), ("union", "union"), ("convexHull", "convex-hull")] {
            all += shapes(rows(name), "geometries", points, typed, written: page(address))
            all.append(unmoved(rows(name)))
        }
        for name in ["intersect", "difference"] {
            all += shapes(rows(name), "geometries", square, bare)
            all += shapes(
                rows(name), "geometry",
                #"{"geometryType":"esriGeometryPolygon","geometry":{"rings":[[[1,0],[1,2],[3,2],[3,0],[1,0]]]}}"#,
                #"{"rings":[[[1,0],[1,2],[3,2],[3,0],[1,0]]]}"#)
            all.append(unmoved(rows(name)))
        }
        let relation = rows("relation")
        let (bad, missing) = (Rules.bad.id, Rules.missing.id)
        all += shapes(relation, "geometries1", "1,1,5,5") + shapes(relation, "geometries2", square, bare)
        all += [
            unmoved(relation),
            relation.acts(
                "relation", "esriGeometryRelationDisjoint",
                [
                    "esrigeometryrelationdisjoint": .read("esriGeometryRelationDisjoint"), "x": .refused(bad),
                    "esriGeometryRelationRelation": .refused(missing),
                ]),
            relation.knows(
                "relation", "esriGeometryRelationDisjoint", "esriGeometryRelationCross", "esriGeometryRelationWithin",
                "esriGeometryRelationIn", "esriGeometryRelationInteriorIntersection",
                "esriGeometryRelationIntersection", "esriGeometryRelationLineCoincidence",
                "esriGeometryRelationLineTouch", "esriGeometryRelationOverlap", "esriGeometryRelationPointTouch",
                "esriGeometryRelationTouch",
                evidence: .reported("Esri/ArcREST src/arcrest/geometryservice/geometryservice.py sends no others")),
            relation.ignores("relationParam", "T********", "only esriGeometryRelationRelation reads it"),
        ]
        return all
    }()

    private static let measures: [OperationParameter] = {
        let (bad, unit, wrong) = (Rules.bad.id, Rules.unit.id, Rules.wrongUnit.id)
        let (areas, lengths, distance) = (rows("areasAndLengths"), rows("lengths"), rows("distance"))
        let acres = #"{"areaUnit":"esriAcres"}"#
        var all = shapes(areas, "polygons", bare, square, written: page("areas-and-lengths"))
        all += [
            areas.acts("sr", "3857", [#"{"wkid":3857}"#: .read("3857")], evidence: page("areas-and-lengths")),
            areas.acts("sr", "3857", ["x": .refused(bad)]),
            areas.acts("lengthUnit", "9036", ["esriSRUnit_Foot": .refused(unit)], evidence: names),
            areas.acts("lengthUnit", "9036", ["9102": .refused(wrong)], evidence: page("areas-and-lengths")),
            areas.acts(
                "areaUnit", acres, ["esriAcres": .refused(unit)], evidence: .reported("Esri/arcgis-python-api#1011")),
            areas.acts("areaUnit", acres, [#"{"areaUnit":"x"}"#: .refused(bad)]),
            areas.knows(
                "calculationType", "geodesic", "planar", "preserveShape", evidence: page("areas-and-lengths")),
            areas.acts("calculationType", "geodesic", ["GEODESIC": .read("geodesic"), "x": .refused(bad)]),
        ]
        all += shapes(lengths, "polylines", #"[{"paths":[[[0,0],[3,4]]]}]"#)
        all += [
            lengths.ignores("sr", "4326", "4326 is what is measured without it"),
            lengths.acts(
                "lengthUnit", "9103", ["esriUSFeet": .refused(unit)], evidence: .reported("Esri/arcgis-python-api#2325")
            ),
            lengths.acts("lengthUnit", "9103", ["9001": .refused(wrong)]),
            lengths.acts("calculationType", "geodesic", ["x": .refused(bad)]),
            lengths.acts("geodesic", "true"),
        ]
        all += shapes(rows("labelPoints"), "polygons", bare, square) + [unmoved(rows("labelPoints"))]
        let point = #"{"geometryType":"esriGeometryPoint","geometry":{"x":3,"y":4}}"#
        all += shapes(distance, "geometry1", point, #"{"x":3,"y":4}"#)
        all += shapes(distance, "geometry2", point, #"{"x":3,"y":4}"#)
        all += [
            distance.acts("sr", "3857", ["x": .refused(bad)]),
            distance.acts("distanceUnit", "9036", ["9102": .refused(wrong)], evidence: page("distance")),
            distance.acts("distanceUnit", "9036", ["METERS": .refused(unit)], evidence: names),
            distance.acts("distanceUnit", "9036", ["9001": .absent], evidence: page("distance")),
            distance.acts("geodesic", "true", ["false": .absent], evidence: page("distance")),
            distance.acts("geodesic", "true", ["False": .read("false")], evidence: python),
        ]
        return all
    }()

    private static let lines: [OperationParameter] = {
        let (bad, unit, wrong) = (Rules.bad.id, Rules.unit.id, Rules.wrongUnit.id)
        let (densify, generalize, offset) = (rows("densify"), rows("generalize"), rows("offset"))
        let (cut, trim, reshape, complete) = (rows("cut"), rows("trimExtend"), rows("reshape"), rows("autoComplete"))
        var all = shapes(densify, "geometries", path)
        all += [
            densify.acts("sr", "3857", ["x": .refused(bad)]),
            densify.acts("maxSegmentLength", "200", ["x": .refused(bad), "0": .refused(bad)], need: .required),
            densify.acts("lengthUnit", "9036", ["9102": .refused(wrong), "KM": .refused(unit)]),
            densify.acts("geodesic", "true", ["false": .absent], evidence: page("densify")),
            densify.acts("geodesic", "true", ["False": .read("false")], evidence: python),
        ]
        all += shapes(generalize, "geometries", path)
        all += [
            generalize.acts("sr", "4326", ["x": .refused(bad)]),
            generalize.acts("maxDeviation", "5", ["x": .refused(bad), "-1": .refused(bad)], need: .required),
            generalize.acts(
                "deviationUnit", "9036", ["KM": .refused(unit)],
                evidence: .reported("Esri/arcgis-python-api#523: generalize fails of the name of a unit, too")),
        ]
        all += shapes(offset, "geometries", path)
        all += [
            unmoved(offset),
            offset.acts("offsetDistance", "2", ["x": .refused(bad)], need: .required),
            offset.acts("offsetUnit", "9002", ["FEET": .refused(unit)]),
            offset.acts("offsetHow", "esriGeometryOffsetMitered", ["x": .refused(bad)]),
            offset.knows(
                "offsetHow", "esriGeometryOffsetMitered", "esriGeometryOffsetBevelled", "esriGeometryOffsetRounded",
                evidence: .reported("Esri/ArcREST src/arcrest/geometryservice/geometryservice.py sends no others")),
            offset.acts("bevelRatio", "5", ["x": .refused(bad)]),
            offset.ignores(
                "simplifyResult", "true", "loops are never in the answer",
                evidence: .inferred("a limit of this double: GEOS draws no loops")),
        ]
        all += shapes(cut, "target", square, bare) + shapes(cut, "cutter", line) + [unmoved(cut)]
        all += shapes(trim, "polylines", #"[{"paths":[[[2,0],[3,0]]]}]"#) + shapes(trim, "trimExtendTo", line)
        all += [trim.acts("extendHow", "1", ["x": .refused(bad), "32": .refused(bad)]), unmoved(trim)]
        all += shapes(
            reshape, "target", #"{"geometryType":"esriGeometryPolyline","geometry":{"paths":[[[0,0],[4,0]]]}}"#)
        all += shapes(reshape, "reshaper", #"{"paths":[[[1,0],[2,1],[3,0]]]}"#) + [unmoved(reshape)]
        all += shapes(complete, "polylines", #"[{"paths":[[[2,0],[3,0],[3,2],[2,2]]]}]"#)
        all += shapes(complete, "polygons", bare, need: .optional) + [unmoved(complete)]
        return all
    }()

    private static let projections: [OperationParameter] = {
        let (bad, unit, wrong) = (Rules.bad.id, Rules.unit.id, Rules.wrongUnit.id)
        let (project, buffer, find) = (rows("project"), rows("buffer"), rows("findTransformations"))
        let web: KeyValuePairs<String, OperationParameter.Reading> = [
            "102100": .read("3857"), #"{"wkid":102100,"latestWkid":3857}"#: .read("3857"),
        ]
        let points = #"{"geometryType":"esriGeometryPoint","geometries":[{"x":-104.53,"y":34.74}]}"#
        var all = shapes(project, "geometries", "-104.53,34.74", points, written: page("project"))
        all += [
            project.acts(
                "inSR", "4326", [#"{"wkid":4326}"#: .read("4326")], need: .required, evidence: page("project")),
            project.acts("inSR", "4326", ["x": .refused(bad)], need: .required),
            project.acts("outSR", "3857", web, need: .required, evidence: page("project")),
            project.acts("outSR", "3857", ["x": .refused(bad)], need: .required),
            project.acts("transformation", "1173", [#"{"wkid":1173}"#: .read("1173")], evidence: page("project")),
            project.acts("transformation", "1173", ["x": .refused(bad)]),
            project.ignores(
                "transformForward", "false", "nothing is transformed without a transformation",
                evidence: page("project")),
            project.ignores(
                "vertical", "true", "heights stay as they are",
                evidence: .inferred("a limit of this double: heights are not projected")),
        ]
        all += shapes(buffer, "geometries", "0,0")
        all += [
            buffer.acts("inSR", "3857", ["x": .refused(bad)]), buffer.acts("outSR", "4326", ["x": .refused(bad)]),
            buffer.acts("bufferSR", "4326", ["x": .refused(bad)]),
            buffer.acts("outSR", "4326", ["3857": .absent], evidence: page("buffer")),
            buffer.acts("bufferSR", "4326", ["3857": .absent], evidence: page("buffer")),
            buffer.acts("distances", "50,100", ["50, 100": .read("50,100")], need: .required, evidence: page("buffer")),
            buffer.acts("unionResults", "true", ["false": .absent], evidence: page("buffer")),
            buffer.acts("distances", "50,100", ["x": .refused(bad), "[50,100]": .read("50,100")], need: .required),
            buffer.acts("unit", "9036", ["METERS": .refused(unit), "esriMeters": .refused(unit)], evidence: names),
            buffer.acts(
                "unit", "9036", ["9102": .refused(wrong)], evidence: .reported("Esri/arcgis-python-api#461")),
            buffer.acts("unionResults", "true", ["False": .read("false")], evidence: python),
            buffer.acts("geodesic", "true", ["False": .read("false")], evidence: python),
        ]
        all += [
            find.acts("inSR", "4267", ["x": .refused(bad)], need: .required),
            find.acts("outSR", "4326", ["x": .refused(bad)], need: .required),
            find.acts("numOfResults", "-1", ["x": .refused(bad)]),
            find.acts("extentOfInterest", #"{"xmin":-141,"ymin":60,"xmax":-130,"ymax":70}"#, ["x": .refused(bad)]),
            find.ignores(
                "vertical", "true", "vertical transformations are not computed",
                evidence: .inferred("a limit of this double: heights are not projected")),
        ]
        return all
    }()

    private static let notations: [OperationParameter] = {
        let bad = Rules.bad.id
        let (to, from) = (rows("toGeoCoordinateString"), rows("fromGeoCoordinateString"))
        return [
            to.acts("sr", "3857", ["x": .refused(bad)], need: .required),
            to.acts("coordinates", "[[10,20]]", ["x": .refused(bad), "[[1]]": .refused(bad)], need: .required),
            to.acts("conversionType", "DD", ["dd": .read("DD"), "x": .refused(bad)], need: .required),
            to.acts(
                "conversionMode", "mgrsNewWith180InZone01", ["x": .absent], evidence: page("to-geocoordinatestring")),
            to.acts("numOfDigits", "3", ["x": .absent, "9": .read("8")], evidence: page("to-geocoordinatestring")),
            to.acts("rounding", "false"), to.acts("addSpaces", "false"),
            from.acts("sr", "3857", ["x": .refused(bad)], need: .required),
            from.acts(
                "strings", #"["361HN"]"#, ["x": .refused(bad), #"["x"]"#: .refused(Rules.notation.id)], need: .required),
            from.acts(
                "conversionType", "GARS", ["MGRS": .refused(Rules.notation.id), "x": .refused(bad)], need: .required),
            from.acts("conversionMode", "garsCenter", ["x": .absent], evidence: page("from-geocoordinatestring")),
        ]
    }()
}
