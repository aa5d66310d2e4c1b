package import Formats

/// What an ImageServer knows beside its catalog, which is its first layer.
package struct Imagery: Sendable {
    /// A file of rasters, to be downloaded.
    package struct File: Sendable {
        package var name: String
        package var size: Int
        /// Object ids of the catalog.
        package var rasters: [Int]
        /// `nil`: listed, and not to be had.
        package var bytes: [UInt8]?

        package init(name: String, size: Int, rasters: [Int], bytes: [UInt8]? = nil) {
            (self.name, self.size, self.rasters, self.bytes) = (name, size, rasters, bytes)
        }
    }

    /// Members of the root that the scenario gives: `pixelSizeX`, `bandCount`, `extent`, `spatialReference`.
    package var properties: [JSON.Member]
    /// What identify gives within the extent: `"8"`, `"17, 22, 39"`.
    package var pixel: String?
    package var files: [File]

    package init(properties: [JSON.Member] = [], pixel: String? = nil, files: [File] = []) {
        (self.properties, self.pixel, self.files) = (properties, pixel, files)
    }

    subscript(name: String) -> JSON? { properties.last { $0.name == name }?.value }

    var reference: SpatialReference? {
        (self["spatialReference"] ?? self["extent"]?["spatialReference"]).map { SpatialReference(json: $0) }
    }

    var extent: Envelope? {
        guard let json = self["extent"], let xmin = json["xmin"]?.double, let ymin = json["ymin"]?.double,
            let xmax = json["xmax"]?.double, let ymax = json["ymax"]?.double
        else { return nil }
        return Envelope(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax)
    }
}
