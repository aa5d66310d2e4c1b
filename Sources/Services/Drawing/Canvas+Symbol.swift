// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Geometries of rows, drawn with their symbols.
extension Canvas {
    /// A function from coordinates to pixels.
    typealias Projection = (Double, Double) -> (x: Double, y: Double)

    /// Draws a geometry; `point` is the pixels per point.
    func draw(_ geometry: JSON, _ symbol: Symbol, project: Projection, point: Double) {
        switch symbol {
        case .marker, .picture:
            for position in Canvas.points(geometry) {
                let (x, y) = project(position.x, position.y)
                if x.isFinite, y.isFinite, abs(x) < 1e6, abs(y) < 1e6 { mark(x, y, symbol, point) }
            }
        case .line(let line):
            guard let parts = (geometry["paths"] ?? geometry["rings"])?.elements else { return }
            trace(parts, project, isClosed: geometry["rings"] != nil)
            draw(line, point)
            clear()
        case .fill(let fill):
            guard let rings = geometry["rings"]?.elements else { return }
            trace(rings, project, isClosed: true)
            draw(fill, point)
            clear()
        }
    }

    /// Draws only what is inside of a polygon or a rectangle; `nil` is everywhere.
    func clipped(to area: JSON?, project: Projection, _ draw: () -> Void) {
        guard let area else { return draw() }
        let box = Envelope(json: area).map { [$0.ring] }
        clipped(
            { self.trace(box ?? area["rings"]?.elements ?? [], project, isClosed: true) }, draw)
    }

    /// Draws a symbol for a legend in the middle of the canvas.
    func swatch(_ symbol: Symbol, point: Double) {
        let (wide, high) = (Double(width), Double(height))
        switch symbol {
        case .marker(var marker):
            marker.size = min(marker.size, (high - 2) / point)
            mark(wide / 2, high / 2, .marker(marker), point)
        case .picture(var picture):
            let shrink = min(1, wide / max(1, picture.width * point), high / max(1, picture.height * point))
            (picture.width, picture.height) = (picture.width * shrink, picture.height * shrink)
            picture.offset = (0, 0)
            mark(wide / 2, high / 2, .picture(picture), point)
        case .line(let line):
            move(2, high / 2)
            self.line(wide - 2, high / 2)
            draw(line, point)
        case .fill(let fill):
            rectangle(2.5, 2.5, wide - 5, high - 5)
            draw(fill, point)
        }
        clear()
    }

    // MARK: points

    private static func points(_ geometry: JSON) -> [(x: Double, y: Double)] {
        if let x = geometry["x"]?.double, let y = geometry["y"]?.double { return [(x, y)] }
        return (geometry["points"]?.elements ?? []).compactMap(position)
    }

    private static func position(_ json: JSON) -> (x: Double, y: Double)? {
        guard let x = json[0]?.double, let y = json[1]?.double else { return nil }
        return (x, y)
    }

    /// Draws a marker. Angles are counterclockwise and offsets go up, the reverse of the canvas.
    private func mark(_ x: Double, _ y: Double, _ symbol: Symbol, _ point: Double) {
        switch symbol {
        case .marker(let marker):
            at(x + marker.offset.x * point, y - marker.offset.y * point, turned: -marker.angle) {
                outline(marker.style, marker.size * point / 2)
                let isOpen = marker.style == "Cross" || marker.style == "X"
                if !isOpen, let color = marker.color { fill(color) }
                if let line = marker.outline ?? (isOpen ? .init(style: "Solid", color: marker.color, width: 1) : nil) {
                    draw(line, point)
                }
                clear()
            }
        case .picture(let picture):
            guard let image = picture.picture.flatMap({ Canvas($0) }) else { return }
            at(x + picture.offset.x * point, y - picture.offset.y * point, turned: -picture.angle) {
                stamp(image, width: picture.width * point, height: picture.height * point)
            }
        case .line, .fill: return
        }
    }

    /// Adds the path of a marker around the origin.
    private func outline(_ style: String, _ radius: Double) {
        switch style {
        case "Square": rectangle(-radius, -radius, 2 * radius, 2 * radius)
        case "Diamond": polygon([(0, -radius), (radius, 0), (0, radius), (-radius, 0)])
        case "Triangle": polygon([(0, -radius), (radius, radius), (-radius, radius)])
        case "Cross":
            move(-radius, 0)
            line(radius, 0)
            move(0, -radius)
            line(0, radius)
        case "X":
            move(-radius, -radius)
            line(radius, radius)
            move(-radius, radius)
            line(radius, -radius)
        default: circle(0, 0, radius: radius)
        }
    }

    private func polygon(_ corners: [(Double, Double)]) {
        for (project, corner) in corners.enumerated() {
            if project == 0 { move(corner.0, corner.1) } else { line(corner.0, corner.1) }
        }
        close()
    }

    // MARK: lines and areas

    private func trace(_ parts: [JSON], _ project: Projection, isClosed: Bool) {
        for part in parts {
            var isFirst = true
            for position in (part.elements ?? []).lazy.compactMap(Canvas.position) {
                let (x, y) = project(position.x, position.y)
                // cairo has 24 bits before the point; clamping keeps distant points outside.
                guard x.isFinite, y.isFinite else { continue }
                let (near, level) = (min(1e6, max(-1e6, x)), min(1e6, max(-1e6, y)))
                if isFirst { move(near, level) } else { line(near, level) }
                isFirst = false
            }
            if isClosed, !isFirst { close() }
        }
    }

    private func draw(_ line: Symbol.Line, _ point: Double) {
        guard line.style != "Null", let color = line.color, color.alpha > 0, line.width > 0 else { return }
        // Even the thinnest line is visible.
        let width = max(line.width * point, 1)
        stroke(color, width: width, dashes: line.dashes.map { $0 * width })
    }

    private func draw(_ fill: Symbol.Fill, _ point: Double) {
        if fill.style == "Solid", let color = fill.color {
            self.fill(color)
        } else if fill.style == "Picture", let picture = fill.picture, let tile = Canvas(picture) {
            self.fill(
                tile,
                scale: (
                    fill.width * point / Double(picture.width), fill.height * point / Double(picture.height)
                ))
        } else if let color = fill.color, let hatch = Canvas.hatch(fill.style, color) {
            self.fill(hatch, scale: (1, 1))
        }
        if let outline = fill.outline { draw(outline, point) }
    }

    /// Returns one tile of a hatch, or `nil` for `Null`, which has no fill.
    private static func hatch(_ style: String, _ color: Color) -> Canvas? {
        let size = 8.0
        guard style != "Null", let tile = Canvas(width: Int(size), height: Int(size)) else { return nil }
        func draw(_ lines: [(Double, Double, Double, Double)]) {
            for line in lines {
                tile.move(line.0, line.1)
                tile.line(line.2, line.3)
            }
        }
        let (low, middle, high) = (-1.0, size / 2, size + 1)
        let across = [(low, middle, high, middle)]
        let down = [(middle, low, middle, high)]
        // The corners are drawn too, so that tiles join.
        let falling = [(low, low, high, high), (low, high - 2, 1, high), (high - 2, low, high, 1)]
        let rising = [(low, high, high, low), (low, 1, 1, low), (high - 2, high, high, high - 2)]
        switch style {
        case "Horizontal": draw(across)
        case "Vertical": draw(down)
        case "Cross": draw(across + down)
        case "BackwardDiagonal": draw(rising)
        case "ForwardDiagonal": draw(falling)
        case "DiagonalCross": draw(rising + falling)
        default: return nil
        }
        tile.stroke(color, width: 1)
        return tile
    }
}
