// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A requested map: what to draw, and how to encode it.
struct Export: Sendable {
    var drawing: MapDrawing
    var format: PictureFormat
    /// The time of the request.
    var now: Instant

    func file() -> FileResponse {
        FileResponse(
            type: format.type, bytes: bytes(),
            fields: format == .svgz ? [.init(name: "Content-Encoding", value: "gzip")] : [])
    }

    /// Returns the bytes of the file.
    private func bytes() -> [UInt8] {
        if let paper = format.paper {
            let page = drawing.page(paper, at: now)
            return format == .svgz ? Compression.gzip.compress(page) : page
        }
        return drawing.picture()?.file(format, keepsAlpha: drawing.background.alpha == 0) ?? []
    }
}
