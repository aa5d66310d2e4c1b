// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A requested image of an image service.
struct ImageExport: Sendable {
    /// The formats. `jpgpng` is JPEG if the image has no transparency, otherwise PNG (documented).
    enum Format: Sendable, Hashable {
        case jpgpng
        case fixed(PictureFormat)

        init?(name: String) {
            if name.lowercased() == "jpgpng" {
                self = .jpgpng
            } else if let format = PictureFormat(name: name), format.paper == nil {
                self = .fixed(format)
            } else {
                return nil
            }
        }
    }

    var view: RasterView
    /// What is made of the raster before it is shown.
    var render: @Sendable (RasterView) -> RasterView = { $0 }
    var frame: Frame
    var format: Format
    /// A Boolean value that indicates whether the request named a format that there is. What it gets otherwise has a
    /// type that says nothing (docs/reference/maps.md#what-image-services-refuse).
    var isFormatKnown = true

    func file() -> FileResponse {
        guard let picture = render(view).picture(frame) else { return .png([]) }
        let chosen: PictureFormat =
            switch format {
            case .jpgpng: picture.isOpaque ? .jpg : .png32
            case .fixed(let format): format
            }
        let type = isFormatKnown ? chosen.type : "application/octet-stream"
        return FileResponse(type: type, bytes: picture.file(chosen, keepsAlpha: !picture.isOpaque))
    }

    /// The file name extension.
    var ending: String {
        switch format {
        case .jpgpng: render(view).picture(frame)?.isOpaque == true ? "jpg" : "png"
        case .fixed(let format): format.ending
        }
    }
}
