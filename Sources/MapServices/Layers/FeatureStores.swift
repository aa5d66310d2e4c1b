import Facts
import Trust

/// The layers of the process: read once, shared by every portal that has the same bytes.
package enum FeatureStores {
    private static let known = Lock<[[UInt8]: FeatureStore]>([:])

    /// The store for a GeoJSON source, keyed by the hash of its bytes.
    package static func store(_ bytes: [UInt8], file: String) -> Result<FeatureStore, BadSource> {
        let key = Digest.sha256(bytes)
        if let store = known.withLock({ $0[key] }) { return .success(store) }
        return GeoJSON.read(bytes, file: file).map { layer in
            let store = FeatureStore(layer)
            return known.withLock { known in
                if let other = known[key] { return other }
                known[key] = store
                return store
            }
        }
    }
}
