// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// A service of any kind, apart from who may see it. A value: what edits and jobs change lives here.
///
/// Maps and features share their layers, and so does the catalog of an image service: that is why one type holds them,
/// and beside them what each other kind has of its own, a value of `Model/`.
package struct ServiceModel: Sendable, Codable {
    /// The name with the folder: `Demographics/Census`.
    package var name: String
    package var layers: [Layer]
    /// The `maxRecordCount`; `nil` is the release's default.
    package var maxRecordCount: Int?
    package var capabilities: String?
    package var hasFeatureServer: Bool
    /// A Boolean value that indicates whether it is a hosted view, whose layers show those of another service.
    package var isView = false
    /// A Boolean value that indicates whether views show it.
    package var hasViews = false
    package var description = ""
    package var copyright = ""
    /// The runtime; `nil` is the release's choice.
    package var runtime: Runtime?
    /// The id of its portal item, if its server is federated.
    package var itemID: String?
    /// The server's answer for a root from which it was created. The double uses its own order of keys.
    package var described: JSON?
    /// A recorded response that replaces the root; the resources below it are the double's own.
    package var pasted: JSON?
    /// Literal answers from the scenario, by path below the service: `exportImage`, `findAddressCandidates`.
    package var canned: [String: Canned] = [:]
    /// The editing of rows through the FeatureServer.
    package var feature = FeatureAccess()
    /// The asynchronous edits, pending and done.
    package var jobs: [EditJob] = []
    /// The server's generation: the number of the request that changed rows last.
    var generation = 1
    /// When rows were changed last, of services that track changes.
    var lastChange: Instant?
    /// The replicas that clients made and did not unregister.
    package var replicas: [Replica] = []
    /// The files that clients uploaded.
    package var uploads: [ServiceUpload] = []
    /// The tile cache; `nil` if the map is drawn on each request.
    package var cache: TileCache?
    /// A Boolean value that indicates whether requests may define layers; `nil` follows its root, or is true.
    package var hasDynamicLayers: Bool?
    /// A Boolean value that indicates whether it also serves WMS.
    package var hasWMS = false
    /// A Boolean value that indicates whether it also gives KML; `nil` follows its root, or is false.
    package var hasKML: Bool?
    /// The jobs that make packages of tiles.
    var tileJobs: [TileJob] = []
    /// The images that `export` wrote.
    var pictures = OutputFiles()
    /// The data of a GeocodeServer.
    package var locator: Locator?
    /// The tasks of a GPServer.
    package var tasks: [GPTask] = []
    package var gpJobs: [GPJob] = []
    /// The data of an ImageServer in addition to its catalog.
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

    /// The spatial reference of the map: the cache's, the description's, or that of the first layer that has one.
    var reference: SpatialReference {
        if let cache { return cache.reference }
        if let told = described?["spatialReference"], told.members != nil { return SpatialReference(json: told) }
        // Layers are read where they stand: descriptions ask several times, and a copy of one has forty fields.
        for index in layers.indices { if let reference = layers[index].data?.reference { return reference } }
        return .wgs84
    }

    /// The extent of all layers, in the map's spatial reference.
    var fullExtent: Envelope? { extent(of: layers) }
    /// The full extent as a `bbox`; for a service without rows, the whole earth in degrees.
    package var fullBox: String {
        let box = fullExtent ?? Envelope(xmin: -180, ymin: -90, xmax: 180, ymax: 90)
        return "\(box.xmin),\(box.ymin),\(box.xmax),\(box.ymax)"
    }

    /// Returns the extent of layers in the map's spatial reference, without layers that cannot be projected.
    func extent(of layers: [Layer]) -> Envelope? {
        let reference = reference
        var whole: Envelope?
        for index in layers.indices {
            guard let own = layers[index].data?.reference, let extent = layers[index].data?.extent,
                let next = own.project(extent, to: reference)
            else { continue }
            whole = whole?.union(next) ?? next
        }
        return whole
    }

    /// 1000 with the runtime of ArcMap, 2000 with that of ArcGIS Pro and hosted
    /// (docs/reference/catalog-and-descriptions.md#a-map-service).
    func limit(_ version: Version) -> Int {
        maxRecordCount ?? (isPro(version) || isHosted(version) ? 2000 : 1000)
    }
}

extension Version {
    /// Services of 11.x run in the ArcGIS Pro runtime only; before, in ArcMap's unless the scenario says otherwise.
    var hasProRuntime: Bool { self >= .v11_0 }
}

extension ServiceModel {
    /// The extent of all layers in degrees, for a portal's item. `nil` if there is none or it cannot be projected.
    package var extentInDegrees: Envelope? { fullExtent.flatMap { reference.project($0, to: .wgs84) } }
}
