// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The labels of a map: those of upper layers and lower ids come first, and one that would overlap another is omitted.
struct Labeling {
    let frame: Frame
    /// The rectangles of placed labels, in pixels.
    private var taken: [Envelope] = []

    init(frame: Frame) { self.frame = frame }

    mutating func draw(_ part: MapDrawing.Part, on canvas: Canvas) {
        guard let data = part.layer.data, let placing = frame.placing(from: data.reference, by: part.way) else {
            return
        }
        let window = frame.window(in: data.reference, margin: 0)
        guard let seen = placing.transformation == nil ? window : frame.extent else { return }
        for label in part.labels where label.isSeen(at: frame.scale) {
            let chosen = part.rows.ids(where: label.condition)
            for row in part.rows.features(in: window) where chosen?.contains(row.objectID) ?? true {
                guard let geometry = row.geometry,
                    let anchor = LabelAnchor(
                        placing.placed(geometry), label.placement, frame, seen, placing.project)
                else { continue }
                let lines = label.lines(row, part.layer, data)
                guard !lines.isEmpty else { continue }
                let reach = part.renderer.symbol(row)?.reach ?? 0
                put(lines, label, anchor, reach: reach * frame.point, on: canvas)
            }
        }
    }

    /// Places a label; `reach` is the pixels from the anchor to the edge of what is labeled.
    private mutating func put(
        _ lines: [String], _ label: LabelClass, _ anchor: LabelAnchor, reach: Double, on canvas: Canvas
    ) {
        let symbol = label.symbol
        let size = canvas.measure(lines, symbol.font, point: frame.point)
        // One pixel between the label and what is labeled.
        let away = reach + 1
        let turn = (anchor.angle - symbol.angle) * .pi / 180
        let right = anchor.across * (size.width / 2 + away) + symbol.offset.x * frame.point
        let down = -anchor.up * (size.height / 2 + away) - symbol.offset.y * frame.point
        // Along a line, both are measured from the line.
        let along = anchor.angle * .pi / 180
        let x = anchor.x + right * cos(along) - down * sin(along)
        let y = anchor.y + right * sin(along) + down * cos(along)
        let wide = (size.width * abs(cos(turn)) + size.height * abs(sin(turn))) / 2
        let high = (size.width * abs(sin(turn)) + size.height * abs(cos(turn))) / 2
        let box = Envelope(xmin: x - wide, ymin: y - high, xmax: x + wide, ymax: y + high)
        guard !taken.contains(where: box.intersects) else { return }
        taken.append(box)
        canvas.at(x, y, turned: anchor.angle - symbol.angle) {
            canvas.write(lines, symbol, size, point: frame.point)
        }
    }
}

extension Symbol {
    /// The points from the center of a marker or line to its edge.
    var reach: Double {
        switch self {
        case .marker(let marker): max(0, marker.size) / 2
        case .picture(let picture): max(0, max(picture.width, picture.height)) / 2
        case .line(let line): max(0, line.width) / 2
        case .fill: 0
        }
    }
}
