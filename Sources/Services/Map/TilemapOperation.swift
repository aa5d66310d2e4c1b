// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `tilemap` of a cached map: which tiles of a window exist, row by row (documented).
enum TilemapOperation {
    /// The largest side of a window. A server may answer a smaller one than was requested (documented).
    private static let most = 128

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let names = ["level", "row", "column", "width", "height"]
        let numbers = names.map { request.names[$0].flatMap { Int($0) } ?? -1 }
        if let wrong = numbers.firstIndex(where: { $0 < 0 || $0 > 1 << 30 }) {
            throw request.badMapParameter(names[wrong], request.names[names[wrong]] ?? "", "a number from 0 on")
        }
        let (level, top, left) = (numbers[0], numbers[1], numbers[2])
        let (width, height) = (min(numbers[3], most), min(numbers[4], most))
        var data: [JSON] = []
        for row in top..<top + height {
            for column in left..<left + width {
                data.append(.int(service.hasTile(level: level, row: row, column: column) ? 1 : 0))
            }
        }
        let window = [("left", left), ("top", top), ("width", width), ("height", height)]
        return .json(
            .object([
                .init("valid", .bool(true)),
                .init("location", .object(window.map { JSON.Member($0.0, .int($0.1)) })),
                .init("data", .array(data)),
            ]))
    }
}

extension ServiceModel {
    /// Returns whether the cache has a tile: one of its levels that the map's extent touches.
    func hasTile(level: Int, row: Int, column: Int) -> Bool {
        guard let frame = cache?.frame(level: level, row: row, column: column), let full = fullExtent else {
            return false
        }
        return full.intersects(frame.extent)
    }
}
