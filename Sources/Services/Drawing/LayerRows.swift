// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The rows of a layer that a map shows: those of its definition, of the request's, and of its time.
struct LayerRows: Sendable {
    let store: FeatureStore
    private let condition: Where
    /// The places of the fields that hold when a row is true, and when it is asked about.
    private let time: (start: Int, end: Int, when: TimeSpan)?

    /// `definition`: of the request; the layer has its own besides. `now` and `user`: what conditions may ask for.
    init(
        _ layer: Layer, _ store: FeatureStore, definition: String? = nil, time: TimeSpan? = nil, now: Instant? = nil,
        user: String? = nil
    ) throws(Where.Failure) {
        self.store = store
        let fields = store.layer.fields
        var condition = Where.everything
        for text in [layer.definition, definition].compactMap(\.self) {
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

    /// Those whose rectangle meets the window, in the order of their ids.
    func features(in window: Envelope?) -> [Feature] {
        all().filter { row in
            guard let around = row.envelope else { return false }
            return window.map(around.intersects) ?? true
        }
    }

    /// Those without a geometry too.
    func all() -> [Feature] {
        var rows = store.layer.features
        if !condition.isEverything {
            // What the database refuses lets nothing through.
            let ids = try? store.select(condition, order: "c0", limit: -1, offset: 0)
            rows = (ids ?? []).compactMap(store.feature)
        }
        return time == nil ? rows : rows.filter(isTrue)
    }

    /// The ids of rows that meet a condition besides; `nil`: all do.
    func ids(where condition: Where) -> Set<Int>? {
        condition.isEverything ? nil : Set((try? store.select(condition, order: "c0", limit: -1, offset: 0)) ?? [])
    }

    private func isTrue(_ row: Feature) -> Bool {
        guard let time else { return true }
        guard let start = row.values[time.start].double else { return false }
        return time.when.meets(start, row.values[time.end].double ?? .infinity)
    }
}
