// SPDX-License-Identifier: Apache-2.0

import Facts

/// The parameters of maps (documented: export-map, identify-map-service, find): docs/reference/maps.md#what-servers-tolerate.
extension Maps {
    private static let (badParameter, bare) = (Rules.badParameter.id, Rules.reference.id)
    private static let tolerated = Evidence.reported("docs/reference/maps.md#what-servers-tolerate")
    private static let simple = Evidence.documented(
        "docs/reference/maps.md#operations: the simple form ended at 10.5; that other words are passed over is reported"
    )
    private static let reference = "developers.arcgis.com/rest/services-reference/enterprise/"
    private static let export = Evidence.documented("\(reference)export-map/")
    private static let identify = Evidence.documented("\(reference)identify-map-service/")
    private static let find = Evidence.documented("\(reference)find/")
    private static let whole = Evidence.inferred(
        "a limit of this double: servers generalize and round (documented: docs/reference/maps.md#operations)")
    private static let versioned = "applies to versioned and archived layers, and none here is"
    private static let ranged = "no layer here has rangeInfos or parameterInfos"

    static let exportParameters: [OperationParameter] = {
        let rows = OperationParameter.Rows(operation: "export", kind: .mapServer, gap: Rules.notEmulated.id)
        return [
            rows.acts(
                "bbox", "-100,30,-80,50",
                [
                    "-80,50,-100,30": .read("-100,30,-80,50"), "-100,50,-80,30": .read("-100,30,-80,50"),
                    " -100, 30, -80, 50": .read("-100,30,-80,50"),
                    #"{"xmin":-100,"ymin":30,"xmax":-80,"ymax":50}"#: .read("-100,30,-80,50"),
                    "1,1,1,1": .refused(badParameter), "1,2": .refused(badParameter), "x": .refused(badParameter),
                    "NaN,NaN,NaN,NaN": .refused(badParameter),
                ], need: .required, evidence: tolerated),
            rows.acts(
                "bboxSR", "3857",
                ["102100": .read("3857"), #"{"wkid":102100,"latestWkid":3857}"#: .read("3857")], evidence: export),
            rows.acts("bboxSR", "3857", ["4326": .absent], evidence: export),
            rows.acts("bboxSR", "3857", ["{'wkid': 3857}": .read("3857")], evidence: tolerated),
            rows.acts("bboxSR", "3857", ["x": .absent, "999999": .refused(bare)]),
            rows.acts(
                "imageSR", "3857", [#"{"wkid":102100}"#: .read("3857"), "4326": .absent], evidence: export),
            rows.acts("imageSR", "3857", ["x": .absent, "999999": .refused(bare)]),
            rows.acts("size", "80,20", ["400,400": .absent], evidence: export),
            rows.acts(
                "size", "80,20", ["80.2,19.9": .read("80,20")],
                evidence: .reported(
                    "docs/reference/maps.md#what-servers-tolerate: decimals; how they round is inferred")),
            rows.acts(
                "size", "80,20",
                [
                    "x": .absent, "80": .absent, "0,0": .refused(badParameter),
                    "-1,5": .refused(badParameter), "9999,10": .refused(Rules.tooLarge.id),
                ]),
            rows.acts("dpi", "300", ["96": .absent], evidence: export),
            rows.acts("dpi", "300", ["x": .absent]),
            rows.acts(
                "dpi", "300", ["0": .read("1"), "-5": .read("1"), "1e9": .read("2400")],
                evidence: .inferred("a limit of this double: it draws 1 to 2,400 dots an inch")),
            rows.acts(
                "format", "jpg", ["JPG": .read("jpg"), "PNG": .absent], evidence: tolerated),
            rows.acts(
                "format", "jpg",
                ["emf": .refused(Rules.format.id), "AI": .refused(Rules.format.id)],
                evidence: .inferred(
                    "a limit of this double: servers draw emf (documented: \(reference)export-map/), older ones AI")),
            rows.acts("format", "jpg", ["png": .absent], evidence: export),
            rows.knows(
                "format", "jpg", "png8", "png24", "png32", "pdf", "bmp", "gif", "svg", "svgz", "ps", evidence: export),
            // Both layers are drawn by default.
            rows.acts(
                "layers", "show:1",
                ["hide:0": .read("show:1"), "exclude:0": .read("show:1"), "include:1": .absent, "show:0,1": .absent],
                evidence: export),
            rows.acts("format", "jpg", ["webp": .absent, "image/png": .absent]),
            rows.acts(
                "layers", "show:1",
                [
                    "SHOW:1": .read("show:1"), "show: 1": .read("show:1"), "1": .read("show:1"),
                    "show:1,x": .read("show:1"), "show:99": .read("show:"), "show": .absent, "show:x": .absent,
                    "sideways:1": .absent, "all": .absent, "false": .absent,
                ], evidence: tolerated),
            rows.acts("layerDefs", #"{"0":"IATA='DEN'"}"#, definitions, evidence: simple),
            rows.acts("transparent", "true", ["True": .read("true")], evidence: tolerated),
            rows.acts("transparent", "true", ["false": .absent], evidence: export),
            rows.acts("transparent", "true", ["1": .absent, "x": .absent]),
            rows.acts("bgcolor", "255,0,0", ["255, 0, 0": .read("255,0,0"), "x": .absent, "300,0,0": .absent]),
            rows.acts(
                "time", "0,1", ["0, 1": .read("0,1"), "false": .absent, "x": .absent, "1,2,3": .absent],
                evidence: tolerated),
            rows.acts(
                "layerTimeOptions", #"{"0":{"useTime":false}}"#, ["{}": .absent, "x": .absent], evidence: export),
            rows.acts("datumTransformations", "[1623]", evidence: export),
            rows.acts(
                "datumTransformations", "[1623]",
                ["[]": .absent, "x": .refused(badParameter), "[true]": .refused(badParameter)]),
            rows.acts("dynamicLayers", #"[{"id":0,"source":{"type":"mapLayer","mapLayerId":1}}]"#, dynamic),
            rows.acts("mapScale", "50000000", ["x": .absent, "-1": .absent, "0": .absent]),
            rows.refuses("rotation", "90", "maps are not turned here", unless: "0", "360", "x"),
            rows.acts("clipping", clip, shapes, evidence: shaped),
            rows.acts("spatialFilter", clip, shapes, evidence: shaped),
            rows.refuses("selectionDefinitions", #"[{"layerId":0}]"#, "nothing is highlighted here", unless: "[]"),
            rows.ignores("gdbVersion", "SDE.DEFAULT", versioned, evidence: export),
            rows.ignores("historicMoment", "1", versioned, evidence: export),
            rows.ignores("mapRangeValues", #"[{"name":"x","value":1}]"#, ranged, evidence: export),
            rows.ignores("layerRangeValues", #"{"0":[]}"#, ranged, evidence: export),
            rows.ignores("layerParameterValues", #"{"0":{"x":1}}"#, ranged, evidence: export),
        ]
    }()

    static let identifyParameters: [OperationParameter] = {
        let rows = OperationParameter.Rows(operation: "identify", kind: .mapServer, gap: Rules.notEmulated.id)
        return [
            rows.acts(
                "geometry", "-104.67,39.86",
                [
                    #"{"x":-104.67,"y":39.86}"#: .read("-104.67,39.86"),
                    "{x: -104.67, y: 39.86}": .read("-104.67,39.86"),
                    "x": .refused(badParameter), "1": .refused(badParameter), "{": .refused(badParameter),
                ], need: .required, evidence: .reported("docs/reference/maps.md: clients write it in each of these")),
            rows.acts(
                "geometryType", "esriGeometryPoint",
                ["ESRIGEOMETRYPOINT": .read("esriGeometryPoint"), "esriGeometryNonsense": .absent, "x": .absent]),
            rows.acts("sr", "3857", [#"{"wkid":102100}"#: .read("3857")], evidence: tolerated),
            rows.acts("sr", "3857", ["4326": .absent], evidence: identify),
            rows.acts("geometryType", "esriGeometryPoint", ["esriGeometryPoint": .absent], evidence: identify),
            rows.acts("layers", "all:1", ["top": .absent, "visible:1": .read("all:1")], evidence: identify),
            rows.acts("sr", "3857", ["x": .absent, "999999": .refused(bare)]),
            rows.acts(
                "layers", "all:1",
                [
                    "ALL:1": .read("all:1"), "show:0,1": .read("top:0,1"), "0,1": .read("top:0,1"), "1": .read("top:1"),
                    "all:": .read("all"), "all:x": .read("all"), "visible:1,x": .read("visible:1"), "x": .absent,
                    "false": .absent,
                ], evidence: tolerated),
            rows.acts(
                "tolerance", "5",
                [
                    " 5": .read("5"), "-5": .read("0"), "1e9": .read("10000"), "x": .refused(badParameter),
                ], need: .required, evidence: .documented("docs/reference/maps.md#operations: it is required")),
            rows.acts(
                "mapExtent", "-125,30,-70,50",
                ["-70,50,-125,30": .read("-125,30,-70,50"), "x": .refused(badParameter)], need: .required,
                evidence: tolerated),
            rows.acts(
                "imageDisplay", "400,300,96",
                [
                    "400,300": .read("400,300,96"), "400,300,x": .read("400,300,96"), "0,0,96": .refused(badParameter),
                    "x": .refused(badParameter),
                ], need: .required, evidence: .documented("docs/reference/maps.md#operations: it is required")),
            rows.acts("returnGeometry", "false", ["true": .absent], evidence: identify),
            rows.acts("returnGeometry", "false", ["False": .read("false")], evidence: tolerated),
            rows.acts("returnFieldName", "true", ["True": .read("true")], evidence: tolerated),
            rows.acts("returnFieldName", "true", ["false": .absent], evidence: identify),
            rows.acts("returnUnformattedValues", "true", ["True": .read("true")], evidence: tolerated),
            rows.acts("returnUnformattedValues", "true", ["false": .absent], evidence: identify),
            rows.acts("layerDefs", #"{"0":"IATA='LAX'"}"#, definitions, evidence: simple),
            rows.acts("time", "0,1", ["false": .absent, "x": .absent], evidence: tolerated),
            rows.acts("dynamicLayers", #"[{"id":0,"source":{"type":"mapLayer","mapLayerId":1}}]"#, dynamic),
            rows.ignores("maxAllowableOffset", "10", "results keep the whole shape", evidence: whole),
            rows.ignores("geometryPrecision", "1", "results keep the whole shape", evidence: whole),
            rows.acts("clipping", clip, shapes, evidence: shaped),
            rows.acts("spatialFilter", clip, shapes, evidence: shaped),
            rows.ignores("gdbVersion", "SDE.DEFAULT", versioned, evidence: identify),
            rows.ignores("historicMoment", "1", versioned, evidence: identify),
            rows.acts(
                "layerTimeOptions", #"{"0":{"useTime":false}}"#, ["{}": .absent, "x": .absent], evidence: identify),
            rows.ignores("mapRangeValues", #"[{"name":"x","value":1}]"#, ranged, evidence: identify),
        ]
    }()

    static let findParameters: [OperationParameter] = {
        let rows = OperationParameter.Rows(operation: "find", kind: .mapServer)
        return [
            rows.acts("searchText", "Denver", ["denver": .read("Denver")], need: .required, evidence: find),
            rows.acts("contains", "false", ["true": .absent], evidence: find),
            rows.acts("contains", "false", ["False": .read("false")], evidence: tolerated),
            rows.acts("searchFields", "IATA", ["iata": .read("IATA"), " IATA": .read("IATA")]),
            rows.acts(
                "layers", "0",
                [
                    "show:0": .read("0"), "all:0": .read("0"), "0,x": .read("0"), " 0": .read("0"),
                    "x": .refused(badParameter),
                ], need: .required),
            rows.acts("sr", "3857", ["x": .absent, "999999": .refused(bare)]),
            rows.acts("returnGeometry", "false", ["true": .absent], evidence: find),
            rows.acts("returnGeometry", "false", ["False": .read("false")], evidence: tolerated),
            rows.acts("layerDefs", #"{"0":"IATA='LAX'"}"#, definitions, evidence: simple),
            rows.ignores("gdbVersion", "SDE.DEFAULT", versioned, evidence: find),
            rows.ignores("maxAllowableOffset", "10", "results keep the whole shape", evidence: whole),
        ]
    }()

    static let pictureParameters: [OperationParameter] = [
        OperationParameter.Rows(operation: "legend", kind: .mapServer)
            .acts("dynamicLayers", #"[{"id":0,"source":{"type":"mapLayer","mapLayerId":1}}]"#, dynamic),
        OperationParameter.Rows(operation: "tile/4/15/0", kind: .mapServer)
            .acts(
                "blankTile", "false", ["FALSE": .read("false"), "true": .absent, "x": .read("false")],
                evidence: .inferred("docs/reference/maps.md#operations: what false does; other words count as false")),
    ]

    private static let shaped = Evidence.documented(
        "docs/reference/maps.md#clipping-and-filters; of what is wrong inferred")
    private static let clip =
        #"{"geometryType":"esriGeometryEnvelope","geometry":{"xmin":-80,"ymin":20,"xmax":-70,"ymax":30}}"#
    private static let shapes: KeyValuePairs<String, OperationParameter.Reading> = [
        "{}": .absent, "x": .refused(badParameter), "{": .refused(badParameter),
        #"{"geometry":{}}"#: .refused(badParameter),
    ]
    private static let definitions: KeyValuePairs<String, OperationParameter.Reading> = [
        "{}": .absent, "false": .absent, "x": .absent, #"{"0":""}"#: .absent, #"{"99":"A=1"}"#: .absent,
        "{": .refused(badParameter), "0:IATA='LAX'": .refused(badParameter),
        #"{"0":"NOPE=1"}"#: .refused(Rules.definition.id),
    ]
    private static let dynamic: KeyValuePairs<String, OperationParameter.Reading> = [
        "[]": .absent, "false": .absent, "[{}]": .refused(badParameter), "[": .refused(badParameter),
    ]
}
