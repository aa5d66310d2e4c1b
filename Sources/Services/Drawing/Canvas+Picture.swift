// SPDX-License-Identifier: Apache-2.0

internal import CCairo

/// Conversion to pixels and back.
extension Canvas {
    convenience init?(_ picture: Picture) {
        self.init(width: picture.width, height: picture.height)
        guard let data = unsafe cairo.cairo_image_surface_get_data(surface) else { return nil }
        let row = Int(unsafe cairo.cairo_image_surface_get_stride(surface))
        for y in 0..<height {
            let line = unsafe UnsafeMutableRawPointer(data + y * row).assumingMemoryBound(to: UInt32.self)
            for x in 0..<width {
                let start = (y * width + x) * 4
                let alpha = UInt32(picture.pixels[start + 3])
                // cairo stores premultiplied colors, in one word of the machine's byte order.
                let channels = (0..<3).map { (UInt32(picture.pixels[start + $0]) * alpha + 127) / 255 }
                unsafe line[x] = alpha << 24 | channels[0] << 16 | channels[1] << 8 | channels[2]
            }
        }
        unsafe cairo.cairo_surface_mark_dirty(surface)
    }

    var picture: Picture {
        unsafe cairo.cairo_surface_flush(surface)
        var pixels = [UInt8](repeating: 0, count: width * height * 4)
        if let data = unsafe cairo.cairo_image_surface_get_data(surface) {
            let row = Int(unsafe cairo.cairo_image_surface_get_stride(surface))
            for y in 0..<height {
                let line = unsafe UnsafeRawPointer(data + y * row).assumingMemoryBound(to: UInt32.self)
                for x in 0..<width {
                    let word = unsafe line[x]
                    let alpha = word >> 24
                    guard alpha > 0 else { continue }
                    let start = (y * width + x) * 4
                    for (index, shift) in [UInt32(16), 8, 0].enumerated() {
                        let channel = word >> shift & 255
                        pixels[start + index] =
                            alpha == 255 ? UInt8(channel) : UInt8(min(255, (channel * 255 + alpha / 2) / alpha))
                    }
                    pixels[start + 3] = UInt8(alpha)
                }
            }
        }
        return Picture(width: width, height: height, pixels: pixels)
    }
}
