// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// A service and its layers, apart from who may see it. A value: what edits and jobs change lives here.
package struct MapService: Sendable {
    /// With its folder: `Demographics/Census`.
    package var name: String
    package var layers: [Layer]
    /// `nil`: what the release gives by default.
    package var maxRecordCount: Int?
    package var capabilities: String?
    package var hasFeatureServer: Bool
    package var description = ""
    package var copyright = ""
    /// `nil`: as the release has it.
    package var runtime: Runtime?
    /// The portal item that it has, if its server is federated.
    package var itemID: String?
    /// The description that it was made from: what servers answer for a root, pasted. Its shape is the double's own.
    package var described: JSON?
    /// A pasted response to serve as the root, with the double's own resources below it.
    package var pasted: JSON?
    /// Answers that a scenario gives word for word: by the path below the service, `exportImage`,
    /// `findAddressCandidates`.
    package var canned: [String: Canned] = [:]
    /// How rows may be edited through the FeatureServer.
    package var feature = FeatureAccess()
    /// Edits that are made later, or were.
    package var jobs: [EditJob] = []
    /// The tiles it is cached in; `nil`: it is drawn anew each time.
    package var cache: TileCache?
    /// Whether requests may bring layers of their own; `nil`: as its root says, or yes.
    package var hasDynamicLayers: Bool?
    /// Whether it answers WMS too.
    package var hasWMS = false
    /// Pictures that `export` made.
    var pictures = OutputFiles()
    /// What a GeocodeServer knows.
    package var locator: Locator?
    /// What a GPServer does, and what it is doing.
    package var tasks: [GPTask] = []
    package var gpJobs: [GPJob] = []
    /// What an ImageServer knows beside its catalog.
    package var imagery: Imagery?

    package init(
        name: String, layers: [Layer], maxRecordCount: Int? = nil, capabilities: String? = nil,
        hasFeatureServer: Bool = false, pasted: JSON? = nil
    ) {
        self.name = name
        self.layers = layers
        self.maxRecordCount = maxRecordCount
        self.capabilities = capabilities
        self.hasFeatureServer = hasFeatureServer
        self.pasted = pasted
    }

    /// What the map is drawn in: a cache's own, what its description says, or that of its first layer that has one.
    var reference: SpatialReference {
        if cache != nil { return TileCache.reference }
        if let told = described?["spatialReference"], told.members != nil { return SpatialReference(json: told) }
        return layers.lazy.compactMap { $0.data?.reference }.first ?? .wgs84
    }

    /// Of all layers, in the map's reference.
    var fullExtent: Envelope? { extent(of: layers) }
    /// The same as `bbox` takes it; of a service without rows the whole earth in degrees.
    package var fullBox: String {
        let box = fullExtent ?? Envelope(xmin: -180, ymin: -90, xmax: 180, ymax: 90)
        return "\(box.xmin),\(box.ymin),\(box.xmax),\(box.ymax)"
    }

    /// What these layers cover, in the map's reference; layers that cannot be projected to it do not count.
    func extent(of layers: [Layer]) -> Envelope? {
        let reference = reference
        return layers.compactMap { layer in
            layer.data.flatMap { data in data.extent.flatMap { data.reference.project($0, to: reference) } }
        }.reduce(nil) { whole, next in whole?.union(next) ?? next }
    }

    /// 1000 with the runtime of ArcMap, 2000 with that of ArcGIS Pro and hosted
    /// (docs/reference/catalog-and-descriptions.md#a-map-service).
    func limit(_ version: Version) -> Int {
        maxRecordCount ?? (isPro(version) || isHosted(version) ? 2000 : 1000)
    }
}

extension Version {
    /// Services of 11.x run in the ArcGIS Pro runtime only; before, in ArcMap's unless the scenario says otherwise.
    var hasProRuntime: Bool { self >= .v11_1 }
}

extension MapService {
    /// Of all layers, in degrees: what a portal's item says of it. `nil` if there is none or it cannot be projected.
    package var extentInDegrees: Envelope? { fullExtent.flatMap { reference.project($0, to: .wgs84) } }
}
