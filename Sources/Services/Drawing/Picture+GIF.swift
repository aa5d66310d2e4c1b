// SPDX-License-Identifier: Apache-2.0

internal import CGIF
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Picture {
    /// Returns the image as a GIF of at most 256 colors. A pixel is opaque if more than half of it shows, otherwise
    /// transparent.
    func gif() -> [UInt8] {
        var hard = self
        for start in stride(from: 0, to: pixels.count, by: 4) {
            if pixels[start + 3] >= 128 {
                hard.pixels[start + 3] = 255
            } else {
                hard.pixels.replaceSubrange(start..<start + 4, with: [255, 255, 255, 0])
            }
        }
        var (indices, colors) = hard.indexed()
        let count = colors.count / 4
        guard count > 0 else { return [] }
        let clear = (0..<count).first(where: { colors[$0 * 4 + 3] == 0 })
        let table = (0..<count).flatMap { colors[$0 * 4..<$0 * 4 + 3] }
        var size = 0
        guard
            let file = unsafe mp_gif_write(
                Int32(width), Int32(height), &indices, table, Int32(count), Int32(clear ?? -1), &size)
        else { return [] }
        defer { unsafe free(file) }
        return unsafe Array(UnsafeBufferPointer(start: file, count: size))
    }
}
