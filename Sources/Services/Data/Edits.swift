// SPDX-License-Identifier: Apache-2.0

/// A deployment's edits of a layer's rows. They are a value beside the shared store, which never changes: restoring an
/// older value undoes later edits.
package struct Edits: Sendable {
    /// The rows before any edit.
    let source: FeatureStore
    /// The inserted and changed rows by object id.
    private var rows: [Int: Feature] = [:]
    private var deleted: Set<Int> = []
    private var next: Int
    /// The number of changes.
    package private(set) var revision = 0
    /// The view of a revision; a new one for each, so that no value sees the rows of another.
    private var view = EditedStore()

    init(_ source: FeatureStore) {
        self.source = source
        next = (source.layer.features.last?.objectID ?? 0) + 1
    }

    /// Creates edits whose new rows have ids after a number.
    init(_ source: FeatureStore, after last: Int) {
        self.init(source)
        keep(after: last)
    }

    /// The last id that was given.
    var lastID: Int { next - 1 }

    /// Gives no id again up to a number.
    mutating func keep(after last: Int) { next = max(next, last + 1) }

    /// What was changed: rows by id, `nil` for those that were deleted.
    var written: [(id: Int, row: Feature?)] {
        rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + deleted.sorted().map { ($0, nil) }
    }

    /// Returns edits without changes on new rows, keeping the ids that were assigned.
    func moved(to source: FeatureStore) -> Edits {
        var moved = Edits(source)
        moved.next = max(moved.next, next)
        moved.revision = revision + 1
        return moved
    }

    func row(_ objectID: Int) -> Feature? {
        rows[objectID] ?? (deleted.contains(objectID) ? nil : source.feature(objectID))
    }

    /// Returns an object id that no row has or had, because databases do not reuse them.
    mutating func takeID() -> Int {
        defer { next += 1 }
        return next
    }

    /// Inserts a row or replaces the one with its id.
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

    /// The current rows in a private store, created on first use, for filters and ordering.
    package var store: FeatureStore { view.store { FeatureStore(layer) } }

    private var layer: LayerData {
        var layer = source.layer
        let last = layer.features.last?.objectID ?? 0
        layer.features = layer.features.compactMap { deleted.contains($0.objectID) ? nil : rows[$0.objectID] ?? $0 }
        layer.features += rows.values.filter { $0.objectID > last }.sorted { $0.objectID < $1.objectID }
        if let order = layer.order {
            let kept = order.filter { !deleted.contains($0) }
            layer.order = kept + rows.keys.filter { !order.contains($0) }.sorted()
        }
        // A feature class's extent grows with its rows but does not shrink.
        for envelope in rows.values.compactMap(\.envelope) { layer.extent = layer.extent?.union(envelope) ?? envelope }
        return layer
    }
}
