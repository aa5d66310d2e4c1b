// SPDX-License-Identifier: Apache-2.0

internal import CJPEG

extension Picture {
    /// The JPEG quality from 1 to 100 (inferred; image services report 75 for theirs).
    private static let quality: Int32 = 90

    /// Returns the image as a JPEG. It has no alpha: transparent pixels are on white.
    func jpeg() -> [UInt8] {
        guard let compressor = unsafe tjInitCompress() else { return [] }
        defer { unsafe tjDestroy(compressor) }
        var file: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        let failed = unsafe tjCompress2(
            compressor, opaque(on: .white), Int32(width), 0, Int32(height), Int32(TJPF_RGB.rawValue), &file, &size,
            Int32(TJSAMP_444.rawValue), Picture.quality, 0)
        defer { unsafe tjFree(file) }
        guard failed == 0, let file = unsafe file else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: file, count: Int(size)))
    }

    /// Reads a JPEG, or returns `nil` if it is not one or is too large.
    init?(jpeg: [UInt8]) {
        guard let reader = unsafe tjInitDecompress() else { return nil }
        defer { unsafe tjDestroy(reader) }
        var (width, height, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard
            unsafe tjDecompressHeader3(reader, jpeg, UInt(jpeg.count), &width, &height, &sampling, &space) == 0,
            width > 0, height > 0, width <= Picture.largest, height <= Picture.largest
        else { return nil }
        var pixels = [UInt8](repeating: 255, count: Int(width) * Int(height) * 4)
        guard
            unsafe tjDecompress2(
                reader, jpeg, UInt(jpeg.count), &pixels, width, 0, height, Int32(TJPF_RGBA.rawValue), 0) == 0
        else { return nil }
        self.init(width: Int(width), height: Int(height), pixels: pixels)
    }

    /// Returns three bytes per pixel.
    func opaque(on target: Color) -> [UInt8] {
        let below = [Int(target.red), Int(target.green), Int(target.blue)]
        var three: [UInt8] = []
        three.reserveCapacity(width * height * 3)
        for start in stride(from: 0, to: pixels.count, by: 4) {
            let alpha = Int(pixels[start + 3])
            for channel in 0..<3 {
                let value = Int(pixels[start + channel])
                three.append(
                    alpha == 255 ? UInt8(value) : UInt8((value * alpha + below[channel] * (255 - alpha) + 127) / 255))
            }
        }
        return three
    }
}
