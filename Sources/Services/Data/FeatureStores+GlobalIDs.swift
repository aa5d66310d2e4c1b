// SPDX-License-Identifier: Apache-2.0

import Trust

extension FeatureStores {
    private struct Filled: Hashable {
        var rows: ObjectIdentifier
        var scope: String
    }

    /// The stores with added global ids; they stay for the process's lifetime, like the sources.
    private static let filled = Lock<[Filled: FeatureStore]>([:])

    /// Returns the source with a global id in every row, if the layer has a field for them: a geodatabase leaves none
    /// out. Missing ids are derived from the scope and the row's object id: from a layer's name, the same for everyone,
    /// and not from the seed, so that portals keep sharing the rows.
    package static func withGlobalIDs(_ source: LayerSource, of scope: String) -> LayerSource {
        guard let store = source.store, store.layer.lacksGlobalIDs else { return source }
        let key = Filled(rows: ObjectIdentifier(store), scope: scope)
        let whole = filled.withLock { filled in
            if let known = filled[key] { return known }
            let made = FeatureStore(store.layer.withGlobalIDs(of: scope))
            filled[key] = made
            return made
        }
        return LayerSource(store: whole, description: source.description)
    }
}
