// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The anchor of a label in pixels, and the direction of the label from there.
struct LabelAnchor {
    var x: Double
    var y: Double
    /// Degrees clockwise.
    var angle = 0.0
    /// 1 to the right of the anchor, -1 to its left, 0 centered; likewise for up and down.
    var across = 0.0
    var up = 0.0

    /// Finds the anchor, or returns `nil` if nothing of the geometry is in the frame. `window` is the frame in the
    /// geometry's coordinates.
    init?(
        _ geometry: JSON, _ placement: LabelPlacement, _ frame: Frame, _ window: Envelope, _ project: Canvas.Projection
    ) {
        let up: Double =
            switch placement.side {
            case .above: 1
            case .center: 0
            case .below: -1
            }
        if geometry["rings"] != nil {
            // In the visible part: the middle of a large area may be far outside the frame.
            guard let inside = Geometry(geometry)?.inside(window) else { return nil }
            (x, y) = project(inside.x, inside.y)
        } else if let paths = geometry["paths"]?.elements {
            let lines = paths.map { path in
                (path.elements ?? []).compactMap { position -> (x: Double, y: Double)? in
                    guard let x = position[0]?.double, let y = position[1]?.double else { return nil }
                    return project(x, y)
                }
            }
            guard let found = LabelAnchor.along(lines, placement.line, frame) else { return nil }
            (x, y, angle) = found
            self.up = up
        } else {
            let first = geometry["points"]?[0]
            guard let east = (geometry["x"] ?? first?[0])?.double, let north = (geometry["y"] ?? first?[1])?.double
            else { return nil }
            (x, y) = project(east, north)
            self.up = up
            across =
                switch placement.point {
                case .left: -1
                case .center: 0
                case .right: 1
                }
        }
        guard (0...Double(frame.width)).contains(x), (0...Double(frame.height)).contains(y) else { return nil }
    }

    /// Returns a point on lines with their direction there, oriented so that text is upright.
    private static func along(
        _ lines: [[(x: Double, y: Double)]], _ where: LabelPlacement.Line, _ frame: Frame
    ) -> (Double, Double, Double)? {
        // The visible pieces of the lines.
        var pieces: [(x: Double, y: Double, dx: Double, dy: Double, length: Double)] = []
        for line in lines {
            for (a, b) in zip(line, line.dropFirst()) {
                guard let part = clipped(a, b, frame) else { continue }
                let (dx, dy) = (b.x - a.x, b.y - a.y)
                let length = (dx * dx + dy * dy).squareRoot() * (part.1 - part.0)
                guard length > 0, length.isFinite else { continue }
                pieces.append(
                    (a.x + dx * part.0, a.y + dy * part.0, dx * (part.1 - part.0), dy * (part.1 - part.0), length))
            }
        }
        let whole = pieces.reduce(0) { $0 + $1.length }
        var left =
            switch `where` {
            case .start, .before: 0.0
            case .along: whole / 2
            case .after, .end: whole
            }
        for (number, piece) in pieces.enumerated() {
            guard left <= piece.length || number == pieces.count - 1 else {
                left -= piece.length
                continue
            }
            let part = min(1, left / piece.length)
            var angle = atan2(piece.dy, piece.dx) * 180 / .pi
            if angle > 90 { angle -= 180 } else if angle <= -90 { angle += 180 }
            return (piece.x + piece.dx * part, piece.y + piece.dy * part, angle)
        }
        return nil
    }

    /// Returns the part of a segment inside the frame, from 0 to 1 (Liang and Barsky).
    private static func clipped(
        _ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ frame: Frame
    ) -> (Double, Double)? {
        var (from, to) = (0.0, 1.0)
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        for (step, room) in [
            (-dx, a.x), (dx, Double(frame.width) - a.x), (-dy, a.y), (dy, Double(frame.height) - a.y),
        ] {
            if step == 0 {
                if room < 0 { return nil }
            } else if step < 0 {
                from = max(from, room / step)
            } else {
                to = min(to, room / step)
            }
        }
        return from < to ? (from, to) : nil
    }
}
