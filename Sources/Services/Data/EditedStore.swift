// SPDX-License-Identifier: Apache-2.0

import Trust

/// The store of a revision of edits, created on first use.
final class EditedStore: Sendable {
    private let made: Lock<FeatureStore?>

    init(_ known: FeatureStore? = nil) { made = Lock(known) }

    /// The store, if it was created.
    var known: FeatureStore? { made.withLock { $0 } }

    func store(_ make: () -> FeatureStore) -> FeatureStore {
        made.withLock { made in
            if let made { return made }
            let store = make()
            made = store
            return store
        }
    }
}
