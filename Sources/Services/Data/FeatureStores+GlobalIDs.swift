// SPDX-License-Identifier: Apache-2.0

import Trust

extension FeatureStores {
    private struct Filled: Hashable {
        var rows: ObjectIdentifier
        var scope: String
    }

    /// What was made of sources that lack global ids; they themselves stay for the process's life.
    private static let filled = Lock<[Filled: FeatureStore]>([:])

    /// The same source, where every row has a global id if the layer has a field for them: a geodatabase leaves none
    /// without. Those that the source lacks are made of the scope and the row's object id: of a layer's name for all who
    /// run it, and not of the seed, so that portals go on sharing the rows.
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
