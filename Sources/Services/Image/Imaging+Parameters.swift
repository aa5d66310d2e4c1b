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
        return [
            export.acts(
                "bbox", "-100,-40,20,50",
                [
                    "20,50,-100,-40": .read("-100,-40,20,50"), "-100,50,20,-40": .read("-100,-40,20,50"),
                    #"{"xmin":-100,"ymin":-40,"xmax":20,"ymax":50}"#: .read("-100,-40,20,50"),
                    "1,1,1,1": .refused(bad), "x": .refused(bad),
                ], need: .required,
                evidence: .reported("docs/reference/maps.md#what-servers-tolerate")),
            export.acts("bboxSR", "3857", ["102100": .read("3857"), "x": .absent, "2154": .refused(unknown)]),
            export.acts("imageSR", "3857", ["102100": .read("3857"), "x": .absent, "2154": .refused(unknown)]),
            export.acts(
                "size", "30,20",
                [
                    "x": .absent, "30": .absent, "0,0": .refused(bad), "9999,10": .refused(Maps.Rules.tooLarge.id),
                ]),
            export.acts(
                "format", "gif",
                [
                    "GIF": .read("gif"), "x": .absent, "pdf": .absent, "JPGPNG": .absent,
                    "lerc": .refused(Maps.Rules.format.id), "BSQ": .refused(Maps.Rules.format.id),
                ]),
            export.acts(
                "interpolation", "RSP_NearestNeighbor",
                ["rsp_nearestneighbor": .read("RSP_NearestNeighbor"), "x": .absent]),
            export.acts("adjustAspectRatio", "false", ["FALSE": .read("false"), "true": .absent]),
            export.refuses("pixelType", "F32", "the picture has bytes", unless: "U8", "UNKNOWN", "x"),
            export.refuses("bandIds", "2,1,0", "bands are not exchanged here", unless: "0,1,2", "x"),
            export.refuses("noData", "0", "the picture has a mask of its own"),
            export.refuses(
                "renderingRule", #"{"rasterFunction":"Hillshade"}"#, "raster functions are not emulated",
                unless: "{}", #"{"rasterFunction":"None"}"#, "false"),
            export.ignores("mosaicRule", #"{"mosaicMethod":"esriMosaicNone"}"#, single),
            export.ignores("compressionQuality", "50", "asks for smaller bytes, not for another image"),
            export.ignores("time", "0,1", "the raster has no time"),
            identify.acts(
                "geometry", "-100,40",
                [
                    #"{"x":-100,"y":40}"#: .read("-100,40"), " -100, 40": .read("-100,40"),
                    #"{"xmin":-110,"ymin":30,"xmax":-90,"ymax":50}"#: .read("-100,40"),
                    "x": .refused(Rules.parameter.id), "{": .refused(Rules.parameter.id),
                ], need: .required),
            identify.ignores("geometryType", "esriGeometryPoint", "the geometry shows it"),
            identify.ignores("mosaicRule", "{}", single),
            identify.ignores("pixelSize", "1,1", single),
            identify.ignores("returnGeometry", "true", "there are no catalog items"),
            identify.ignores("returnCatalogItems", "true", "there are no catalog items"),
        ]
    }()
}
