// SPDX-License-Identifier: Apache-2.0

import Formats

/// A geometry as arrays of positions: one with one position for a point, one for a multipoint, one per path or ring.
struct Outline: Sendable {
    var type: GeometryType
    var parts: [[Vertex]]

    init(_ type: GeometryType, _ parts: [[Vertex]]) { (self.type, self.parts) = (type, parts) }

    /// Reads Esri JSON, or returns `nil` if there is none, or a point without coordinates.
    init?(_ json: JSON, hasZ: Bool, hasM: Bool) {
        func list(_ json: JSON) -> [Vertex] { Outline.positions(json, hasZ: hasZ, hasM: hasM) }
        if let x = json["x"]?.double, let y = json["y"]?.double {
            (type, parts) = (
                .point, [[Vertex(x: x, y: y, z: json["z"]?.double ?? .nan, m: json["m"]?.double ?? .nan)]]
            )
        } else if let points = json["points"] {
            (type, parts) = (.multipoint, [list(points)])
        } else if let paths = json["paths"]?.elements {
            (type, parts) = (.polyline, paths.map(list))
        } else if let rings = json["rings"]?.elements {
            (type, parts) = (.polygon, rings.map(list))
        } else {
            return nil
        }
    }

    /// Returns the positions of a list, without what is none. A page has tens of thousands.
    private static func positions(_ json: JSON, hasZ: Bool, hasM: Bool) -> [Vertex] {
        guard case .array(let elements) = json else { return [] }
        var positions: [Vertex] = []
        positions.reserveCapacity(elements.count)
        for index in elements.indices {
            guard case .array(let numbers) = elements[index], numbers.count > 1, let x = numbers[0].double,
                let y = numbers[1].double
            else { continue }
            guard hasZ || hasM else {
                positions.append(Vertex(x: x, y: y))
                continue
            }
            let measure = hasZ ? 3 : 2
            positions.append(
                Vertex(
                    x: x, y: y, z: hasZ && numbers.count > 2 ? numbers[2].double ?? .nan : .nan,
                    m: hasM && numbers.count > measure ? numbers[measure].double ?? .nan : .nan))
        }
        return positions
    }

    /// Returns the outline with every position moved.
    func mapped(_ move: (Vertex) -> Vertex) -> Outline {
        var outline = self
        outline.parts = parts.map { $0.map(move) }
        return outline
    }

    /// Returns the outline with positions moved by formulas, without those that have no place, or `nil` if that is a
    /// point's.
    func moved(_ move: (Double, Double) -> (x: Double, y: Double)) -> Outline? {
        var outline = self
        for part in outline.parts.indices {
            var isWhole = true
            for index in outline.parts[part].indices {
                let vertex = outline.parts[part][index]
                let there = move(vertex.x, vertex.y)
                isWhole = isWhole && there.x.isFinite && there.y.isFinite
                (outline.parts[part][index].x, outline.parts[part][index].y) = (there.x, there.y)
            }
            if !isWhole { outline.parts[part].removeAll { !$0.x.isFinite || !$0.y.isFinite } }
        }
        return type == .point && outline.parts.first?.isEmpty ?? true ? nil : outline
    }

    /// Returns a simplification in which no position is farther from the original line than the tolerance (Douglas and
    /// Peucker).
    func simplified(_ tolerance: Double) -> Outline {
        guard type == .polyline || type == .polygon, tolerance > 0 else { return self }
        var outline = self
        outline.parts = parts.map { part in
            let kept = Outline.kept(part, tolerance)
            return type == .polygon && kept.count < 4 ? Array(part.prefix(1)) + part.suffix(3) : kept
        }
        return outline
    }

    private static func kept(_ part: [Vertex], _ tolerance: Double) -> [Vertex] {
        guard part.count > 2 else { return part }
        var keeps = [Bool](repeating: false, count: part.count)
        (keeps[0], keeps[part.count - 1]) = (true, true)
        var open = [(0, part.count - 1)]
        while let (first, last) = open.popLast() {
            var (farthest, index) = (tolerance, -1)
            for middle in first..<last where middle > first {
                let distance = distance(part[middle], part[first], part[last])
                if distance > farthest { (farthest, index) = (distance, middle) }
            }
            guard index > 0 else { continue }
            keeps[index] = true
            open += [(first, index), (index, last)]
        }
        return zip(part, keeps).filter(\.1).map(\.0)
    }

    private static func distance(_ point: Vertex, _ a: Vertex, _ b: Vertex) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let along = length == 0 ? 0 : max(0, min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
        let (x, y) = (point.x - a.x - along * dx, point.y - a.y - along * dy)
        return (x * x + y * y).squareRoot()
    }

    // MARK: Rings

    /// Returns twice the area of a ring, negative for a clockwise one, as Esri's outer rings are.
    static func area(_ ring: [Vertex]) -> Double {
        var area = 0.0
        for next in ring.indices.dropFirst() {
            area = area + ring[next - 1].x * ring[next].y - ring[next].x * ring[next - 1].y
        }
        return area
    }

    /// Returns polygons. Esri writes all rings in one array: outer ones are clockwise; holes are counterclockwise and
    /// lie inside one of them.
    static func polygons(_ rings: [[Vertex]]) -> [[[Vertex]]] {
        var polygons: [[[Vertex]]] = []
        var holes: [[Vertex]] = []
        for ring in rings {
            if area(ring) <= 0 { polygons.append([ring]) } else { holes.append(ring) }
        }
        // All rings have the wrong direction: all of them are outer ones, or the first one is, around the others.
        if polygons.isEmpty, let first = holes.first {
            polygons.append([first])
            holes.removeFirst()
        }
        for hole in holes {
            // A vertex on an edge may count as inside of either side, so most vertices decide; among islands within
            // holes, the smallest.
            let inside = polygons.map { polygon in hole.dropFirst().count { contains(polygon[0], $0) } }
            let index = polygons.indices.filter { inside[$0] > 0 }.max { one, other in
                (inside[one], abs(area(polygons[other][0]))) < (inside[other], abs(area(polygons[one][0])))
            }
            if let index { polygons[index].append(hole) } else { polygons.append([hole]) }
        }
        return polygons
    }

    /// Returns whether a point is inside a ring, by the crossings of a ray to the right.
    private static func contains(_ ring: [Vertex], _ point: Vertex) -> Bool {
        var isInside = false
        for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
            if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
        }
        return isInside
    }

    /// The centroid of its area, or of its positions if it has none: `returnCentroid`.
    var centroid: Vertex? {
        var (area, x, y) = (0.0, 0.0, 0.0)
        for (a, b) in parts.flatMap({ zip($0, $0.dropFirst()) }) {
            let cross = a.x * b.y - b.x * a.y
            (area, x, y) = (area + cross, x + (a.x + b.x) * cross, y + (a.y + b.y) * cross)
        }
        if type == .polygon, area != 0 { return Vertex(x: x / (3 * area), y: y / (3 * area)) }
        let all = parts.flatMap { $0 }
        guard !all.isEmpty else { return nil }
        let count = Double(all.count)
        return Vertex(x: all.reduce(0) { $0 + $1.x } / count, y: all.reduce(0) { $0 + $1.y } / count)
    }
}
