// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `tile` of a cached map: the level, then the row, then the column.
extension ServiceRequest {
    func tile() -> Result {
        let tile = ["level", "row", "column"].map { names[$0] ?? "" }
        guard let cache = service.cache else {
            return .reply(
                .missing(
                    Verdict(
                        MapServices.MapRules.notCached, facts: [.init("service", service.name)],
                        wouldPass: "a service whose root has tileInfo, or export")))
        }
        let numbers = tile.map { Int($0) ?? -1 }
        let frame = cache.frame(level: numbers[0], row: numbers[1], column: numbers[2])
        guard let frame, let full = service.fullExtent, full.intersects(frame.extent) else {
            if frame != nil, cache.hasBlankTiles, isTrue("blanktile", default: true) {
                return .later {
                    let blank = Canvas(width: TileCache.side, height: TileCache.side)?.picture.png() ?? []
                    return .reply(Reply(type: "image/png", bytes: blank, fields: [("blank-tile", "true")]))
                }
            }
            return .reply(.missing(noTile(tile, frame, cache)))
        }
        let parts = MapRequest(reading: self).parts(
            LayerChoice(.visible).layers(service, scale: frame.scale), LayerDefinitions(), nil)
        switch parts {
        case .failure(let refused): return .refused(refused)
        case .success(let parts):
            let export = Export(drawing: MapDrawing(frame: frame, parts: parts), format: .png32, now: now)
            return .later { .reply(export.reply()) }
        }
    }

    private func noTile(_ tile: [String], _ frame: Frame?, _ cache: TileCache) -> Verdict {
        Verdict(
            MapServices.MapRules.noTile,
            facts: [
                .init("level", tile[0]), .init("row", tile[1]), .init("column", tile[2]),
                .init("levels", "0 to \(cache.levels)"),
                .init("inCache", frame == nil ? "no such level, row or column" : "outside fullExtent"),
            ], wouldPass: "tile/level/row/column, the row before the column, within fullExtent")
    }
}
