// SPDX-License-Identifier: Apache-2.0

/// Formats with a fixed header followed by plain pixels. A library for these would be larger than this code.
extension Picture {
    /// Returns a Windows bitmap (BITMAPINFOHEADER, 24 bits): blue, green, red, from the bottom row to the top.
    func bmp() -> [UInt8] {
        let three = opaque(on: .white)
        let row = (width * 3 + 3) / 4 * 4
        let start = 14 + 40
        var file = LittleEndianWriter()
        file.bytes = Array("BM".utf8)
        file.long(start + row * height)
        file.long(0)
        file.long(start)
        for value in [40, width, height] { file.long(value) }
        file.short(1)
        file.short(24)
        // Uncompressed; 96 dots per inch are 3780 per meter.
        for value in [0, row * height, 3780, 3780, 0, 0] { file.long(value) }
        for y in (0..<height).reversed() {
            for x in 0..<width {
                let index = (y * width + x) * 3
                file.bytes += [three[index + 2], three[index + 1], three[index]]
            }
            file.bytes += Array(repeating: 0, count: row - width * 3)
        }
        return file.bytes
    }

    /// Returns an uncompressed baseline TIFF 6.0 with one strip: red, green, blue, and alpha if something is
    /// transparent.
    func tiff() -> [UInt8] {
        let isOpaque = stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 255 }
        let samples = isOpaque ? 3 : 4
        let data = isOpaque ? opaque(on: .white) : pixels
        // Tag, type (3 is a short, 4 a long), count, and the value or its offset.
        var entries = [
            (256, 4, 1, width), (257, 4, 1, height), (258, 3, samples, 8), (259, 3, 1, 1), (262, 3, 1, 2),
            (273, 4, 1, 0), (277, 3, 1, samples), (278, 4, 1, height), (279, 4, 1, data.count), (284, 3, 1, 1),
        ]
        // Alpha that is not premultiplied.
        if !isOpaque { entries.append((338, 3, 1, 2)) }
        let depths = 8 + 2 + entries.count * 12 + 4
        let start = depths + samples * 2
        var file = LittleEndianWriter()
        file.bytes = Array("II".utf8)
        file.short(42)
        file.long(8)
        file.short(entries.count)
        for (tag, type, count, value) in entries {
            file.short(tag)
            file.short(type)
            file.long(count)
            file.long(tag == 258 ? depths : tag == 273 ? start : value)
        }
        file.long(0)
        for _ in 0..<samples { file.short(8) }
        return file.bytes + data
    }
}

/// A writer of little-endian numbers.
private struct LittleEndianWriter {
    var bytes: [UInt8] = []

    mutating func short(_ value: Int) { bytes += [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    mutating func long(_ value: Int) {
        short(value & 0xFFFF)
        short(value >> 16 & 0xFFFF)
    }
}
