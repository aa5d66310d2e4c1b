// SPDX-License-Identifier: Apache-2.0

/// The raster of an image service.
extension ServiceModel {
    var rasterReference: SpatialReference { imagery?.reference ?? reference }
    var rasterExtent: Envelope? { imagery?.extent ?? fullExtent }

    /// The raster with its location, or `nil` if either is unknown.
    var rasterView: RasterView? {
        guard let raster = imagery?.raster, let extent = rasterExtent else { return nil }
        return RasterView(raster: raster, extent: extent, reference: rasterReference)
    }
}
