// SPDX-License-Identifier: Apache-2.0

/// A deployment's edits of a layer's rows. They are a value beside the shared store, which never changes: restoring an
/// older value undoes later edits.
package struct Edits: Sendable {
    /// The rows before any edit.
    let source: FeatureStore
    /// The rows with all edits; what is not edited is the source's.
    private var rows: FeatureRows
    /// A feature class's extent grows with its rows but does not shrink.
    private var extent: Envelope?
    private var next: Int
    /// The number of changes.
    package private(set) var revision = 0
    /// The view of a revision; a new one for each, so that no value sees the rows of another.
    private var view = EditedStore()
    /// What all versions are searched by.
    private let indexes: EditedIndexes

    init(_ source: FeatureStore) {
        self.source = source
        rows = source.layer.features
        extent = source.layer.extent
        next = (source.layer.features.last?.objectID ?? 0) + 1
        indexes = EditedIndexes(source.search.indexes)
    }

    /// Creates edits whose new rows have ids after a number.
    init(_ source: FeatureStore, after last: Int) {
        self.init(source)
        keep(after: last)
    }

    /// The last id that was given.
    var lastID: Int { next - 1 }

    /// Gives no id again up to a number; one that is larger than JSON's numbers can tell apart is passed over.
    mutating func keep(after last: Int) { next = max(next, min(last, 1 << 53) + 1) }

    /// What was changed: rows by id, `nil` for those that were deleted.
    var written: [(id: Int, row: Feature?)] { rows.written(since: source.layer.features) }

    /// Returns edits without changes on new rows, keeping the ids that were assigned.
    func moved(to source: FeatureStore) -> Edits {
        var moved = Edits(source)
        moved.next = max(moved.next, next)
        moved.revision = revision + 1
        return moved
    }

    func row(_ objectID: Int) -> Feature? { rows.row(objectID) }

    /// Returns an object id that no row has or had, because databases do not reuse them.
    mutating func takeID() -> Int {
        defer { next += 1 }
        return next
    }

    /// Inserts a row or replaces the one with its id.
    mutating func put(_ row: Feature) {
        rows.put(row)
        if let envelope = row.envelope { extent = extent?.union(envelope) ?? envelope }
        change()
    }

    mutating func remove(_ objectID: Int) {
        rows.remove(objectID)
        change()
    }

    private mutating func change() {
        revision += 1
        view = EditedStore()
    }

    /// The current rows, which share with the source what was not edited.
    package var store: FeatureStore {
        view.store {
            var layer = source.layer
            (layer.features, layer.extent) = (rows, extent)
            return FeatureStore(layer, indexes.search(rows))
        }
    }
}

extension Edits: Codable {
    private enum CodingKeys: CodingKey {
        case source, rows, extent, next, revision, view
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(try values.decode(FeatureStore.self, forKey: .source))
        rows = try values.decode(FeatureRows.self, forKey: .rows)
        extent = try values.decodeIfPresent(Envelope.self, forKey: .extent)
        next = try values.decode(Int.self, forKey: .next)
        revision = try values.decode(Int.self, forKey: .revision)
        view = EditedStore(try values.decodeIfPresent(FeatureStore.self, forKey: .view))
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(source, forKey: .source)
        try values.encode(rows, forKey: .rows)
        try values.encodeIfPresent(extent, forKey: .extent)
        try values.encode(next, forKey: .next)
        try values.encode(revision, forKey: .revision)
        // Layers of views know by it whether what they show is still the same.
        try values.encodeIfPresent(view.known, forKey: .view)
    }
}
