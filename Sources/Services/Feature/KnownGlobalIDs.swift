// SPDX-License-Identifier: Apache-2.0

import Formats

/// The rows of a layer by their global ids: those that a request added, and those that an index finds.
struct KnownGlobalIDs {
    /// The rows before the request; `nil` if they do not count.
    private let store: FeatureStore?
    private let column: Int?
    private var added: [String: Int] = [:]

    init(_ store: FeatureStore?) {
        self.store = store
        column = store?.layer.fields.firstIndex { $0.type == .globalID }
    }

    /// The object id of the row with a global id, which is in the form that rows hold.
    subscript(id: String) -> Int? {
        get { added[id] ?? found(id) }
        set { added[id] = newValue }
    }

    private func found(_ id: String) -> Int? {
        guard let store, let column else { return nil }
        let key = ColumnIndex.key(id)
        for position in store.search.positions(of: column, .texts, from: key, to: key) {
            let row = store.layer.features[position]
            if row.values[column].text == id { return row.objectID }
        }
        return nil
    }
}
