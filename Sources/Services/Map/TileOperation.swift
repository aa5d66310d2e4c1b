// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `tile` of a cached map: the level, then the row, then the column.
enum TileOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let tile = ["level", "row", "column"].map { request.names[$0] ?? "" }
        guard let cache = service.cache else {
            return .file(
                .missing(
                    Verdict(
                        Maps.Rules.notCached, facts: [.init("service", service.name)],
                        wouldPass: "a service whose root has tileInfo, or export")))
        }
        let numbers = tile.map { Int($0) ?? -1 }
        let frame = cache.frame(level: numbers[0], row: numbers[1], column: numbers[2])
        guard let frame, let full = service.fullExtent, full.intersects(frame.extent) else {
            if frame != nil, cache.hasBlankTiles, request.isTrue("blanktile", default: true) {
                let size = cache.size
                return .deferred {
                    let blank = Canvas(width: size.width, height: size.height)?.picture.png() ?? []
                    return .file(
                        FileResponse(
                            type: "image/png", bytes: blank, fields: [.init(name: "blank-tile", value: "true")]))
                }
            }
            return .file(.missing(noTile(tile, frame, cache)))
        }
        let parts = try MapRequest(request: request, service: service).parts(
            LayerChoice(.visible).layers(service, scale: frame.scale), LayerDefinitions(), nil)
        let export = Export(drawing: MapDrawing(frame: frame, parts: parts), format: .png32, now: request.now)
        return .deferred { .file(export.file()) }
    }

    private static func noTile(_ tile: [String], _ frame: Frame?, _ cache: TileCache) -> Verdict {
        Verdict(
            Maps.Rules.noTile,
            facts: [
                .init("level", tile[0]), .init("row", tile[1]), .init("column", tile[2]),
                .init("levels", "0 to \(cache.levels)"),
                .init("inCache", frame == nil ? "no such level, row or column" : "outside fullExtent"),
            ], wouldPass: "tile/level/row/column, the row before the column, within fullExtent")
    }
}
