// SPDX-License-Identifier: Apache-2.0

import Formats

/// The statistic `exceedslimit`: 1 if the rows, their points or their vertices are more than a client wants, else 0
/// (Esri/maplibre-arcgis#5, Esri/maplibre-arcgis#18, reported).
struct LimitStatistic: Sendable {
    /// The name of the column.
    var name: String
    /// The limits; `nil` is none.
    var rows: Int?
    var points: Int?
    var vertices: Int?

    /// Reads an entry of `outStatistics`, or returns `nil` if a limit is no number.
    init?(_ entry: JSON) {
        func limit(_ key: String) -> Int?? {
            guard let json = entry[key], json != .null else { return .some(nil) }
            return json.double.flatMap { Int(exactly: $0.rounded()) }.map { .some($0) } ?? nil
        }
        guard let rows = limit("maxRecordCount"), let points = limit("maxPointCount"),
            let vertices = limit("maxVertexCount")
        else { return nil }
        (self.rows, self.points, self.vertices) = (rows, points, vertices)
        name = entry["outStatisticFieldName"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? "exceedslimit"
    }

    /// Returns whether rows exceed a limit; points count for points and multipoints, vertices for lines and areas.
    func isExceeded(_ ids: [Int], _ store: FeatureStore) -> Bool {
        if let rows, ids.count > rows { return true }
        let isOfPoints = store.layer.geometryType == .point || store.layer.geometryType == .multipoint
        guard let most = isOfPoints ? points : vertices, store.layer.geometryType != nil else { return false }
        var count = 0
        for id in ids {
            let outline = store.feature(id)?.geometry.flatMap { Outline($0, hasZ: false, hasM: false) }
            count += outline?.parts.reduce(0) { $0 + $1.count } ?? 0
            if count > most { return true }
        }
        return false
    }
}
