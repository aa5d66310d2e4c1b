// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// A query as read from its parameters.
struct Query: Sendable {
    /// A term of `ORDER BY`.
    struct Term: Sendable {
        var sql: String
        var values: [Where.Value] = []
        var isDescending: Bool
    }

    var condition: Where
    var objectIDs: [Int]?
    var spatial: SpatialFilter?
    /// A Boolean value that indicates whether rows that are equal in all requested fields appear once.
    var isDistinct = false
    /// The filter for only the first rows of each group: `queryTopFeatures`.
    var top: TopFilter?
    var statistics: Statistics?
    /// The indexes of the fields to return.
    var fields: [Int]
    var returnsGeometry: Bool
    var order: [Term]
    var offset: Int
    /// The seed of the order of this page's rows, which another page does not have; `nil` is one order for all.
    var shuffle: UInt64?
    /// A Boolean value that indicates whether pages have the order of the source instead of that of the ids.
    var keepsSourceOrder = false
    /// A Boolean value that indicates whether a page was requested, including the first.
    var isPaged = false
    /// The requested number of rows; `nil` is the layer's limit.
    var count: Int?
    var form: GeometryForm
    var returnsCentroid = false
    var returnsEnvelope = false
    /// The fields of unique ids, if they alone are asked for.
    var uniqueIDs: UniqueIDs?
    /// The kind of limit; `nil` is `maxRecordCount`.
    var resultType: ResultType?
    /// `maxRecordCountFactor`, by which the limit is multiplied.
    var countFactor = 1
    /// A Boolean value that indicates whether an answer beyond the limit has no rows:
    /// `returnExceededLimitFeatures=false`.
    var dropsWhenCut = false

    var outSR: SpatialReference { form.to }

    /// Returns a term with PostgreSQL's order: NULL is last, or first if descending.
    static func term(_ sql: String, _ isDescending: Bool) -> String {
        isDescending ? "\(sql) DESC NULLS FIRST" : "\(sql) ASC NULLS LAST"
    }

    /// Returns the rows up to `limit`, and whether there are more.
    func rows(_ store: FeatureStore, limit: Int) throws(FeatureStore.Failure) -> ([Feature], hasMore: Bool) {
        let all = try ids(store, limit: limit + 1)
        let rows = all.prefix(limit).compactMap(store.feature)
        return (rows, all.count > limit)
    }

    /// Returns the object ids in order, from the offset on; a limit of -1 means none.
    func ids(_ store: FeatureStore, limit: Int) throws(FeatureStore.Failure) -> [Int] {
        if let shuffle, isPaged, order.isEmpty {
            var all = self
            (all.shuffle, all.offset) = (nil, 0)
            var generator = Generator(seed: shuffle)
            let mixed = try all.ids(store, limit: -1).shuffled(using: &generator).dropFirst(offset)
            return limit < 0 ? Array(mixed) : Array(mixed.prefix(limit))
        }
        if let top { return try top.ids(self, store, limit: limit) }
        if let spatial {
            var all = self
            (all.spatial, all.offset) = (nil, 0)
            if let near = spatial.candidates(store) { all.keep(only: near) }
            let most = limit < 0 || offset > .max - limit ? .max : limit + offset
            return Array(spatial.filter(try all.ids(store, limit: -1), store, most: most).dropFirst(offset))
        }
        // A query without filter and order needs no database. Pages without an order are ordered by id (documented).
        let byID = isPaged && !keepsSourceOrder
        let isOrdered = byID || store.layer.order == nil
        if condition.isEverything, order.isEmpty {
            if let objectIDs {
                if objectIDs.count == 1, offset == 0, limit != 0 {
                    return store.index(objectIDs[0]) == nil ? [] : objectIDs
                }
                let wanted = Set(objectIDs)
                let all = isOrdered ? wanted.sorted() : store.idsInOrder.filter(wanted.contains)
                let found = all.filter { store.feature($0) != nil }.dropFirst(offset)
                return limit < 0 ? Array(found) : Array(found.prefix(limit))
            }
            if !isOrdered {
                let slice = store.idsInOrder.dropFirst(offset)
                return Array(limit < 0 ? slice : slice.prefix(limit))
            }
            let slice = store.layer.features.dropFirst(offset)
            return (limit < 0 ? slice : slice.prefix(limit)).map(\.objectID)
        }
        let last = byID && order.isEmpty ? "c0" : store.layer.rank
        let terms = order.map { Query.term($0.sql, $0.isDescending) } + ["\(last) ASC"]
        var condition = condition
        condition.ids = objectIDs
        return try store.select(
            condition, order: terms.joined(separator: ", "), orderValues: order.flatMap(\.values), limit: limit,
            offset: offset)
    }

    /// Limits the rows to some.
    private mutating func keep(only ids: [Int]) {
        guard let wanted = objectIDs else {
            objectIDs = ids
            return
        }
        let near = Set(ids)
        objectIDs = wanted.filter(near.contains)
    }

    /// Returns the condition for exactly the requested rows, including ids and geometry.
    func narrowed(_ store: FeatureStore) throws(FeatureStore.Failure) -> Where {
        guard spatial != nil || objectIDs != nil else { return condition }
        var all = self
        (all.offset, all.order) = (0, [])
        let ids = try all.ids(store, limit: -1)
        return Where(sql: "1", values: [], ids: ids, isEverything: false)
    }

    /// Returns the distinct values, in the order of the fields.
    func distinct(_ store: FeatureStore, limit: Int) throws(FeatureStore.Failure) -> [[JSON]] {
        guard !fields.isEmpty else { return [] }
        let condition = try narrowed(store)
        let columns = fields.map(Field.column)
        let terms = order.map { Query.term($0.sql, $0.isDescending) } + columns.map { Query.term($0, false) }
        let sql = "SELECT DISTINCT \(columns.joined(separator: ", ")) FROM f WHERE \(condition.sql) "
        return try store.rows(
            sql + "ORDER BY \(terms.joined(separator: ", ")) LIMIT \(limit) OFFSET \(offset)",
            condition.values + order.flatMap(\.values), among: condition.ids)
    }

    /// A Boolean value that indicates whether every row of the layer is found, and none is left out.
    var isEverything: Bool {
        condition.isEverything && objectIDs == nil && spatial == nil && top == nil && !isDistinct && statistics == nil
            && offset == 0
    }

    /// A Boolean value that indicates whether the query must look at every row.
    var isScan: Bool {
        !(condition.isEverything && order.isEmpty && spatial == nil && statistics == nil && !isDistinct && top == nil)
    }
}
