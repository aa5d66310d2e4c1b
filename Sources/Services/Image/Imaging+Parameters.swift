// SPDX-License-Identifier: Apache-2.0

import Facts

/// The parameters of image services (documented: export-image, identify-image-service).
extension Imaging {
    static let parameters: [OperationParameter] = {
        let export = OperationParameter.Rows(
            operation: "exportImage", kind: .imageServer, gap: Maps.Rules.notEmulated.id)
        let identify = OperationParameter.Rows(operation: "identify", kind: .imageServer)
        let (bad, unknown) = (Maps.Rules.badParameter.id, Maps.Rules.reference.id)
        let single = "the service is a single raster"
        let shade = #"{"rasterFunction":"Hillshade"}"#
        let reference = "developers.arcgis.com/rest/services-reference/enterprise/"
        let exported = Evidence.documented("\(reference)export-image/")
        let identified = Evidence.documented("\(reference)identify-image-service/")
        let measured = Evidence.captured("docs/reference/maps.md#what-image-services-refuse")
        let tolerated = Evidence.reported("docs/reference/maps.md#what-servers-tolerate")
        return [
            export.acts(
                "bbox", "-100,-40,20,50",
                [
                    "20,50,-100,-40": .read("-100,-40,20,50"), "-100,50,20,-40": .read("-100,-40,20,50"),
                    #"{"xmin":-100,"ymin":-40,"xmax":20,"ymax":50}"#: .read("-100,-40,20,50"),
                    "1,1,1,1": .refused(bad), "x": .refused(bad),
                ], need: .required, evidence: tolerated),
            export.acts("bboxSR", "3857", ["102100": .read("3857")], evidence: exported),
            export.acts("bboxSR", "3857", ["x": .absent, "999999": .refused(unknown)]),
            export.acts("imageSR", "3857", ["102100": .read("3857")], evidence: exported),
            export.acts("imageSR", "3857", ["999999": .refused(unknown)], evidence: measured),
            export.acts("imageSR", "3857", ["x": .absent]),
            export.acts(
                "size", "30,20",
                ["9999,10": .refused(Maps.Rules.tooLarge.id)], evidence: measured),
            export.acts("size", "30,20", ["x": .absent, "30": .absent, "0,0": .refused(bad)]),
            export.acts(
                "format", "gif", ["GIF": .read("gif"), "JPGPNG": .absent], evidence: tolerated),
            export.acts(
                "format", "gif",
                ["x": .absent, "pdf": .absent], evidence: measured),
            export.acts(
                "format", "gif",
                ["lerc": .refused(Maps.Rules.format.id), "BSQ": .refused(Maps.Rules.format.id)],
                evidence: .inferred(
                    "a limit of this double: servers write both (documented: \(reference)export-image/)")),
            export.acts(
                "interpolation", "RSP_NearestNeighbor",
                ["rsp_nearestneighbor": .read("RSP_NearestNeighbor"), "x": .absent]),
            export.acts("adjustAspectRatio", "false", ["true": .absent], evidence: exported),
            export.acts("adjustAspectRatio", "false", ["FALSE": .read("false")]),
            export.harmless("pixelType", "F32", "the picture has bytes", "U8", "UNKNOWN", evidence: exported),
            export.refuses("pixelType", "F32", "the picture has bytes", unless: "x"),
            export.acts("bandIds", "2,1,0", ["0,1,2": .absent, "x": .absent], evidence: exported),
            export.acts("bandIds", "2,1,0", ["0,9": .refused(Rules.parameter.id)]),
            export.acts("noData", "40", ["x": .absent], evidence: exported),
            export.ignores(
                "noDataInterpretation", "esriNoDataMatchAll", "concerns noData, which is not there", evidence: exported),
            export.acts(
                "renderingRule", shade, [#"{"rasterFunction":"None"}"#: .absent],
                evidence: .captured(
                    "Tests/Golden/arcgis/esri-dump/ImageServer_json_Download.json describes None: A No-Op Function.")),
            export.acts("renderingRule", shade, functionForms),
            export.acts("renderingRule", shade, uncomputed, evidence: gap),
            export.ignores("mosaicRule", #"{"mosaicMethod":"esriMosaicNone"}"#, single, evidence: exported),
            export.ignores(
                "compressionQuality", "50", "asks for smaller bytes, not for another image",
                evidence: .inferred("a limit of this double: every picture has the same quality")),
            export.ignores("time", "0,1", "the raster has no time"),
            identify.acts(
                "geometry", "-100,40",
                [
                    #"{"x":-100,"y":40}"#: .read("-100,40"),
                    #"{"xmin":-110,"ymin":30,"xmax":-90,"ymax":50}"#: .read("-100,40"),
                ], need: .required, evidence: identified),
            identify.acts(
                "geometry", "-100,40",
                [
                    " -100, 40": .read("-100,40"), "x": .refused(Rules.parameter.id),
                    "{": .refused(Rules.parameter.id),
                ], need: .required),
            identify.ignores("geometryType", "esriGeometryPoint", "the geometry shows it", evidence: identified),
            identify.acts("renderingRule", #"{"rasterFunction":"Grayscale"}"#, functionForms),
            identify.acts("renderingRule", #"{"rasterFunction":"Grayscale"}"#, uncomputed, evidence: gap),
            identify.ignores("mosaicRule", "{}", single, evidence: identified),
            identify.ignores("pixelSize", "1,1", single, evidence: identified),
            identify.ignores("returnGeometry", "true", "there are no catalog items", evidence: identified),
            identify.ignores("returnCatalogItems", "true", "there are no catalog items", evidence: identified),
        ]
    }()

    static let gap = Evidence.inferred("a limit of this double: the function is real, and not computed here")
    static let uncomputed: KeyValuePairs<String, OperationParameter.Reading> = [
        #"{"rasterFunction":"Pansharpening"}"#: .refused(Rules.function.id)
    ]

    /// What becomes of a `renderingRule`.
    static let functionForms: KeyValuePairs<String, OperationParameter.Reading> = [
        "{}": .absent, "false": .absent, #"{"rasterFunction":"Identity"}"#: .absent,
        #"{"rasterFunction":"Nonsense"}"#: .refused(Rules.unknownFunction.id),
        #"{"rasterFunction":"Remap"}"#: .refused(Rules.parameter.id),
    ]
}
