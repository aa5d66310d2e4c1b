// SPDX-License-Identifier: Apache-2.0

internal import CPNG

/// Pixels, row by row from the top: red, green, blue, alpha, one byte each, not premultiplied.
package struct Picture: Sendable, Codable {
    package let width: Int
    package let height: Int
    var pixels: [UInt8]

    init(width: Int, height: Int, pixels: [UInt8]) {
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// The depth of a PNG, by the names of map services.
    enum Depth: Sendable, Hashable {
        /// At most 256 colors.
        case palette
        case trueColor
        case trueColorAndAlpha
    }

    /// Reads a PNG, or returns `nil` if it is not one or is larger than any symbol.
    init?(png: [UInt8], limit: Int = 2048) {
        var (width, height): (UInt32, UInt32) = (0, 0)
        guard unsafe mp_png_size(png, png.count, &width, &height) == 1, width > 0, height > 0,
            width <= limit, height <= limit
        else { return nil }
        var pixels = [UInt8](repeating: 0, count: Int(width) * Int(height) * 4)
        guard unsafe mp_png_read(png, png.count, &pixels, pixels.count) == 1 else { return nil }
        self.init(width: Int(width), height: Int(height), pixels: pixels)
    }

    /// Reads a PNG or a JPEG, or returns `nil` if it is neither or has more than `largest` pixels per side.
    package init?(file bytes: [UInt8]) {
        guard let read = Picture(png: bytes, limit: Picture.largest) ?? Picture(jpeg: bytes) else { return nil }
        self = read
    }

    /// The largest side of a raster in pixels.
    package static let largest = 4096

    /// A Boolean value that indicates whether all pixels are opaque.
    var isOpaque: Bool { stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 255 } }

    /// Returns the image as a PNG.
    package func png() -> [UInt8] { png(.trueColorAndAlpha) }

    func png(_ depth: Depth) -> [UInt8] {
        switch depth {
        case .trueColorAndAlpha: return Picture.write(width, height, 4, pixels, nil)
        case .trueColor:
            var three: [UInt8] = []
            three.reserveCapacity(width * height * 3)
            for start in stride(from: 0, to: pixels.count, by: 4) { three += pixels[start..<start + 3] }
            return Picture.write(width, height, 3, three, nil)
        case .palette:
            let (indices, colors) = indexed()
            return Picture.write(width, height, 1, indices, colors)
        }
    }

    /// Returns each pixel's index among at most 256 colors. If there are more, the lowest bits of each channel are
    /// dropped as needed.
    func indexed() -> (indices: [UInt8], colors: [UInt8]) {
        for bits in UInt32(0)..<8 {
            let mask = (UInt32(0xFF) << bits & 0xFF) &* 0x0101_0101
            var known: [UInt32: UInt8] = [:]
            var colors: [UInt8] = []
            var indices: [UInt8] = []
            indices.reserveCapacity(width * height)
            var fits = true
            for start in stride(from: 0, to: pixels.count, by: 4) {
                let pixel = pixels[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                if let index = known[pixel & mask] {
                    indices.append(index)
                    continue
                }
                guard known.count < 256 else {
                    fits = false
                    break
                }
                let index = UInt8(known.count)
                known[pixel & mask] = index
                colors += pixels[start..<start + 4]
                indices.append(index)
            }
            if fits { return (indices, colors) }
        }
        return ([], [])
    }

    private static func write(
        _ width: Int, _ height: Int, _ channels: Int32, _ pixels: [UInt8], _ colors: [UInt8]?
    )
        -> [UInt8]
    {
        let entries = UInt32((colors?.count ?? 0) / 4)
        let size = unsafe mp_png_write(
            UInt32(width), UInt32(height), channels, pixels, colors ?? [0], entries, nil, 0)
        guard size > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: size)
        let written = unsafe mp_png_write(
            UInt32(width), UInt32(height), channels, pixels, colors ?? [0], entries, &bytes, size)
        return written == size ? bytes : []
    }
}
