// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The rows of a layer on a map: those that meet its definition, the request's, and its time.
struct LayerRows: Sendable {
    let store: FeatureStore
    /// Returns which of some rows are related to the geometry of the request; `nil`: it has none.
    var related: (@Sendable (_ ids: [Int], _ store: FeatureStore) -> [Int])?
    private let condition: Where
    /// The indexes of the time fields, and the requested time.
    private let time: (start: Int, end: Int, when: TimeSpan)?

    /// Creates the rows. `definition` is the request's, in addition to the layer's; `now` and `user` are available to
    /// conditions.
    init(
        _ layer: Layer, _ store: FeatureStore, definition: String? = nil, time: TimeSpan? = nil, now: Instant? = nil,
        user: String? = nil
    ) throws(Where.Failure) {
        self.store = store
        var condition = Where.everything
        // Most layers of most maps have none, and need not say what their fields are.
        let definitions = [layer.definition, definition].compactMap(\.self)
        let fields = definitions.isEmpty && time == nil ? [] : store.layer.columns
        for text in definitions {
            condition = condition.and(try Where.parse(text, fields: fields, now: now, user: user))
        }
        self.condition = condition
        func index(_ name: String) -> Int? { fields.firstIndex { ASCII.equal($0.name, name) } }
        if let time, let bounds = layer.time, let start = index(bounds.start) {
            self.time = (start, bounds.end.flatMap(index) ?? start, time)
        } else {
            self.time = nil
        }
    }

    /// Returns the rows whose extent intersects the window, ordered by id.
    func features(in window: Envelope?) -> [Feature] {
        if let window, condition.isEverything, time == nil, related == nil, store.layer.order == nil {
            return store.ids(meeting: [window]).compactMap(store.feature)
        }
        return all().filter { row in
            guard let around = row.envelope else { return false }
            return window.map(around.intersects) ?? true
        }
    }

    /// Returns all rows, including those without a geometry.
    func all() -> [Feature] {
        var rows = store.inOrder
        if !condition.isEverything {
            // A condition that the database rejects matches nothing.
            let ids = try? store.select(condition, order: store.layer.rank, limit: -1, offset: 0)
            rows = (ids ?? []).compactMap(store.feature)
        }
        if time != nil { rows = rows.filter(isTrue) }
        guard let related else { return rows }
        let kept = Set(related(rows.map(\.objectID), store))
        return rows.filter { kept.contains($0.objectID) }
    }

    /// Returns the ids of rows that also meet a condition; `nil` means all rows.
    func ids(where condition: Where) -> Set<Int>? {
        condition.isEverything
            ? nil : Set((try? store.select(condition, order: store.layer.rank, limit: -1, offset: 0)) ?? [])
    }

    private func isTrue(_ row: Feature) -> Bool {
        guard let time else { return true }
        guard let start = row.values[time.start].double else { return false }
        return time.when.meets(start, row.values[time.end].double ?? .infinity)
    }
}
