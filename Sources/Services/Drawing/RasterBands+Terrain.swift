// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The functions Slope, Aspect and Hillshade of the first band, by Horn's formula over the eight neighbors
/// (documented: pro.arcgis.com, how slope, aspect and hillshade work).
extension RasterBands {
    enum SlopeType: Int, Sendable {
        case degrees = 1
        case percent = 2
        /// Heights by a factor that depends on the size of a pixel.
        case adjusted = 3
    }

    struct Light: Sendable, Hashable {
        var azimuth = 315.0
        var altitude = 45.0
        var zFactor = 1.0
    }

    /// Returns one band of what the slopes to the east and to the south become.
    private func terrain(_ zFactor: Double, _ change: (_ east: Double, _ south: Double) -> Double) -> RasterBands {
        var result = self
        result.bands = [[Double](repeating: 0, count: hasData.count)]
        for row in 0..<height {
            for column in 0..<width where hasData[row * width + column] {
                let middle = bands[0][row * width + column]
                // A neighbor that is not there has the height of the middle.
                func near(_ down: Int, _ right: Int) -> Double {
                    let (y, x) = (row + down, column + right)
                    guard y >= 0, x >= 0, y < height, x < width, hasData[y * width + x] else { return middle }
                    return bands[0][y * width + x]
                }
                let west = near(-1, -1) + 2 * near(0, -1) + near(1, -1)
                let east = near(-1, 1) + 2 * near(0, 1) + near(1, 1)
                let north = near(-1, -1) + 2 * near(-1, 0) + near(-1, 1)
                let south = near(1, -1) + 2 * near(1, 0) + near(1, 1)
                result.bands[0][row * width + column] = change(
                    (east - west) / (8 * cell.x) * zFactor, (south - north) / (8 * cell.y) * zFactor)
            }
        }
        return result
    }

    func slope(_ type: SlopeType, zFactor: Double) -> RasterBands {
        terrain(zFactor) { east, south in
            let rise = (east * east + south * south).squareRoot()
            return type == .percent ? rise * 100 : atan(rise) * 180 / .pi
        }
    }

    /// Degrees clockwise from the north; a flat pixel has -1 (documented).
    func aspect() -> RasterBands {
        terrain(1) { east, south in
            guard east != 0 || south != 0 else { return -1 }
            let angle = atan2(south, -east) * 180 / .pi
            let turned = angle < 0 ? 90 - angle : angle > 90 ? 450 - angle : 90 - angle
            return turned >= 360 ? turned - 360 : turned
        }
    }

    func hillshade(_ light: Light) -> RasterBands {
        let zenith = (90 - light.altitude) * .pi / 180
        let turned = (450 - light.azimuth).truncatingRemainder(dividingBy: 360) * .pi / 180
        return terrain(light.zFactor) { east, south in
            let slope = atan((east * east + south * south).squareRoot())
            let aspect = atan2(south, -east)
            let light = cos(zenith) * cos(slope) + sin(zenith) * sin(slope) * cos(turned - aspect)
            return max(0, (255 * light).rounded())
        }
    }
}
