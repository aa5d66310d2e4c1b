// SPDX-License-Identifier: Apache-2.0

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
    /// What fills the extent; the file that the scenario names.
    package var picture: Picture?

    package init(properties: [JSON.Member] = [], pixel: String? = nil, files: [File] = []) {
        (self.properties, self.pixel, self.files) = (properties, pixel, files)
    }

    /// What it shows: its picture, or its one value, as gray or as the first three bands; `nil`: nothing is known.
    var raster: Picture? {
        if let picture { return picture }
        let bytes = bands.compactMap { UInt8($0) }
        guard bytes.count == bands.count, let first = bytes.first else { return nil }
        let color = bytes.count < 3 ? [first, first, first] : Array(bytes.prefix(3))
        return Picture(width: 1, height: 1, pixels: color + [255])
    }

    /// The one value, by bands.
    private var bands: [String] { (pixel ?? "").split(separator: ",").map { ASCII.trimmed($0) } }

    /// How many bands the root says.
    var bandCount: Int { picture == nil ? max(1, bands.count) : 3 }

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
