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
    var frame: Frame
    var format: Format

    func file() -> FileResponse {
        guard let picture = view.picture(frame) else { return .png([]) }
        let chosen: PictureFormat =
            switch format {
            case .jpgpng: picture.isOpaque ? .jpg : .png32
            case .fixed(let format): format
            }
        return FileResponse(type: chosen.type, bytes: picture.file(chosen, keepsAlpha: !picture.isOpaque))
    }

    /// The file name extension.
    var ending: String {
        switch format {
        case .jpgpng: view.picture(frame)?.isOpaque == true ? "jpg" : "png"
        case .fixed(let format): format.ending
        }
    }
}
