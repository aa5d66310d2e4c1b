// SPDX-License-Identifier: Apache-2.0

import Facts

extension MapServices {
    /// The rules by which maps, their tiles and their finds refuse.
    enum MapRules {
        static let badParameter = Rule(
            "map.bad-parameter", "A parameter of a map, identify or find is missing or cannot be used.",
            advice: "See the parameter named in the verdict.",
            clients: "With f=image the error comes as JSON in a 200: who writes it to a file has a broken picture.",
            evidence: .inferred("docs/reference/open-questions.md#q15: the text is captured for other bad parameters"))
        static let reference = Rule(
            "map.unknown-reference", "A spatial reference is one that this double does not project to.",
            advice: "Use 4326, 3857 or 102100.", evidence: .inferred("a limit of this double; real servers know all"))
        static let tooLarge = Rule(
            "map.too-large", "The picture is larger than maxImageWidth or maxImageHeight.",
            advice: "Ask for several smaller ones.", evidence: .inferred("the limits are captured, the answer is not"))
        static let format = Rule(
            "map.unknown-format", "The picture is wanted in a format that this double does not write.",
            advice: "Use png, png8, png24, png32, jpg, gif, bmp, tiff, pdf, svg, svgz or ps.",
            evidence: .inferred("of emf and ai a limit of this double, which real servers write"))
        static let definition = Rule(
            "map.bad-layer-definition", "The condition of a layer cannot be read.",
            advice: "Use standardized SQL with fields of the layer.",
            evidence: .inferred("the text is captured for other bad parameters"))
        static let notEmulated = Rule(
            "map.not-emulated",
            "The parameter would change the picture or the find, and this double does not emulate it.",
            advice: "Leave the parameter out.",
            evidence: .inferred("a limit of this double; answered as a service without the capability does"))
        static let capability = Rule(
            "map.no-capability", "The service was published without the capability that the operation needs.",
            advice: "Have it published with it, or ask another service.",
            evidence: .captured("CartoDB/cartodb#11317: the words, for a query"))
        static let notCached = Rule(
            "map.not-cached", "The service has no cache of tiles.", advice: "Use export.",
            evidence: .documented("docs/reference/maps.md#operations: of cached maps; 404 where there is no tile"))
        static let noTile = Rule(
            "map.no-tile", "The cache has no such tile.", advice: "Take levels from tileInfo and tiles of fullExtent.",
            clients: "The row comes before the column; clients that turn them round see nothing but this.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/map-tile/: HTTP 404"))
        static let noOutput = Rule(
            "map.no-output", "The output directory has no such file, or it was deleted after ten minutes.",
            advice: "Ask for a new picture.",
            evidence: .documented("docs/reference/maps.md#operations: output files go after ten minutes"))
        static let wms = Rule(
            "wms.exception", "The WMS request cannot be answered.", advice: "See the ServiceException.",
            evidence: .documented("OGC 06-042 and OGC 01-068r3; the texts are inferred"))
        static let noWMS = Rule(
            "wms.not-enabled", "The service was published without WMS.",
            advice: "Set wms: true on the service.",
            evidence: .inferred("services name WMSServer in supportedExtensions where they have it"))
    }

    static let mapRules: [Rule] = [
        MapRules.badParameter, MapRules.reference, MapRules.tooLarge, MapRules.format, MapRules.definition,
        MapRules.notEmulated, MapRules.capability, MapRules.notCached, MapRules.noTile, MapRules.noOutput,
        MapRules.wms, MapRules.noWMS,
    ]
}
