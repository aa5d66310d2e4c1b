// SPDX-License-Identifier: Apache-2.0

/// What a connection to SQLite reads at the moment.
final class RowReading {
    /// The kinds of columns, which the connection was made for.
    let columns: [RowColumn]
    var store: FeatureStore?
    /// The positions of the rows to read, ascending; `nil` is all.
    var selection: [Int]?
    /// `nil` if there is none.
    var deadline: Deadline?

    init(_ columns: [RowColumn]) { self.columns = columns }

    /// Sets what is read next.
    func begin(_ store: FeatureStore, among ids: [Int]?) {
        self.store = store
        selection = ids.map { Set($0.compactMap(store.index)).sorted() }
        deadline = Deadline()
    }

    func end() { (store, selection, deadline) = (nil, nil, nil) }
}
