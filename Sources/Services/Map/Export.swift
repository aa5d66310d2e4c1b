// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A map that was asked for: what is drawn, and how its bytes are written.
struct Export: Sendable {
    var drawing: MapDrawing
    var format: PictureFormat
    /// When it was asked for.
    var now: Instant

    func reply() -> Reply {
        Reply(
            type: format.type, bytes: file(), fields: format == .svgz ? [("Content-Encoding", "gzip")] : [])
    }

    /// The bytes of the file.
    private func file() -> [UInt8] {
        if let paper = format.paper {
            let page = drawing.page(paper, at: now)
            return format == .svgz ? Compression.gzip.compress(page) : page
        }
        return drawing.picture()?.file(format, keepsAlpha: drawing.background.alpha == 0) ?? []
    }
}
