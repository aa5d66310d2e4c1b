// SPDX-License-Identifier: Apache-2.0

package import Formats

/// The data of an ImageServer in addition to its catalog, which is its first layer.
package struct Imagery: Sendable, Codable {
    /// A raster file for download.
    package struct File: Sendable, Codable {
        package var name: String
        package var size: Int
        /// The object ids in the catalog.
        package var rasters: [Int]
        /// The bytes; `nil` means that the file is listed but unavailable.
        package var bytes: [UInt8]?

        package init(name: String, size: Int, rasters: [Int], bytes: [UInt8]? = nil) {
            (self.name, self.size, self.rasters, self.bytes) = (name, size, rasters, bytes)
        }
    }

    /// The keys of the root in the scenario: `pixelSizeX`, `bandCount`, `extent`, `spatialReference`.
    package var properties: [JSON.Member]
    /// The value that identify returns within the extent: `"8"`, `"17, 22, 39"`.
    package var pixel: String?
    package var files: [File]
    /// The image that fills the extent, from the scenario's file.
    package var picture: Picture?

    package init(properties: [JSON.Member] = [], pixel: String? = nil, files: [File] = []) {
        (self.properties, self.pixel, self.files) = (properties, pixel, files)
    }

    /// The displayed raster: the image, or the single value as gray or as the first three bands; `nil` if there is
    /// neither.
    var raster: Picture? {
        if let picture { return picture }
        let bytes = bands.compactMap { UInt8($0) }
        guard bytes.count == bands.count, let first = bytes.first else { return nil }
        let color = bytes.count < 3 ? [first, first, first] : Array(bytes.prefix(3))
        return Picture(width: 1, height: 1, pixels: color + [255])
    }

    /// The single value, by band.
    private var bands: [String] { (pixel ?? "").split(separator: ",").map { ASCII.trimmed($0) } }

    /// The number of bands in the root.
    var bandCount: Int { picture == nil ? max(1, bands.count) : 3 }

    /// Takes over a server's answer for a root; what the scenario gives overrides it.
    package mutating func describe(_ root: JSON?) {
        let members = (root?.members ?? []).filter { $0.name != "currentVersion" }
        properties = members + properties
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
