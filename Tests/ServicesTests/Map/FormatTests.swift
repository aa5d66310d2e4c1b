// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// The files of maps, by what stands at the beginning of each; that other readers open them is shown by the clients.
@Suite("Formats of pictures")
struct PictureFormatTests {
    private static let square =
        "{\"type\":\"simple\",\"symbol\":{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":[200,0,0,255],\"size\":12}}"
    private static let chart = MapDrawingFixture(
        MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]"), square))

    private func file(_ format: String, _ more: [String: String] = [:], now: Int64 = 1_768_478_400_000) -> [UInt8] {
        var reading = Self.chart.reading(["format": format, "size": "120,80"].merging(more) { $1 })
        reading.now = Instant(milliseconds: now)
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(reading.ask("export")) else { return [] }
        return reply.bytes
    }

    private func number(_ bytes: [UInt8], _ index: Int, _ count: Int) -> Int {
        (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[index + $1]) }
    }

    @Test(
        "each begins as its format does",
        arguments: [
            ("jpg", [0xFF, 0xD8, 0xFF]), ("gif", Array("GIF89a".utf8)), ("bmp", Array("BM".utf8)),
            ("tiff", [0x49, 0x49, 42, 0]), ("pdf", Array("%PDF-1.".utf8)), ("svg", Array("<?xml".utf8)),
            ("svgz", [0x1F, 0x8B]), ("ps", Array("%!PS-Adobe".utf8)),
        ] as [(String, [UInt8])])
    func heads(_ format: String, _ head: [UInt8]) {
        for target in ["true", "false"] { #expect(file(format, ["transparent": target]).starts(with: head)) }
    }

    @Test("sizes stand in the heads of GIF, BMP and SVG; a page of PostScript has points")
    func sizes() {
        let (gif, bmp) = (file("gif"), file("bmp"))
        #expect(number(gif, 6, 2) == 120 && number(gif, 8, 2) == 80)
        #expect(number(bmp, 18, 4) == 120 && number(bmp, 22, 4) == 80 && bmp.count == 54 + 120 * 80 * 3)
        #expect(String(decoding: file("svg"), as: UTF8.self).contains("width=\"120px\" height=\"80px\""))
        let page = String(decoding: file("ps", ["dpi": "144"]), as: UTF8.self)
        #expect(page.contains("%%BoundingBox: 0 0 60 40") || page.contains("%%HiResBoundingBox: 0 0 60 40"))
    }

    @Test("a BMP's rows are filled up to four bytes and begin at the bottom: blue, green, red")
    func bitmap() {
        var pixels = Array(repeating: [UInt8](arrayLiteral: 255, 255, 255, 255), count: 6)
        pixels[0] = [1, 2, 3, 255]
        let bytes = Picture(width: 3, height: 2, pixels: pixels.flatMap(\.self)).bmp()
        #expect(bytes.count == 54 + 2 * 12 && Array(bytes[66..<69]) == [3, 2, 1])
    }

    @Test("JPEG has no alpha: what is transparent is white")
    func target() {
        let half = Picture(width: 1, height: 1, pixels: [200, 0, 0, 128])
        #expect(half.opaque(on: .white) == [227, 127, 127])
        #expect(file("jpg", ["transparent": "true"]) == file("jpg"))
        #expect(file("jpg", ["bgcolor": "0,0,255"]) != file("jpg"))
    }

    @Test("a transparent GIF names the color that lets all through")
    func transparentGIF() {
        // A graphic control extension whose flag says that there is such a color.
        let mark: [UInt8] = [0x21, 0xF9, 4, 1]
        #expect(file("gif", ["transparent": "true"]).contains(mark))
        #expect(!file("gif").contains(mark))
    }

    @Test(
        "the date of a page is the deployment's, and nothing else of it changes by itself",
        arguments: ["pdf", "ps", "svg"])
    func dates(_ format: String) {
        let page = file(format)
        #expect(page == file(format))
        #expect((page == file(format, now: 0)) == (format == "svg"))
        if format == "ps" {
            #expect(String(decoding: page, as: UTF8.self).contains("%%CreationDate: 2026-01-15T12:00:00"))
        }
    }

    @Test("an SVGZ is the SVG, made smaller")
    func compressed() { #expect(file("svgz") == Compression.gzip.compress(file("svg"))) }
}
