// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The content of a map: layers from bottom to top, seen through a frame. It is a value, so that a worker can draw it.
package struct MapDrawing: Sendable {
    /// A layer with the rows to draw.
    struct Part: Sendable {
        var layer: Layer
        var rows: LayerRows
        var renderer: Renderer
        var labels: [LabelClass] = []
        /// The opacity from 0 to 1.
        var opacity = 1.0
        /// What it is clipped to, in the frame's spatial reference.
        var clip: JSON?
        /// The way to the frame's spatial reference that a request names; `nil` is the one that is chosen.
        var way: SpatialReference.Path?
    }

    var frame: Frame
    var background = Color.clear
    var parts: [Part]

    /// Returns the image, or `nil` without memory.
    package func picture() -> Picture? {
        guard let canvas = Canvas(width: frame.width, height: frame.height, background: background) else { return nil }
        draw(on: canvas)
        return canvas.picture
    }

    /// Returns a file of lines and areas instead of pixels; empty without memory.
    func page(_ paper: Canvas.Paper, at now: Instant) -> [UInt8] {
        guard let canvas = Canvas(paper, frame, background: background, at: now) else { return [] }
        draw(on: canvas)
        return canvas.finished()
    }

    private func draw(on canvas: Canvas) {
        for part in parts {
            guard let data = part.layer.data, let placing = frame.placing(from: data.reference, by: part.way) else {
                continue
            }
            canvas.clipped(to: part.clip, project: frame.pixel) {
                canvas.layer(opacity: part.opacity) {
                    for row in part.rows.features(in: frame.window(in: data.reference)) {
                        guard let geometry = row.geometry, let symbol = part.renderer.symbol(row) else { continue }
                        canvas.draw(placing.placed(geometry), symbol, project: placing.project, point: frame.point)
                    }
                }
            }
        }
        // Labels lie on top of everything, and those of the upper layers come first.
        var labeling = Labeling(frame: frame)
        for part in parts.reversed() { labeling.draw(part, on: canvas) }
    }
}
