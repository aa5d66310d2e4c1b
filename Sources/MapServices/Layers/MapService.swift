import Facts
package import Formats

/// A map service and its layers, apart from who may see it.
package struct MapService: Sendable {
    package struct Layer: Sendable {
        package var id: Int
        package var name: String
        package var store: FeatureStore

        package init(id: Int, name: String, store: FeatureStore) {
            self.id = id
            self.name = name
            self.store = store
        }
    }

    /// With its folder: `Demographics/Census`.
    package var name: String
    package var layers: [Layer]
    /// `nil`: what the release gives by default.
    package var maxRecordCount: Int?
    package var capabilities: String?
    package var hasFeatureServer: Bool
    /// A pasted response to serve as the root, with the double's own resources below it.
    package var pasted: JSON?

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

    var fullExtent: Envelope? {
        layers.compactMap(\.store.layer.extent).reduce(nil) { whole, next in whole?.union(next) ?? next }
    }

    /// 1000 with the runtime of ArcMap, 2000 with that of ArcGIS Pro (services-reference 2.1).
    func limit(_ version: Version) -> Int { maxRecordCount ?? (version.hasProRuntime ? 2000 : 1000) }
}

extension Version {
    /// Services of 11.x run in the ArcGIS Pro runtime only; before, ArcMap's shapes are given here.
    var hasProRuntime: Bool { name.hasPrefix("11.") || isOnline }
}
