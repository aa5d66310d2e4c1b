// SPDX-License-Identifier: Apache-2.0

import Formats

/// `trimExtend`: of a line that meets the guide, what is to the left of it; otherwise the line, extended at its ends as
/// far as the guide. What is neither is an empty polyline (documented).
enum TrimExtendOperation {
    private static let mostPairs = 20_000_000

    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("polylines", [.polyline])
        let guide = CuttingLine(try request.line("trimExtendTo").outline)
        _ = try request.reference("sr")
        let how = try flags(request)
        let pairs = list.count * guide.count
        guard pairs <= mostPairs else { throw request.tooMany("pairs of sides", pairs, mostPairs) }
        let shapes = list.shapes.map { shape in
            var shape = shape
            shape.outline.parts = paths(shape.outline.parts, guide, how)
            return shape
        }
        return Shaping.list(shapes)
    }

    /// `extendHow`: 1 moves the end, 8 leaves the beginning, 16 leaves the end; 2 and 4 speak of attributes that JSON does
    /// not have.
    private static func flags(_ request: ServiceRequest) throws(ServiceError) -> Int {
        guard let text = request.given("extendhow") else { return 0 }
        guard let flags = Int(ASCII.trimmed(text)), (0...31).contains(flags) else {
            throw request.badShape("extendHow", text, "0, or a sum of 1, 2, 4, 8 and 16")
        }
        return flags
    }

    private static func paths(_ paths: [[Vertex]], _ guide: CuttingLine, _ how: Int) -> [[Vertex]] {
        let pieces = paths.flatMap(guide.split)
        let left = pieces.filter { $0.side == .left }.map(\.path)
        let isCut = Set(pieces.compactMap(\.side)).count > 1
        if isCut { return left }
        var isExtended = false
        let extended = paths.map { path -> [Vertex] in
            guard path.count > 1 else { return path }
            var path = path
            if how & 16 == 0, let hit = guide.hit(from: path[path.count - 1], away: path[path.count - 2]) {
                if how & 1 != 0 { path[path.count - 1] = hit } else { path.append(hit) }
                isExtended = true
            }
            if how & 8 == 0, let hit = guide.hit(from: path[0], away: path[1]) {
                if how & 1 != 0 { path[0] = hit } else { path.insert(hit, at: 0) }
                isExtended = true
            }
            return path
        }
        return isExtended ? extended : []
    }
}
