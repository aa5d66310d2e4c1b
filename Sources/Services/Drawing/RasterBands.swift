// SPDX-License-Identifier: Apache-2.0

/// The values of a raster by band, and which pixels have one.
struct RasterBands: Sendable {
    var width: Int
    var height: Int
    /// Row by row from the top, a list for each band.
    var bands: [[Double]]
    /// Which pixels have values; the others are NoData.
    var hasData: [Bool]
    /// The units of the raster's spatial reference in a pixel.
    var cell: (x: Double, y: Double)

    init(width: Int, height: Int, bands: [[Double]], hasData: [Bool], cell: (x: Double, y: Double)) {
        (self.width, self.height, self.bands) = (width, height, bands)
        (self.hasData, self.cell) = (hasData, cell)
    }

    /// Creates the first bands of an image.
    init(_ view: RasterView, count: Int) {
        let raster = view.raster
        let pixels = raster.width * raster.height
        bands = (0..<max(1, min(3, count))).map { band in
            (0..<pixels).map { Double(raster.pixels[$0 * 4 + band]) }
        }
        hasData = (0..<pixels).map { raster.pixels[$0 * 4 + 3] > 0 }
        (width, height) = (raster.width, raster.height)
        cell = (
            (view.extent.xmax - view.extent.xmin) / Double(raster.width),
            (view.extent.ymax - view.extent.ymin) / Double(raster.height)
        )
    }

    /// The image: one band or two are gray, the first three of more are red, green and blue. Values become the nearest
    /// of a byte (inferred).
    var picture: Picture {
        var pixels = [UInt8](repeating: 0, count: width * height * 4)
        let shown = bands.count < 3 ? [0, 0, 0] : [0, 1, 2]
        for index in 0..<width * height where hasData[index] {
            for (channel, band) in shown.enumerated() {
                pixels[index * 4 + channel] = RasterBands.byte(bands[band][index])
            }
            pixels[index * 4 + 3] = 255
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    static func byte(_ value: Double) -> UInt8 { value.isNaN ? 0 : UInt8(max(0, min(255, value.rounded()))) }

    /// A Boolean value that indicates whether all values are those of bytes.
    var isBytes: Bool {
        bands.allSatisfy { band in
            band.indices.allSatisfy {
                !hasData[$0] || band[$0] >= 0 && band[$0] <= 255 && band[$0] == band[$0].rounded()
            }
        }
    }

    /// Returns the raster with each value of each band changed; `nil` is NoData.
    func mapped(_ change: (_ value: Double, _ band: Int) -> Double?) -> RasterBands {
        var result = self
        for index in hasData.indices where hasData[index] {
            for band in bands.indices {
                guard let value = change(bands[band][index], band) else {
                    result.hasData[index] = false
                    break
                }
                result.bands[band][index] = value
            }
        }
        return result
    }

    /// Returns a raster with the bands that a pixel's values become; `nil` is NoData.
    func combined(into count: Int, _ change: (_ values: [Double]) -> [Double]?) -> RasterBands {
        var result = self
        result.bands = [[Double]](repeating: [Double](repeating: 0, count: hasData.count), count: count)
        for index in hasData.indices where hasData[index] {
            guard let values = change(bands.map { $0[index] }) else {
                result.hasData[index] = false
                continue
            }
            for band in 0..<count { result.bands[band][index] = values[band] }
        }
        return result
    }

    /// Returns the values of a band at all pixels that have one.
    func values(_ band: Int) -> [Double] { hasData.indices.lazy.filter { hasData[$0] }.map { bands[band][$0] } }
}
