// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A path or ring with true curves (geometry objects of the REST API): `{"c":[end,inside]}` is a circular arc through a
/// point, `{"b":[end,first,second]}` a Bézier curve, `{"a":[end,center,minor,clockwise,…]}` an arc of a circle or,
/// followed by rotation, axis and ratio, of an ellipse. The end comes first.
struct CurvedPart {
    typealias Position = (x: Double, y: Double)

    /// The part as lines, as in a query without `returnTrueCurves`.
    private(set) var positions: [Position] = []

    /// The angle of an arc that one line covers: five degrees.
    private static let turn = Double.pi / 36
    /// The number of lines for a Bézier curve.
    private static let steps = 36

    init?(_ part: [JSON]) {
        for element in part {
            if let position = CurvedPart.position(element) {
                positions.append(position)
                continue
            }
            guard let member = element.members?.first, element.members?.count == 1,
                let given = member.value.elements, let end = given.first.flatMap(CurvedPart.position),
                let start = positions.last
            else { return nil }
            switch member.name {
            case "c":
                guard given.count == 2, let inside = CurvedPart.position(given[1]) else { return nil }
                circle(start, inside, end)
            case "b":
                guard given.count == 3, let first = CurvedPart.position(given[1]),
                    let second = CurvedPart.position(given[2])
                else { return nil }
                bezier(start, first, second, end)
            case "a":
                guard given.count >= 4, let center = CurvedPart.position(given[1]), let clockwise = given[3].integer
                else { return nil }
                var shape = (rotation: 0.0, ratio: 1.0)
                if given.count > 4 {
                    // given[5] is the semimajor axis, which follows from start, center and ratio.
                    guard given.count == 7, let rotation = given[4].double, let ratio = given[6].double, ratio != 0
                    else { return nil }
                    shape = (rotation, ratio)
                }
                arc(start, end, around: center, isClockwise: clockwise == 1, shape.rotation, shape.ratio)
            default: return nil
            }
        }
    }

    private static func position(_ json: JSON) -> Position? {
        guard let numbers = json.elements, numbers.count >= 2, let x = numbers[0].double, let y = numbers[1].double
        else { return nil }
        return (x, y)
    }

    /// Adds the circle through three points, or a line if they are collinear.
    private mutating func circle(_ start: Position, _ inside: Position, _ end: Position) {
        let (ax, ay) = (inside.x - start.x, inside.y - start.y)
        let (bx, by) = (end.x - start.x, end.y - start.y)
        let cross = ax * by - ay * bx
        guard cross != 0 else { return positions.append(end) }
        let (a, b) = (ax * ax + ay * ay, bx * bx + by * by)
        let center = (
            x: start.x + (a * by - b * ay) / (2 * cross), y: start.y + (b * ax - a * bx) / (2 * cross)
        )
        // Seen from the start, the inner point is to the left of the end on a clockwise arc.
        arc(start, end, around: center, isClockwise: cross < 0, 0, 1)
    }

    private mutating func bezier(_ start: Position, _ first: Position, _ second: Position, _ end: Position) {
        for step in 1..<Self.steps {
            let t = Double(step) / Double(Self.steps)
            let u = 1 - t
            let weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            let x = weights.0 * start.x + weights.1 * first.x + weights.2 * second.x + weights.3 * end.x
            let y = weights.0 * start.y + weights.1 * first.y + weights.2 * second.y + weights.3 * end.y
            positions.append((x, y))
        }
        positions.append(end)
    }

    /// Adds an arc of an ellipse with one axis turned by `rotation` and the other `ratio` times as long. If the start
    /// equals the end, it is the whole ellipse.
    private mutating func arc(
        _ start: Position, _ end: Position, around center: Position, isClockwise: Bool, _ rotation: Double,
        _ ratio: Double
    ) {
        let (cosine, sine) = (cos(rotation), sin(rotation))
        func flat(_ point: Position) -> Position {
            let (x, y) = (point.x - center.x, point.y - center.y)
            return (x * cosine + y * sine, (y * cosine - x * sine) / ratio)
        }
        let (from, to) = (flat(start), flat(end))
        let radius = (from.x * from.x + from.y * from.y).squareRoot()
        let angle = atan2(from.y, from.x)
        var sweep = atan2(to.y, to.x) - angle
        if isClockwise, sweep >= 0 { sweep -= 2 * .pi }
        if !isClockwise, sweep <= 0 { sweep += 2 * .pi }
        // Of coordinates that overflow there is no arc.
        guard sweep.isFinite, radius.isFinite else { return positions.append(end) }
        let count = max(1, Int((abs(sweep) / Self.turn).rounded(.up)))
        for step in stride(from: 1, to: count, by: 1) {
            let here = angle + sweep * Double(step) / Double(count)
            let (x, y) = (radius * cos(here), radius * sin(here) * ratio)
            positions.append((center.x + x * cosine - y * sine, center.y + x * sine + y * cosine))
        }
        positions.append(end)
    }
}
