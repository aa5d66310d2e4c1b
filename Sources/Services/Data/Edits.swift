// SPDX-License-Identifier: Apache-2.0

/// What a deployment has made of a layer's rows. A value beside the shared store, which is never changed: to take an
/// older one back undoes what came after it.
package struct Edits: Sendable {
    /// The rows before any edit.
    let source: FeatureStore
    /// Inserted and changed rows by object id.
    private var rows: [Int: Feature] = [:]
    private var deleted: Set<Int> = []
    private var next: Int
    /// Counts the changes.
    package private(set) var revision = 0
    /// One for each revision, so that no value sees the rows of another.
    private var view = EditedStore()

    init(_ source: FeatureStore) {
        self.source = source
        next = (source.layer.features.last?.objectID ?? 0) + 1
    }

    /// Nothing edited of these rows, which hold what was: ids that were given stay so.
    func moved(to source: FeatureStore) -> Edits {
        var moved = Edits(source)
        moved.next = max(moved.next, next)
        moved.revision = revision + 1
        return moved
    }

    func row(_ objectID: Int) -> Feature? {
        rows[objectID] ?? (deleted.contains(objectID) ? nil : source.feature(objectID))
    }

    /// An object id that no row has or had: databases do not give one twice.
    mutating func takeID() -> Int {
        defer { next += 1 }
        return next
    }

    /// Inserts a row, or puts it in the place of that with its id.
    mutating func put(_ row: Feature) {
        rows[row.objectID] = row
        change()
    }

    mutating func remove(_ objectID: Int) {
        rows[objectID] = nil
        deleted.insert(objectID)
        change()
    }

    private mutating func change() {
        revision += 1
        view = EditedStore()
    }

    /// The rows as they are now, for whatever filters and orders: a private store, made when first asked for.
    package var store: FeatureStore { view.store { FeatureStore(layer) } }

    private var layer: LayerData {
        var layer = source.layer
        let last = layer.features.last?.objectID ?? 0
        layer.features = layer.features.compactMap { deleted.contains($0.objectID) ? nil : rows[$0.objectID] ?? $0 }
        layer.features += rows.values.filter { $0.objectID > last }.sorted { $0.objectID < $1.objectID }
        // A feature class's extent grows with its rows and does not shrink with them.
        for envelope in rows.values.compactMap(\.envelope) { layer.extent = layer.extent?.union(envelope) ?? envelope }
        return layer
    }
}
