// SPDX-License-Identifier: Apache-2.0

/// The kinds of file, by the names of `format` (documented of export; of `TIFF` and `DIB` by
/// `supportedImageFormatTypes`).
enum PictureFormat: String, Sendable, CaseIterable {
    case png, png8, png24, png32, jpg, gif, bmp, tiff, pdf, svg, svgz, ps

    /// A device independent bitmap is what a BMP file holds.
    init?(name: String) {
        let name = name.lowercased()
        self.init(rawValue: name == "dib" ? "bmp" : name)
    }

    /// The other formats of servers, which are not written here (documented: export-map, export-image).
    static let missing = ["emf", "ai", "lerc", "bsq", "bip", "tiff64"]

    /// The end of the file's name.
    var ending: String {
        switch self {
        case .png, .png8, .png24, .png32: "png"
        case .tiff: "tif"
        default: rawValue
        }
    }

    /// Its media type.
    var type: String {
        switch self {
        case .png, .png8, .png24, .png32: "image/png"
        case .jpg: "image/jpeg"
        case .gif, .bmp, .tiff: "image/\(rawValue)"
        case .pdf: "application/pdf"
        case .svg, .svgz: "image/svg+xml"
        case .ps: "application/postscript"
        }
    }

    /// Only `.png` and `.gif` let through what is below (documented of `transparent`); the others have a ground
    /// all the same.
    var isTransparent: Bool {
        switch self {
        case .png, .png8, .png24, .png32, .gif: true
        default: false
        }
    }

    /// The page that it is; `nil`: it is pixels.
    var paper: Canvas.Paper? {
        switch self {
        case .pdf: .pdf
        case .svg, .svgz: .svg
        case .ps: .ps
        default: nil
        }
    }
}
