// SPDX-License-Identifier: Apache-2.0

import Facts

extension Maps {
    /// The rules by which maps, tiles, and find refuse.
    enum Rules {
        static let badParameter = Rule(
            "map.bad-parameter", "A parameter of export, identify or find is missing or invalid.",
            advice: "See the parameter named in the verdict.",
            clients:
                "With f=image the error is JSON with status 200; a client that saves it to a file has a broken image.",
            evidence: .documented(
                "docs/reference/maps.md#operations: which are required; docs/reference/open-questions.md#q15: the text is of other bad parameters"
            ))
        static let reference = Rule(
            "map.unknown-reference", "PROJ knows no spatial reference of that number or text, or no formulas of it.",
            advice: "Use a number of EPSG or Esri.",
            evidence: .captured("docs/reference/maps.md#what-image-services-refuse: of imageSR; inferred of maps"))
        static let tooLarge = Rule(
            "map.too-large", "The image is larger than maxImageWidth or maxImageHeight.",
            advice: "Request several smaller images.",
            evidence: .captured(
                "docs/reference/maps.md#what-image-services-refuse: of image services; of maps inferred"))
        static let format = Rule(
            "map.unknown-format", "MockPortal cannot write images in that format.",
            advice: "Use png, png8, png24, png32, jpg, gif, bmp, tiff, pdf, svg, svgz or ps.",
            evidence: .inferred("of emf and ai a limit of this double, which real servers write"))
        static let definition = Rule(
            "map.bad-layer-definition", "The definition expression of a layer is invalid.",
            advice: "Use standardized SQL with the layer's fields.",
            evidence: .inferred("the text is captured for other bad parameters"))
        static let notEmulated = Rule(
            "map.not-emulated",
            "The parameter would change the result, and MockPortal does not emulate it.",
            advice: "Omit the parameter.",
            evidence: .inferred("a limit of this double; answered as a service without the capability does"))
        static let capability = Rule(
            "map.no-capability", "The service lacks the capability that the operation requires.",
            advice: "Publish the service with the capability, or use another service.",
            evidence: .captured("CartoDB/cartodb#11317: the words, for a query"))
        static let notCached = Rule(
            "map.not-cached", "The service has no tile cache.", advice: "Use export.",
            evidence: .documented("docs/reference/maps.md#operations: of cached maps; 404 where there is no tile"))
        static let noTile = Rule(
            "map.no-tile", "The cache does not have that tile.",
            advice: "Use levels from tileInfo and tiles within fullExtent.",
            clients: "The row comes before the column; clients that swap them get only this.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/map-tile/: HTTP 404"))
        static let tooManyTiles = Rule(
            "map.too-many-tiles", "The package would have more tiles than maxExportTilesCount.",
            advice: "Take fewer levels or a smaller extent.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/export-tiles-map-service/: the limit; what a server answers is inferred"
            ))
        static let noOutput = Rule(
            "map.no-output", "The output directory does not have that file, or it was deleted after ten minutes.",
            advice: "Request a new image.",
            evidence: .documented("docs/reference/maps.md#operations: output files go after ten minutes"))
    }

    static let rules: [Rule] = [
        Rules.badParameter, Rules.reference, Rules.tooLarge, Rules.format, Rules.definition,
        Rules.notEmulated, Rules.capability, Rules.notCached, Rules.noTile, Rules.tooManyTiles, Rules.noOutput,
    ]
}
