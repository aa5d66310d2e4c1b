// SPDX-License-Identifier: Apache-2.0

extension Picture {
    /// The bytes of a file; of a page those of a PNG. `keepsAlpha`: of formats that need not.
    func file(_ format: PictureFormat, keepsAlpha: Bool) -> [UInt8] {
        switch format {
        case .png, .png8: png(.palette)
        case .png24: png(keepsAlpha ? .trueColorAndAlpha : .trueColor)
        case .jpg: jpeg()
        case .gif: gif()
        case .bmp: bmp()
        case .tiff: tiff()
        case .png32, .pdf, .svg, .svgz, .ps: png(.trueColorAndAlpha)
        }
    }
}
