// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Reads the parameters of `exportTiles` and `estimateExportTilesSize`: docs/reference/maps.md#packages-of-tiles.
struct TileExportReader {
    let map: MapRequest
    let cache: TileCache

    private var request: ServiceRequest { map.request }

    func read() throws(ServiceError) -> TileExport {
        let extent = try extent()
        let areas = try areas()
        let most = map.service.mostExportedTiles
        var levels: [TileExport.Level] = []
        var (count, places) = (0, 0)
        for number in try numbers() {
            guard let window = cache.window(number, extent), let frame = cache.frame(level: number, row: 0, column: 0)
            else { continue }
            places += window.rows.count * window.columns.count
            // What is looked at is bounded before it is looked at.
            guard places <= max(most, 1000) * 100 else { throw tooMany(places, most) }
            var tiles: [TileExport.Tile] = []
            for row in window.rows {
                for column in window.columns where isInside(number, row, column, areas) {
                    tiles.append(TileExport.Tile(row: row, column: column))
                    count += 1
                    guard count <= most else { throw tooMany(count, most) }
                }
            }
            guard !tiles.isEmpty else { continue }
            let shown = LayerChoice(.visible).layers(map.service, scale: frame.scale)
            levels.append(
                TileExport.Level(
                    number: number, parts: try map.parts(shown, LayerDefinitions(), nil), tiles: tiles))
        }
        let name = map.service.name.split(separator: "/").last.map(String.init) ?? map.service.name
        return TileExport(
            cache: cache, extent: extent, levels: levels, name: name, description: map.service.description)
    }

    // MARK: where

    /// `exportExtent`, within what the cache has: by default all of it (documented), and so is the word DEFAULT
    /// (reported: public clients write it).
    private func extent() throws(ServiceError) -> Envelope {
        let full = map.service.fullExtent ?? Envelope(xmin: 0, ymin: 0, xmax: 0, ymax: 0)
        guard let text = request.given("exportextent"), !ASCII.equal(text, "DEFAULT") else { return full }
        let asked = try map.envelope("exportExtent")
        var box: Envelope? = asked
        if text.contains("{"), let json = try? JSONReader.read(json5: Array(text.utf8)),
            let written = json["spatialReference"], written.members != nil
        {
            box = SpatialReference(json: written).project(asked, to: cache.reference)
        }
        guard let box else { throw request.badReference("exportExtent", text) }
        guard full.intersects(box) else {
            throw request.badMapParameter("exportExtent", text, "an extent that touches fullExtent")
        }
        return Envelope(
            xmin: max(full.xmin, box.xmin), ymin: max(full.ymin, box.ymin), xmax: min(full.xmax, box.xmax),
            ymax: min(full.ymax, box.ymax))
    }

    /// `areaOfInterest`: a set of polygons, or one.
    private func areas() throws(ServiceError) -> [JSON] {
        guard let text = request.given("areaofinterest"), text != "{}" else { return [] }
        let example = #"{"features":[{"geometry":{"rings":[…]}}]}"#
        guard let json = try? JSONReader.read(json5: Array(text.utf8)) else {
            throw request.badMapParameter("areaOfInterest", text, example)
        }
        let shapes = json["features"]?.elements?.compactMap { $0["geometry"] } ?? [json]
        var areas: [JSON] = []
        for shape in shapes {
            let written = shape["spatialReference"] ?? json["spatialReference"]
            let own = written.flatMap { $0.members == nil ? nil : SpatialReference(json: $0) } ?? cache.reference
            guard shape["rings"] != nil || shape["xmin"] != nil, let placed = own.project(shape, to: cache.reference),
                Geometry(placed) != nil
            else { throw request.badMapParameter("areaOfInterest", text, example) }
            areas.append(placed)
        }
        return areas
    }

    private func isInside(_ level: Int, _ row: Int, _ column: Int, _ areas: [JSON]) -> Bool {
        guard !areas.isEmpty else { return true }
        guard let frame = cache.frame(level: level, row: row, column: column),
            let tile = Geometry(frame.extent.corners)
        else { return false }
        return areas.contains { Geometry($0).map { $0.intersects(tile) } ?? false }
    }

    // MARK: levels

    /// `levels` by `exportBy`: numbers of levels, resolutions or scales, apart by commas, and ranges with a hyphen
    /// (documented). Without them all levels (inferred).
    private func numbers() throws(ServiceError) -> [Int] {
        let all = cache.numbers
        guard let text = request.given("levels") else { return all }
        var chosen: Set<Int> = []
        let kind = request.given("exportby")?.lowercased() ?? "levelid"
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").map { Double(ASCII.trimmed($0)) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
                throw request.badMapParameter("levels", text, "levels=0-3 or levels=1,2")
            }
            let (low, high) = (min(first, last), max(first, last))
            for number in all {
                let value =
                    switch kind {
                    case "scale": cache.scale(number)
                    case "resolution": cache.resolution(number)
                    default: Double(number)
                    }
                // Resolutions and scales are written with fewer digits than they have.
                let slack = kind == "levelid" ? 0 : value * 0.001
                if value >= low - slack, value <= high + slack { chosen.insert(number) }
            }
        }
        guard !chosen.isEmpty else {
            throw request.badMapParameter(
                "levels", text, "levels of tileInfo: \(all.first ?? 0) to \(all.last ?? 0)")
        }
        return chosen.sorted()
    }

    private func tooMany(_ count: Int, _ most: Int) -> ServiceError {
        ServiceError(
            Maps.ErrorBodies.badParameter,
            Verdict(
                Maps.Rules.tooManyTiles,
                facts: [.init("tiles", "\(count) or more"), .init("maxExportTilesCount", String(most))],
                wouldPass: "fewer levels, or a smaller exportExtent"))
    }
}

extension Envelope {
    /// The rectangle as a geometry.
    var corners: JSON {
        .object([
            .init("xmin", .double(xmin)), .init("ymin", .double(ymin)), .init("xmax", .double(xmax)),
            .init("ymax", .double(ymax)),
        ])
    }
}

extension ServiceModel {
    /// Whether clients may take tiles along: its description's or the scenario's word. The default of a publisher is
    /// that they may not (documented: export-tiles-map-service).
    var exportsTiles: Bool {
        guard let cache else { return false }
        return (pasted ?? described)?["exportTilesAllowed"]?.truth ?? cache.allowsExport
    }

    /// `maxExportTilesCount`: its description's, or as many as are drawn here in seconds; publishers choose it.
    var mostExportedTiles: Int {
        (pasted ?? described)?["maxExportTilesCount"]?.integer.map { min($0, 10_000) } ?? 10_000
    }
}
